using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Prices what a vendor may do to a model on which part of an asset's quantity still depends.</summary>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Vendor of a model".</remarks>
internal static class VendorRiskPricing
{
    public static VendorEffect Of(VendorRisk risk, Comparison comparison, int asset, int generation)
    {
        var document = comparison.Engagement.Document;
        var quantity = document.Assets[asset].Quantity;
        var repriced = Changed(document, asset, generation, risk.RemainingShare, made => made with { UnitPrice = made.UnitPrice * (1 + risk.PriceChange) });
        var stopped = WithMigration(Changed(document, asset, generation, risk.RemainingShare, made => Replaced(made, risk)), risk, document.Assets[asset].Phase);

        var after = new[] { repriced, stopped }.Select(changed => DeliveredWork.Of(changed).Basis(comparison.Basis)).ToArray();
        var agreedCost = CostOf(comparison.Basis);
        var costs = after.Select(CostOf).ToArray();
        var stopCost = risk.StopProbability * (costs[1] - agreedCost);
        return new(
            agreedCost, costs[0], costs[1], quantity == 0 ? null : stopCost / quantity,
            [.. comparison.Structures.Select(column => new VendorEffectOnProfit(
                column.Structure, column.ExpectedProfit, ProfitOf(column, after[0], costs[0]), ProfitOf(column, after[1], costs[1])))]);
    }

    private static Money CostOf(FeeBasis basis) => basis.Work.Cost(basis.States).Expected(basis.States);

    private static Money? ProfitOf(StructureComparison column, FeeBasis changed, Money cost) =>
        AgreedFees.After(column.Structure, column.Price, changed) is FeeSchedule.Feasible { Fee: var fee } ? fee.Expected(changed.States) - cost : null;

    private static Generation Replaced(Generation made, VendorRisk risk) => made with
    {
        UnitPrice = risk.ReplacementUnitPrice ?? made.UnitPrice,
        Currency = risk.ReplacementUnitPrice is null ? made.Currency : null,
        AcceptanceProbability = risk.ReplacementAcceptanceProbability ?? made.AcceptanceProbability,
    };

    // What is made is made; only the rest of the quantity meets the change.
    private static Engagement Changed(Engagement document, int position, int generation, decimal remainingShare, Func<Generation, Generation> change)
    {
        var asset = document.Assets[position];
        var rest = asset with
        {
            Quantity = asset.Quantity * remainingShare,
            Generations = [.. asset.Generations.Select((made, i) => i == generation ? change(made) : made)],
        };
        return document with
        {
            Assets = [.. document.Assets.Select((other, i) => i == position ? asset with { Quantity = asset.Quantity * (1 - remainingShare) } : other), rest],
        };
    }

    private static Engagement WithMigration(Engagement document, VendorRisk risk, Phase phase) => document with
    {
        Costs = [.. document.Costs, new Cost { Name = "migration", Kind = CostKind.Ai, Amount = risk.MigrationCost, Phase = phase }],
    };
}
