using Pricing.Application.Features.Engagements;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Repricing;

/// <summary>The way from one price to another by causes. Each bridge adds up to the minor unit.</summary>
/// <param name="Engagement">Id of the engagement.</param>
/// <param name="Name">Name of the engagement.</param>
/// <param name="Version">Version of the engagement.</param>
/// <param name="AsOf">Day as of which it was repriced.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Structure">The fee structure.</param>
/// <param name="Against">What it is compared to.</param>
/// <param name="Cost">From the cost before to the cost now.</param>
/// <param name="Fee">From the expected fee before to the one now; null where the structure is infeasible at a stage.</param>
/// <param name="Profit">From the expected profit before to the one now; null where the structure is infeasible at a stage.</param>
/// <param name="Changes">Which prices, rate cards, profiles and exchange rates are other ones.</param>
public sealed record RepricingBridges(
    Guid Engagement, string Name, int Version, DateOnly AsOf, string Currency, RepricedStructure Structure, RepricedAgainst Against, PriceBridge Cost, PriceBridge? Fee,
    PriceBridge? Profit, IReadOnlyList<PriceChange> Changes)
{
    internal static RepricingBridges Of(
        EngagementRecord engagement, DateOnly asOf, int position, RepricedAgainst against, IReadOnlyList<RepricingStage> stages, IReadOnlyList<PriceChange> changes)
    {
        var last = stages[^1].Comparison;
        var structure = last.Structures[0].Structure;
        return new(
            engagement.Id, engagement.Name, engagement.Version, asOf, last.Currency.Code, new(position, structure.Type, structure.Name), against,
            PriceBridge.Of(stages, stage => stage.Comparison.Cost.Total)!,
            PriceBridge.Of(stages, stage => stage.Comparison.Structures[0].ExpectedFee),
            PriceBridge.Of(stages, stage => stage.Comparison.Structures[0].ExpectedProfit), changes);
    }
}

/// <summary>The fee structure of a bridge.</summary>
/// <param name="Position">Position in the engagement's document, counted from 0.</param>
/// <param name="Type">Type.</param>
/// <param name="Name">Name; null where it has none.</param>
public sealed record RepricedStructure(int Position, string Type, string? Name);

/// <summary>What an engagement is compared to.</summary>
/// <param name="Engagement">Id of the engagement.</param>
/// <param name="Scenario">Id of the scenario; null where it is none.</param>
/// <param name="Name">Name of the engagement or scenario.</param>
/// <param name="PricingDate">Day as of which it is priced.</param>
public sealed record RepricedAgainst(Guid Engagement, Guid? Scenario, string Name, DateOnly PricingDate);

/// <summary>A bridge: where it starts, one step for each cause, where it ends.</summary>
/// <param name="From">The figure before.</param>
/// <param name="Steps">What each cause changes, in order; 0 where it changes nothing.</param>
/// <param name="To">The figure now: from and all steps, to the minor unit.</param>
public sealed record PriceBridge(decimal From, IReadOnlyList<PriceStep> Steps, decimal To)
{
    // Differences of rounded stages: what is rounded at a stage is taken back at the next, so the sum is exact.
    internal static PriceBridge? Of(IReadOnlyList<RepricingStage> stages, Func<RepricingStage, Money?> figure)
    {
        var totals = stages.Select(stage => figure(stage)?.ToMinorUnit(stage.Comparison.Currency)).ToList();
        if (totals.Contains(null))
            return null;
        var steps = stages.Skip(1).Select((stage, i) => new PriceStep(stage.Cause!.Value, totals[i + 1]!.Value - totals[i]!.Value, totals[i + 1]!.Value));
        return new(totals[0]!.Value, [.. steps], totals[^1]!.Value);
    }
}

/// <summary>A step of a bridge.</summary>
/// <param name="Cause">Why the figure is another one.</param>
/// <param name="Amount">By how much.</param>
/// <param name="Total">The figure after this step.</param>
public sealed record PriceStep(PriceCause Cause, decimal Amount, decimal Total);
