using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Moves the share made by AI from none to all: hours and cost fall, and with them every fee that follows cost.</summary>
/// <remarks>
/// At share s every listed asset of quantity n becomes s n made by AI and (1 − s) n made classic; at s = 0 set-up is left out.
/// All sums of cost are therefore linear in s between the two ends, and only the ends are costed.
/// Source: docs/formulas/analyses-delivery.md, "Automation sweep".
/// </remarks>
public static class AutomationSweepAnalysis
{
    private const decimal BelowFloor = 0.000001m;

    /// <summary>Retainers that some share of the grid leaves without hours to take their rate from; where there is one, there is no sweep.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    public static IReadOnlyList<BoundsFault> MissingRates(Comparison comparison, AutomationSweepParameters parameters)
    {
        var bounds = new Bounds();
        var sweep = new Sweep(comparison, parameters);
        foreach (var share in Shares(parameters.Steps))
            sweep.FindMissingRates(share, bounds);
        return bounds.Faults;
    }

    /// <summary>Sweeps an engagement.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    public static AutomationSweep Of(Comparison comparison, AutomationSweepParameters parameters)
    {
        var sweep = new Sweep(comparison, parameters);
        var shares = Shares(parameters.Steps).ToArray();
        var rows = Cores.Each(shares.Length, k => sweep.At(shares[k]));
        var structures = comparison.Engagement.Document.FeeStructures;
        var crossings = Cores.Each(structures.Count, structure => CrossingOf(sweep, rows, structure));

        var reference = parameters.PassThroughStructure;
        return new(
            structures, CurrentShareOf(comparison.Engagement.Document, parameters.Alternatives), comparison.Engagement.SetUpCost(parameters.SetUpPackages),
            rows, crossings, reference, [.. parameters.PassThroughShares.Select(share => PricesOf(rows, reference, share))]);
    }

    private static IEnumerable<decimal> Shares(int steps) => Enumerable.Range(0, steps + 1).Select(k => (decimal)k / steps);

    private static Figure CurrentShareOf(Engagement document, IReadOnlyList<AlternativeWork> alternatives)
    {
        var listed = alternatives.Select(alternative => document.Assets[alternative.Asset]).ToList();
        return listed.Where(asset => asset.Method == ProductionMethod.Ai).Sum(asset => asset.Quantity) / listed.Sum(asset => asset.Quantity);
    }

    private static Figure? CrossingOf(Sweep sweep, AutomationRow[] rows, int structure)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            if (!IsBelow(rows[k].Fees[structure].ExpectedFee, rows[k].Floor))
                continue;
            if (k == 0 || !rows[k - 1].Fees[structure].Feasible)
                return rows[k].Share;
            return Bisection.Beginning(rows[k - 1].Share.Value, rows[k].Share.Value, share => sweep.IsBelowFloor(structure, share));
        }

        return null;
    }

    private static bool IsBelow(Money? fee, Money floor) => fee is { } known && known.Amount < floor.Amount - BelowFloor;

    private static PassThroughPrices PricesOf(AutomationRow[] rows, int structure, decimal share) =>
        new(share, [.. rows.Select(row => PriceOf(row, rows[0].Fees[structure].ExpectedFee, rows[0].Cost, share))]);

    private static PassThroughPrice PriceOf(AutomationRow row, Money? classicFee, Money classicCost, decimal share)
    {
        if (classicFee is not { } fee)
            return new(row.Share, null, null, null, null);
        var passedOn = share * (classicCost - row.Cost);
        var price = fee - passedOn;
        var profit = price - row.Cost;
        return new(row.Share, price, profit, profit.Over(price), fee - price);
    }

    private sealed class Sweep
    {
        private readonly Comparison comparison;
        private readonly IReadOnlyList<FeeStructure> structures;
        private readonly Figure minimumMargin;
        private readonly DeliveredWork without, classic, automated;

        public Sweep(Comparison comparison, AutomationSweepParameters parameters)
        {
            this.comparison = comparison;
            var document = comparison.Engagement.Document;
            structures = document.FeeStructures;
            minimumMargin = Comparison.MinimumMarginOf(comparison.Engagement);

            var byPeople = Delivered(document, parameters.Alternatives, ProductionMethod.Classic);
            without = DeliveredWork.Of(WithoutSetUp(byPeople, parameters.SetUpPackages));
            classic = DeliveredWork.Of(byPeople);
            automated = DeliveredWork.Of(Delivered(document, parameters.Alternatives, ProductionMethod.Ai));
        }

        public AutomationRow At(decimal share)
        {
            var delivered = WorkAt(share);
            var basis = delivered.Basis(comparison.Basis);
            var cost = delivered.Work.Cost(basis.States).Expected(basis.States);
            return new(
                share, delivered.Work, delivered.Compute, cost, delivered.Work.Floor(minimumMargin), comparison.BargainingRange.Ceiling,
                [.. structures.Select(structure => Swept(FeeOf(structure, basis), cost))]);
        }

        public bool IsBelowFloor(int structure, decimal share)
        {
            var delivered = WorkAt(share);
            return IsBelow(FeeOf(structures[structure], delivered.Basis(comparison.Basis)), delivered.Work.Floor(minimumMargin));
        }

        public void FindMissingRates(decimal share, Bounds bounds)
        {
            var basis = WorkAt(share).Basis(comparison.Basis);
            for (var i = 0; i < structures.Count; i++)
                ComparisonTable.HasRates(structures[i], basis, $"/feeStructures/{i}", bounds);
        }

        private DeliveredWork WorkAt(decimal share) => share switch
        {
            0 => without,
            1 => automated,
            _ => classic.Towards(automated, share),
        };

        private static SweptFee Swept(Money? fee, Money cost)
        {
            var profit = fee - cost;
            return new(fee, profit, fee is { } known ? profit?.Over(known) : null);
        }

        private static Money? FeeOf(FeeStructure structure, FeeBasis basis) =>
            (structure.Price(basis).Fee as FeeSchedule.Feasible)?.Fee.Expected(basis.States);

        private static Engagement Delivered(Engagement document, IReadOnlyList<AlternativeWork> alternatives, ProductionMethod method)
        {
            var assets = document.Assets.ToArray();
            foreach (var alternative in alternatives)
                assets[alternative.Asset] = alternative.Made(method, document);
            return document with { Assets = assets };
        }

        private static Engagement WithoutSetUp(Engagement document, IReadOnlyList<int> packages) => document with
        {
            WorkPackages = [.. document.WorkPackages.Where((_, i) => !packages.Contains(i))],
            Costs = [.. document.Costs.Where(cost => cost.SetUp != true)],
        };
    }
}
