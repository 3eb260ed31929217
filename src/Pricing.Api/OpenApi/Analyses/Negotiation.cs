using Pricing.Api.OpenApi.Contract;
using Pricing.Model.Fees;

namespace Pricing.Api.OpenApi.Analyses;

internal static class NegotiationOperation
{
    public static readonly AnalysisOperation Value = new(
        "negotiation", "Negotiation: the range, and three options to put on the table",
        "Splits the zone of possible agreement, prices options that each may have a scope of their own, and says what ideas are worth beside hours.",
        typeof(NegotiationParametersAsSent), typeof(NegotiationResult),
        ("The usual three options", "{}"),
        ("What if the client offers 150,000; a smaller option with fewer videos", """{ "fees": [150000], "options": [{ "name": "All", "split": 0.5 }, { "name": "Fewer videos", "split": 0.3, "changes": [{ "pointer": "/assets/0/quantity", "value": 60 }] }] }"""));
}

/// <summary>Parameters of a negotiation.</summary>
public sealed record NegotiationParametersAsSent
{
    /// <summary>Options to put on the table, 1 to 10. Default: best 0.85, better 0.5, good 0.2, all of the same scope.</summary>
    [Items(1, 10)]
    public IReadOnlyList<NegotiationOptionAsSent>? Options { get; init; }

    /// <summary>Fees to look at, 1 to 100, each 0 or more. Default: none.</summary>
    /// <example>[150000]</example>
    [Items(1, 100)]
    public IReadOnlyList<decimal>? Fees { get; init; }

    /// <summary>What ideas are worth. Default: not asked.</summary>
    public NegotiationIdeasAsSent? Ideas { get; init; }
}

/// <summary>An option to put on the table.</summary>
public sealed record NegotiationOptionAsSent
{
    /// <summary>Its name.</summary>
    /// <example>Fewer videos</example>
    public required string Name { get; init; }

    /// <summary>Share of the zone of possible agreement that goes to the agency, a fraction.</summary>
    /// <example>0.5</example>
    [Fraction]
    public required decimal Split { get; init; }

    /// <summary>What makes its scope, 1 to 20 numbers changed one after the other. Default: the engagement's scope.</summary>
    [Items(1, 20)]
    public IReadOnlyList<NumberChangeAsSent>? Changes { get; init; }
}

/// <summary>A number of the engagement that is changed.</summary>
public sealed record NumberChangeAsSent
{
    /// <summary>JSON pointer to the number.</summary>
    /// <example>/assets/0/quantity</example>
    [LongText]
    public required string Pointer { get; init; }

    /// <summary>The value it becomes.</summary>
    /// <example>60</example>
    [AnyNumber]
    public required decimal Value { get; init; }
}

/// <summary>What is asked about ideas.</summary>
public sealed record NegotiationIdeasAsSent
{
    /// <summary>Codes of the roles that have them, at least one.</summary>
    /// <example>["CD"]</example>
    [Items(1, 1000)]
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Phase in which they are had. Default: ideation.</summary>
    /// <example>ideation</example>
    public Phase? Phase { get; init; }

    /// <summary>How many, above 0.</summary>
    /// <example>3</example>
    [Amount]
    public required decimal Count { get; init; }

    /// <summary>Sum of the usage factors. Default: that of the first licence; required where there is none.</summary>
    /// <example>2.3</example>
    [Amount]
    public decimal? UsageFactor { get; init; }
}

/// <summary>The range, and the options on it.</summary>
public sealed record NegotiationResult : AnalysisResult
{
    /// <summary>The fee below which the agency walks away.</summary>
    /// <example>568166.64</example>
    public required decimal Floor { get; init; }

    /// <summary>The fee above which the client walks away.</summary>
    /// <example>1070461.99</example>
    public required decimal Ceiling { get; init; }

    /// <summary>Ceiling less floor.</summary>
    /// <example>502295.35</example>
    public required decimal Zopa { get; init; }

    /// <summary>Whether a deal is possible.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>The even split; null where no deal is possible.</summary>
    /// <example>819314.31</example>
    public required decimal? NashPrice { get; init; }

    /// <summary>The structures on the range.</summary>
    public required IReadOnlyList<NegotiatedStructureResult> Structures { get; init; }

    /// <summary>The fees asked about, on the range.</summary>
    public required IReadOnlyList<NegotiatedFeeResult> Fees { get; init; }

    /// <summary>The options.</summary>
    public required IReadOnlyList<NegotiationOptionResult> Options { get; init; }

    /// <summary>What calls for attention.</summary>
    public required IReadOnlyList<NegotiationWarningResult> Warnings { get; init; }

    /// <summary>What ideas are worth; absent where it was not asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IdeaPricingResult? Ideas { get; init; }
}

/// <summary>What both sides gain.</summary>
public abstract record GainsResult
{
    /// <summary>(fee − floor) / ZOPA; null without a zone of possible agreement.</summary>
    /// <example>0.12558402</example>
    public required decimal? Split { get; init; }

