using MediatR;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>The drivers of an engagement that calculators filled, with their inputs.</summary>
/// <param name="Id">Id of the engagement.</param>
public sealed record GetFilledDrivers(Guid Id) : IRequest<FilledDrivers>;

/// <summary>Drivers that calculators filled.</summary>
/// <param name="Engagement">Id of the engagement.</param>
/// <param name="Version">Version of the engagement.</param>
/// <param name="Drivers">Each driver; those that were stated or changed by hand since are not among them.</param>
public sealed record FilledDrivers(Guid Engagement, int Version, IReadOnlyList<FilledDriver> Drivers);

/// <summary>A driver that a calculator filled.</summary>
/// <param name="Position">Position in <c>value.drivers</c>, counted from 0.</param>
/// <param name="Id">Id of the driver.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The calculator.</param>
/// <param name="FilledOn">Day on which it was filled.</param>
/// <param name="FirstMonth">Benefit of the first month.</param>
/// <param name="Inputs">Inputs by name, as they were sent.</param>
/// <param name="Unsourced">Inputs that name no source.</param>
public sealed record FilledDriver(
    int Position, string Id, string Name, CalculatorKind Kind, DateOnly FilledOn, decimal FirstMonth,
    IReadOnlyDictionary<string, CalculatorInputTerms> Inputs, IReadOnlyList<string> Unsourced);

internal sealed class GetFilledDriversHandler(PricingDb db) : IRequestHandler<GetFilledDrivers, FilledDrivers>
{
    public async Task<FilledDrivers> Handle(GetFilledDrivers request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var document = engagement.Restore();
        var drivers = engagement.Explained
            .Select(calculation => (Calculation: calculation, Position: calculation.PositionIn(document)))
            .OrderBy(entry => entry.Position)
            .Select(entry => new FilledDriver(
                entry.Position, entry.Calculation.Driver, document.Value.Drivers[entry.Position].Name, entry.Calculation.Kind, entry.Calculation.FilledOn,
                entry.Calculation.FirstMonth, entry.Calculation.Inputs, entry.Calculation.Restore().Unsourced));
        return new(engagement.Id, engagement.Version, [.. drivers]);
    }
}
