using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Charts;

/// <summary>What the internal comparison shows. Amounts are in units of the currency, net and expected.</summary>
public sealed record ComparisonChartData
{
    /// <summary>The engagement, for the footnote.</summary>
    public required string Case { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>What the work is worth to the client.</summary>
    public required decimal Value { get; init; }

    /// <summary>Least fee at which the agency works.</summary>
    public required decimal Floor { get; init; }

    /// <summary>Highest fee at which the client buys; below the floor there is no range.</summary>
    public required decimal Ceiling { get; init; }

    /// <summary>Cost states.</summary>
    public required int CostStates { get; init; }

    /// <summary>Outcome states.</summary>
    public required int OutcomeStates { get; init; }

    /// <summary>One row per fee structure, in any order.</summary>
    public required IReadOnlyList<ComparisonChartRow> Rows { get; init; }

    /// <summary>What it shows of a comparison.</summary>
    public static ComparisonChartData Of(Comparison comparison)
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

/// <summary>A fee structure in the internal comparison.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fee">Fee.</param>
/// <param name="Cost">The agency's cost.</param>
/// <param name="Profit">Fee less cost; negative for a loss.</param>
/// <param name="Surplus">Value less fee; negative where the client pays more than it gets.</param>
/// <param name="LossProbability">Probability that the agency loses, a fraction in [0, 1].</param>
/// <param name="IsFeasible">Whether there is a fee at all.</param>
/// <param name="Gap">Floor less ceiling where there is none.</param>
public sealed record ComparisonChartRow(
    string Name, decimal Fee, decimal Cost, decimal Profit, decimal Surplus, decimal LossProbability, bool IsFeasible = true, decimal Gap = 0);
