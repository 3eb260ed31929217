using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi;

/// <summary>
/// An engagement that spells everything out: what is done, what it takes, what it is worth and how it may be charged. Amounts are in its currency
/// unless another stands beside them; shares, rates and margins are fractions (0.05 is 5 %). Unknown members are refused.
/// </summary>
public record EngagementDocument : EngagementMembers
{
    /// <summary>What people cost and what an hour of them is sold for.</summary>
    public required RateCardAsSent RateCard { get; init; }

    /// <summary>How far real hours spread around planned ones, by kind of work; at least one, each code once.</summary>
    [Items(1, 1000)]
    public required IReadOnlyList<EffortProfileAsSent> EffortProfiles { get; init; }

    /// <summary>Repeatable production, such as 96 videos made with AI. Default: none.</summary>
    public IReadOnlyList<AssetAsSent>? Assets { get; init; }
}

/// <summary>
/// An engagement as the desk stores it: the document of the comparison, which may name a stored rate card, effort profiles and price-book entries by
/// their codes. They are resolved as of the pricing date and kept.
/// </summary>
public record StoredEngagementDocument : EngagementMembers
{
    /// <summary>The rate card, spelled out, or a stored one by its code.</summary>
    public required AnyRateCard RateCard { get; init; }

    /// <summary>Effort profiles of this engagement alone. Default: none; work may name stored profiles by their codes.</summary>
    public IReadOnlyList<EffortProfileAsSent>? EffortProfiles { get; init; }

    /// <summary>Repeatable production, such as 96 videos made with AI. Default: none.</summary>
    public IReadOnlyList<StoredAsset>? Assets { get; init; }
}

/// <summary>What every engagement has.</summary>
public abstract record EngagementMembers
{
    /// <summary>Name, as proposals print it.</summary>
    /// <example>Social content campaign, 120 short videos</example>
    public required string Name { get; init; }

    /// <summary>Name of the client. Default: none.</summary>
    /// <example>Consumer goods brand</example>
    public string? Client { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount without a currency of its own.</summary>
    /// <example>EUR</example>
    [CurrencyCode]
    public required string Currency { get; init; }

    /// <summary>Rates of foreign currencies, each currency once. The document's own needs none. Default: none.</summary>
    public IReadOnlyList<ExchangeRateAsSent>? ExchangeRates { get; init; }

    /// <summary>The agency's own conditions.</summary>
    public required AgencyAsSent Agency { get; init; }

    /// <summary>Work that is done once. Default: none.</summary>
    public IReadOnlyList<WorkPackageAsSent>? WorkPackages { get; init; }

    /// <summary>Costs that fall due once. Default: none.</summary>
    public IReadOnlyList<CostAsSent>? Costs { get; init; }

    /// <summary>Rounds of changes beyond the included ones. Default: none are expected.</summary>
    public RevisionsAsSent? Revisions { get; init; }

    /// <summary>What the work is worth to the client.</summary>
    public required ValueAsSent Value { get; init; }

    /// <summary>What may happen: states of cost and of outcome, independent of each other.</summary>
    public required ScenariosAsSent Scenarios { get; init; }

    /// <summary>How success is measured. Default: not at all; required where a structure is a hybrid.</summary>
    public ScorecardAsSent? Scorecard { get; init; }

    /// <summary>Tail of the CVaR figures, a fraction from 0.000001 to 1: 0.1 looks at the worst tenth.</summary>
    /// <example>0.1</example>
    [PositiveFraction]
    public required decimal TailProbability { get; init; }

    /// <summary>The ways to charge that are compared, 1 to 50.</summary>
    [Items(1, 50)]
    public required IReadOnlyList<FeeStructure> FeeStructures { get; init; }
}
