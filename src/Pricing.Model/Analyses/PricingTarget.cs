using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Analyses;

/// <summary>What it takes to meet a client's budget or the agency's wanted margin.</summary>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Pricing to a budget or a margin".</remarks>
public sealed record PricingTarget
{
    /// <summary>The price: the budget, or cost / (1 − margin).</summary>
    public required Money Price { get; init; }

    /// <summary>Expected cost.</summary>
    public required Money ExpectedCost { get; init; }

    /// <summary>Price less cost.</summary>
    public Money Profit => Price - ExpectedCost;

    /// <summary>Profit / price; null over zero.</summary>
    public Figure? ProfitMargin => Profit.Over(Price);

    /// <summary>V less what the price costs the client.</summary>
    public required Money ClientSurplus { get; init; }

    /// <summary>Where the price lies in the bargaining range.</summary>
    public required RangePosition RangePosition { get; init; }

    /// <summary>The structure's expected fee before discount; null where it is infeasible.</summary>
    public required Money? ListFee { get; init; }

    /// <summary>Discount that brings the list fee to the price, negative for a surcharge; null where pass-through leaves nothing to discount.</summary>
    public required Figure? Discount { get; init; }

    /// <summary>The parameter of the structure that brings its fee to the price.</summary>
    public required TargetShare Share { get; init; }

    /// <summary>The part of the scope that fits; null where none does.</summary>
    public required TargetScope? Scope { get; init; }

    /// <summary>Prices to a budget.</summary>
    /// <param name="comparison">The engagement.</param>
    /// <param name="structure">Place of the structure.</param>
    /// <param name="budget">The client's budget, net.</param>
    /// <param name="maximumScope">Most that the scope may be multiplied by.</param>
    public static PricingTarget ToBudget(Comparison comparison, int structure, Money budget, decimal maximumScope) =>
        Of(comparison, structure, budget, ComparisonFigure.ExpectedFee, budget.Amount, maximumScope);

    /// <summary>Prices to a margin.</summary>
    /// <param name="comparison">The engagement.</param>
    /// <param name="structure">Place of the structure.</param>
    /// <param name="margin">Wanted profit / fee, a fraction below 1.</param>
    /// <param name="maximumScope">Most that the scope may be multiplied by.</param>
    public static PricingTarget ToMargin(Comparison comparison, int structure, decimal margin, decimal maximumScope) =>
        Of(comparison, structure, comparison.Structures[structure].ExpectedCost / (1 - margin), ComparisonFigure.ProfitMargin, margin, maximumScope);

    private static PricingTarget Of(Comparison comparison, int structure, Money price, ComparisonFigure figure, decimal target, decimal maximumScope)
    {
        var column = comparison.Structures[structure];
        return new()
        {
            Price = price,
            ExpectedCost = column.ExpectedCost,
            ClientSurplus = comparison.Value.Total - comparison.Engagement.CostOfNetFee * price,
            RangePosition = comparison.BargainingRange.PositionOf(price, comparison.Currency),
            ListFee = column.ListFee,
            Discount = DiscountTo(price, column, comparison.Cost.Work.PassThrough),
            Share = TargetShare.Of(comparison, structure, price),
            Scope = TargetScope.Of(comparison, structure, figure, target, maximumScope),
        };
    }

    private static Figure? DiscountTo(Money price, StructureComparison column, Money passThrough) =>
        column.ListFee is { } listed && (listed - passThrough).Amount > Figure.ZeroTolerance ? (listed - price).Over(listed - passThrough) : null;
}

/// <summary>The parameter that scales a structure's fee, and its value at a price.</summary>
/// <param name="Member">Name of the parameter in the document; null for types without one.</param>
/// <param name="Value">Smallest value at which the expected fee is the price; null where there is none.</param>
public sealed record TargetShare(string? Member, decimal? Value)
{
    internal static TargetShare Of(Comparison comparison, int structure, Money price)
    {
        var (member, maximum, at) = Scaled(comparison.Engagement.Document.FeeStructures[structure]);
        if (at is null)
            return new(null, null);
        var reached = Solver.Solve(FeeAt, price.Amount, 0, maximum)
            .Where(value => FeeAt(value) is { } fee && Math.Abs(fee - price.Amount) <= comparison.Currency.MinorUnit);
        return new(member, reached.Select(value => (decimal?)value).FirstOrDefault());

        // The document with one structure only: the others cannot move its fee.
        decimal? FeeAt(decimal value) =>
            TargetScope.Compared(comparison, comparison.Engagement.Document with { FeeStructures = [at(value)] })?.Structures[0].ExpectedFee?.Amount;
    }

