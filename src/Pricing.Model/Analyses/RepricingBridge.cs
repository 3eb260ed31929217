using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Analyses;

/// <summary>Why a price is another one than before, in the order in which the bridge takes the causes.</summary>
public enum PriceCause
{
    /// <summary>What is done and what it takes: work, quantities, hours, attempts, costs, revisions.</summary>
    Scope,

    /// <summary>What people cost and what their hours are sold for, with the agency's own figures.</summary>
    Rate,

    /// <summary>Unit prices of generative models.</summary>
    AiPrice,

    /// <summary>Exchange rates.</summary>
    Currency,

    /// <summary>Terms of the fee structure but its discount, the value case and what may happen.</summary>
    Terms,

    /// <summary>Discounts, of the rate card and of the fee structure.</summary>
    Discount,
}

/// <summary>A stage on the way from one price to another.</summary>
/// <param name="Cause">What has changed since the stage before; null for the first.</param>
/// <param name="Comparison">The engagement at this stage, under the one fee structure.</param>
public sealed record RepricingStage(PriceCause? Cause, Comparison Comparison);

/// <summary>Takes the way from one price of an engagement to another apart by causes.</summary>
/// <remarks>
/// Each stage changes one cause and keeps those before it; the first is the earlier engagement, the last the later one. The differences of neighbouring
/// stages therefore add up to the whole, whatever is rounded at the stages. Source: docs/formulas/costs.md, "Repricing".
/// </remarks>
public static class RepricingBridge
{
    /// <summary>The stages.</summary>
    /// <param name="before">The earlier engagement.</param>
    /// <param name="structureBefore">Its fee structure, by position.</param>
    /// <param name="after">The later one, in the same currency.</param>
    /// <param name="structureAfter">Its fee structure, by position.</param>
    /// <exception cref="Quantities.BeyondBoundsException">A figure of a stage exceeds 1e13.</exception>
    public static IReadOnlyList<RepricingStage> Of(Engagement before, int structureBefore, Engagement after, int structureAfter)
    {
        var (from, to) = (Under(before, structureBefore), Under(after, structureAfter));
        var stages = new List<RepricingStage> { new(null, Compare(from)) };
        foreach (var cause in Enum.GetValues<PriceCause>())
            stages.Add(new(cause, Compare(Stage(from, to, cause))));
        return stages;
    }

    private static Comparison Compare(Engagement engagement) => Comparison.Of(ResolvedEngagement.From(engagement));

    private static Engagement Under(Engagement engagement, int structure) => engagement with { FeeStructures = [engagement.FeeStructures[structure]] };

    // The later engagement in which everything behind the cause is still the earlier one's.
    private static Engagement Stage(Engagement from, Engagement to, PriceCause reached)
    {
        var (people, terms) = (reached >= PriceCause.Rate ? to : from, reached >= PriceCause.Terms ? to : from);
        var discounted = reached >= PriceCause.Discount ? to : from;
        return to with
        {
            Agency = people.Agency,
            RateCard = new(discounted.RateCard.Discount, people.RateCard.Realisation, Roles(people.RateCard, from.RateCard, to.RateCard)),
            Assets = reached >= PriceCause.AiPrice ? to.Assets : WithPricesOf(from.Assets, to.Assets),
            ExchangeRates = Rates(reached >= PriceCause.Currency ? [to, from] : [from, to]),
            Value = terms.Value,
            Scenarios = terms.Scenarios,
            Scorecard = terms.Scorecard,
            TailProbability = terms.TailProbability,
            FeeStructures = [terms.FeeStructures[0] with { Discount = discounted.FeeStructures[0].Discount }],
        };
    }

    // A role of only one side has that side's rates: the work or the terms of a stage may still name it.
    private static Role[] Roles(RateCard first, params RateCard[] others) =>
        [.. first.Roles.Concat(others.SelectMany(card => card.Roles)).DistinctBy(role => role.Code)];

    private static ExchangeRate[] Rates(Engagement[] inOrder) => [.. inOrder.SelectMany(side => side.ExchangeRates).DistinctBy(rate => rate.Currency)];

    private static Asset[] WithPricesOf(IReadOnlyList<Asset> from, IReadOnlyList<Asset> to)
    {
        var left = from.ToList();
        return [.. to.Select(asset => left.Find(other => IsSame(other, asset)) is { } earlier && left.Remove(earlier) ? WithPricesOf(earlier, asset) : asset)];
    }

    private static bool IsSame(Asset one, Asset other) => one.Id is not null && other.Id is not null ? one.Id == other.Id : one.Name == other.Name && one.Phase == other.Phase;

    // Prices of different units are no prices of the same thing.
    private static Asset WithPricesOf(Asset from, Asset to) => to with
    {
        Generations = [.. to.Generations.Select((generation, i) => i < from.Generations.Count && from.Generations[i].Unit == generation.Unit
            ? generation with { UnitPrice = from.Generations[i].UnitPrice, Currency = from.Generations[i].Currency }
            : generation)],
    };
}
