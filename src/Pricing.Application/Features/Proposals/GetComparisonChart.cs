using FluentValidation;
using MediatR;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents.Charts;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>The comparison as an internal chart: per structure the fee split into cost and profit, the client's surplus, floor, ceiling and risk.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Form">The picture; it grows in height where the structures need more.</param>
public sealed record GetComparisonChart(Guid Id, AnswerForm Form) : IRequest<byte[]>;

internal sealed class GetComparisonChartValidator : AbstractValidator<GetComparisonChart>
{
    public GetComparisonChartValidator() => this.BoundPicture(request => request.Form);
}

internal sealed class GetComparisonChartHandler(PricingDb db) : IRequestHandler<GetComparisonChart, byte[]>
{
    public async Task<byte[]> Handle(GetComparisonChart request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        return new ComparisonChart(DataOf(engagement.Compare())).Drawn(request.Form);
    }

    private static ComparisonChartData DataOf(Comparison comparison)
    {
        var currency = comparison.Currency;
        return new()
        {
            Case = comparison.Engagement.Document.Name,
            Currency = currency.Code,
            Value = comparison.Value.Total.ToMinorUnit(currency),
            Floor = comparison.BargainingRange.Floor.ToMinorUnit(currency),
            Ceiling = comparison.BargainingRange.Ceiling.ToMinorUnit(currency),
            CostStates = comparison.States.Cost.Count,
            OutcomeStates = comparison.States.Outcome.Count,
            Rows = [.. comparison.Structures.Select(RowOf)],
        };

        ComparisonChartRow RowOf(StructureComparison structure) => new(
            structure.Structure.Name ?? structure.Structure.Type, Printed(structure.ExpectedFee), Printed(structure.ExpectedCost), Printed(structure.ExpectedProfit),
            Printed(structure.ClientSurplus), structure.LossProbability?.Value ?? 0, structure.Feasible, Printed(structure.Gap));

        decimal Printed(Money? amount) => amount?.ToMinorUnit(currency) ?? 0;
    }
}