    private static (string? Member, decimal Maximum, Func<decimal, FeeStructure>? With) Scaled(FeeStructure structure) => structure switch
    {
        Fixed it => ("margin", 0.99m, value => it with { Margin = value }),
        ValueBased it => ("valueShare", 1, value => it with { ValueShare = value }),
        Performance it => ("valueShare", 1, value => it with { ValueShare = value }),
        Hybrid it => ("bonusPool", 1, value => it with { BonusPool = value }),
        CostPlus { Markup: not null } it => ("markup", 10, value => it with { Markup = value }),
        Commission it => ("rate", 1, value => it with { Rate = value }),
        GainShare it => ("agencyShare", 1, value => it with { AgencyShare = value }),
        Licence it => ("baseMargin", 0.99m, value => it with { BaseMargin = value }),
        _ => (null, 0, null),
    };
}

/// <summary>A part, or a multiple, of the scope: hours, quantities and costs but set-up, all times one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="ExpectedFee">Expected fee of the structure there.</param>
/// <param name="ExpectedCost">Expected cost there.</param>
/// <param name="ProfitMargin">Profit / fee there.</param>
public sealed record TargetScope(decimal Factor, Money? ExpectedFee, Money ExpectedCost, Figure? ProfitMargin)
{
    // Magnitudes that a document may hold, besides 0.
    private const decimal Least = 1e-9m, Most = 1e12m;

    internal static TargetScope? Of(Comparison comparison, int structure, ComparisonFigure figure, decimal target, decimal maximum)
    {
        // The whole document: a scope that any of its structures refuses is none.
        var document = comparison.Engagement.Document;
        var cost = new LinearCost(comparison.Cost, () => Multiplied(document, 2));
        var tolerance = BreakEven.ToleranceOf(figure, comparison.Currency);
        foreach (var factor in Solver.Solve(at => At(at) is { } there ? figure.Of(there, structure) : null, target, 0, maximum))
        {
            if (At(factor) is { } there && figure.Of(there, structure) is { } value && Math.Abs(value - target) <= tolerance)
            {
                var column = there.Structures[structure];
                return new(factor, column.ExpectedFee, column.ExpectedCost, column.ProfitMargin);
            }
        }

        return null;

        Comparison? At(decimal factor) => Compared(comparison, Scaled(document, factor), cost.At(factor - 1));
    }

    /// <summary>The comparison of the engagement with some numbers moved; null where it is none.</summary>
    internal static Comparison? Compared(Comparison unmoved, Engagement? document, CostModel? cost = null)
    {
        if (document is null)
            return null;
        try
        {
            return Comparison.OfMoved(ResolvedEngagement.From(document), unmoved, isAgreed: false, cost);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    // Null where a number leaves what the contract allows.
    private static Engagement? Scaled(Engagement document, decimal factor)
    {
        var numbers = document.WorkPackages.SelectMany(package => package.Hours.Select(hours => hours.Planned))
            .Concat(document.Assets.Select(asset => asset.Quantity))
            .Concat(document.Costs.Where(cost => cost.SetUp != true).Select(cost => cost.Amount));
        return numbers.All(number => number == 0 || factor == 0 || number * factor is >= Least and <= Most) ? Multiplied(document, factor) : null;
    }

    private static Engagement Multiplied(Engagement document, decimal factor) => document with
    {
        WorkPackages = [.. document.WorkPackages.Select(package => package with { Hours = [.. package.Hours.Select(hours => hours with { Planned = hours.Planned * factor })] })],
        Assets = [.. document.Assets.Select(asset => asset with { Quantity = asset.Quantity * factor })],
        Costs = [.. document.Costs.Select(cost => cost.SetUp == true ? cost : cost with { Amount = cost.Amount * factor })],
    };
}