    /// <summary>Fee less floor.</summary>
    /// <example>63080.27</example>
    public required decimal? AgencyGain { get; init; }

    /// <summary>What the client gains against its ceiling.</summary>
    /// <example>439215.08</example>
    public required decimal? ClientGain { get; init; }
}

/// <summary>A structure on the range.</summary>
public sealed record NegotiatedStructureResult : GainsResult
{
    /// <summary>Place of the structure.</summary>
    /// <example>1</example>
    public required int Structure { get; init; }

    /// <summary>Its type.</summary>
    /// <example>fixed</example>
    public required string Type { get; init; }

    /// <summary>Its name; null where it has none.</summary>
    /// <example>Fixed price</example>
    public required string? Name { get; init; }

    /// <summary>Expected fee; null where infeasible.</summary>
    /// <example>631246.91</example>
    public required decimal? ExpectedFee { get; init; }
}

/// <summary>A fee on the range.</summary>
public sealed record NegotiatedFeeResult : GainsResult
{
    /// <summary>The fee.</summary>
    /// <example>700000.00</example>
    public required decimal Fee { get; init; }
}

/// <summary>An option; everything from the price on is null where its range is infeasible.</summary>
public sealed record NegotiationOptionResult
{
    /// <summary>Its name.</summary>
    /// <example>better</example>
    public required string Name { get; init; }

    /// <summary>Floor of its scope.</summary>
    /// <example>568166.64</example>
    public required decimal Floor { get; init; }

    /// <summary>Ceiling of its scope.</summary>
    /// <example>1070461.99</example>
    public required decimal Ceiling { get; init; }

    /// <summary>Ceiling less floor.</summary>
    /// <example>502295.35</example>
    public required decimal Zopa { get; init; }

    /// <summary>Whether a deal is possible.</summary>
    /// <example>true</example>
    public required bool Feasible { get; init; }

    /// <summary>Share of the zone that goes to the agency.</summary>
    /// <example>0.5</example>
    public required decimal Split { get; init; }

    /// <summary>floor + split × ZOPA.</summary>
    /// <example>819314.31</example>
    public required decimal? Price { get; init; }

    /// <summary>Expected cost of its scope.</summary>
    /// <example>559876.66</example>
    public required decimal? ExpectedCost { get; init; }

    /// <summary>Price less cost.</summary>
    /// <example>259437.65</example>
    public required decimal? ExpectedProfit { get; init; }

    /// <summary>Profit / price.</summary>
    /// <example>0.31665217</example>
    public required decimal? ProfitMargin { get; init; }

    /// <summary>Price less floor.</summary>
    /// <example>251147.67</example>
    public required decimal? AgencyGain { get; init; }

    /// <summary>What the client gains against its ceiling.</summary>
    /// <example>251147.67</example>
    public required decimal? ClientGain { get; init; }

    /// <summary>The client's value less what the price costs it.</summary>
    /// <example>632995.63</example>
    public required decimal? ClientSurplus { get; init; }

    /// <summary>Surplus less that of the next best alternative.</summary>
    /// <example>251147.67</example>
    public required decimal? SurplusVersusAlternative { get; init; }

    /// <summary>Whether the client is at least as well off as with its alternative.</summary>
    /// <example>true</example>
    public required bool? BeatsAlternative { get; init; }
}

/// <summary>Something that calls for attention.</summary>
public sealed record NegotiationWarningResult
{
    /// <summary>sameScope: the options differ in price alone. noRange: no deal is possible for this option. worseThanAlternative: the client is better off elsewhere.</summary>
    /// <example>sameScope</example>
    public required string Code { get; init; }

    /// <summary>Place of the option; absent where it is about all of them.</summary>
    /// <example>0</example>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public int? Option { get; init; }
}

/// <summary>What ideas are worth beside what hours bring.</summary>
public sealed record IdeaPricingResult
{
    /// <summary>Planned hours at card rates.</summary>
    /// <example>65700.00</example>
    public required decimal CardValue { get; init; }

    /// <summary>What these hours bring after discount and realisation.</summary>
    /// <example>58045.95</example>
    public required decimal HourlyPrice { get; init; }

    /// <summary>Card value × usage factor.</summary>
    /// <example>151110.00</example>
    public required decimal LicenceFee { get; init; }

    /// <summary>Licence fee / ideas.</summary>
    /// <example>50370.00</example>
    public required decimal LicenceFeePerIdea { get; init; }

    /// <summary>Nash price less the fee of the first hourly structure; null where either is missing.</summary>
    /// <example>202990.15</example>
    public required decimal? MoneyLeftOnTable { get; init; }

    /// <summary>(Hourly price + money left on the table) / ideas; null likewise.</summary>
    /// <example>87012.03</example>
    public required decimal? ImpliedPricePerIdea { get; init; }
}
