using System.Text;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Charts;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>Picture formats of a chart.</summary>
public enum ChartFormat
{
    /// <summary>PNG, two pixels per unit.</summary>
    Png,

    /// <summary>SVG.</summary>
    Svg,
}

/// <summary>The comparison as an internal chart: per structure the fee split into cost and profit, the client's surplus, floor, ceiling and risk.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Language">Language of the labels.</param>
/// <param name="Format">PNG or SVG.</param>
/// <param name="Width">Width in units, 640 to 2,000.</param>
/// <param name="Height">Height in units, 400 to 2,000; the chart grows where the structures need more.</param>
public sealed record GetComparisonChart(Guid Id, DocumentLanguage Language, ChartFormat Format, int Width, int Height) : IRequest<byte[]>;

internal sealed class GetComparisonChartValidator : AbstractValidator<GetComparisonChart>
{
    public GetComparisonChartValidator()
    {
        RuleFor(request => request.Width).InclusiveBetween(640, 2000).WithMessage("width is from 640 to 2,000.");
        RuleFor(request => request.Height).InclusiveBetween(400, 2000).WithMessage("height is from 400 to 2,000.");
    }
}

internal sealed class GetComparisonChartHandler(PricingDb db) : IRequestHandler<GetComparisonChart, byte[]>
{
    public async Task<byte[]> Handle(GetComparisonChart request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var chart = new ComparisonChart(DataOf(engagement.Compare()));
        return request.Format == ChartFormat.Svg
            ? Encoding.UTF8.GetBytes(chart.Svg(request.Language, request.Width, request.Height))
            : chart.Png(request.Language, request.Width, request.Height);
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
