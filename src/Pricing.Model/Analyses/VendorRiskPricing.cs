using Pricing.Model.Comparisons;
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

        var (atNewPrice, afterStop) = (Comparison.Of(ResolvedEngagement.From(repriced), comparison), Comparison.Of(ResolvedEngagement.From(stopped), comparison));
        var (agreed, later, last) = (CostOf(comparison), CostOf(atNewPrice), CostOf(afterStop));
        var stopCost = risk.StopProbability * (last - agreed);
        return new(
            agreed, later, last, quantity == 0 ? null : stopCost / quantity,
            [.. comparison.Structures.Select((column, i) => new VendorEffectOnProfit(
                column.ExpectedProfit, atNewPrice.Structures[i].ExpectedProfit, afterStop.Structures[i].ExpectedProfit))]);
    }

    private static Money CostOf(Comparison comparison) => comparison.Structures[0].ExpectedCost;

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
