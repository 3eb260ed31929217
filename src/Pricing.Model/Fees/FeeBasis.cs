using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>What a piece of work takes: the sums that a fee may rest on, of the whole engagement or of some phases.</summary>
public sealed record Work
{
    /// <summary>No work.</summary>
    public static readonly Work None = new();

    /// <summary>L: expected hours at loaded rates.</summary>
    public Money Labour { get; init; }

    /// <summary>Expected hours at direct rates.</summary>
    public Money DirectLabour { get; init; }

    /// <summary>L_plan: planned hours at loaded rates.</summary>
    public Money PlannedLabour { get; init; }

    /// <summary>Card: expected hours at the rate card's prices.</summary>
    public Money CardValue { get; init; }

    /// <summary>Hours as planned.</summary>
    public Hours PlannedHours { get; init; }

    /// <summary>Hours as expected, revisions included.</summary>
    public Hours ExpectedHours { get; init; }

    /// <summary>A: compute and every cost of kind ai.</summary>
    public Money Ai { get; init; }

    /// <summary>T: artistic and other third party, expected revision cost included.</summary>
    public Money ThirdParty { get; init; }

    /// <summary>T_risk: the part of T that only revision rounds beyond the included ones cause.</summary>
    public Money ThirdPartyRisk { get; init; }

    /// <summary>K: artists' social levy.</summary>
    public Money ArtistSocialLevy { get; init; }

    /// <summary>T + K: what passes through the agency.</summary>
    public Money PassThrough => ThirdParty + ArtistSocialLevy;

    /// <summary>L + A: what the agency itself spends.</summary>
    public Money OwnCost => Labour + Ai;

    /// <summary>Sum of two pieces of work.</summary>
    public static Work operator +(Work left, Work right) => new()
    {
        Labour = left.Labour + right.Labour,
        DirectLabour = left.DirectLabour + right.DirectLabour,
        PlannedLabour = left.PlannedLabour + right.PlannedLabour,
        CardValue = left.CardValue + right.CardValue,
        PlannedHours = left.PlannedHours + right.PlannedHours,
        ExpectedHours = left.ExpectedHours + right.ExpectedHours,
        Ai = left.Ai + right.Ai,
        ThirdParty = left.ThirdParty + right.ThirdParty,
        ThirdPartyRisk = left.ThirdPartyRisk + right.ThirdPartyRisk,
        ArtistSocialLevy = left.ArtistSocialLevy + right.ArtistSocialLevy,
    };

    /// <summary>A multiple of a piece of work.</summary>
    public static Work operator *(Work work, Figure factor) => new()
    {
        Labour = work.Labour * factor,
        DirectLabour = work.DirectLabour * factor,
        PlannedLabour = work.PlannedLabour * factor,
        CardValue = work.CardValue * factor,
        PlannedHours = work.PlannedHours * factor,
        ExpectedHours = work.ExpectedHours * factor,
        Ai = work.Ai * factor,
        ThirdParty = work.ThirdParty * factor,
        ThirdPartyRisk = work.ThirdPartyRisk * factor,
        ArtistSocialLevy = work.ArtistSocialLevy * factor,
    };

    /// <summary>cost(f) = L f + A + T + K, state by state.</summary>
    public StateAmounts Cost(JointStates states) =>
        StateAmounts.TimesFactor(states, Labour) + (Ai + ThirdParty + ArtistSocialLevy);

    /// <summary>The fee below which the agency walks away: (L + A) / (1 − minimum margin) + T + K.</summary>
    public Money Floor(Figure minimumMargin) => (OwnCost / (1 - minimumMargin) + PassThrough).Named("floor");
}

/// <summary>Everything a fee structure may look at. What is not in it cannot move a fee.</summary>
public sealed record FeeBasis
{
    /// <summary>The work that the fee is for.</summary>
    public required Work Work { get; init; }

    /// <summary>Cost and outcome states of the engagement.</summary>
    public required JointStates States { get; init; }

    /// <summary>V: what the whole engagement is worth to the client.</summary>
    public Money ClientValue { get; init; }

    /// <summary>The highest fee at which the client still gains.</summary>
    public Money Ceiling { get; init; }

    /// <summary>Discount on the rate card, a fraction.</summary>
    public Figure RateCardDiscount { get; init; }

    /// <summary>Share of the worked value that is billed, a fraction.</summary>
    public Figure Realisation { get; init; } = 1;

    /// <summary>The work of each phase, for combined structures.</summary>
    public IReadOnlyDictionary<Phase, Work> ByPhase { get; init; } = new Dictionary<Phase, Work>();

    /// <summary>Planned hours of a role in a phase's work packages whose method is not AI, at the undiscounted card rate.</summary>
    public Func<Phase, string, Money> IdeaValue { get; init; } = (_, _) => Money.Zero;

    /// <summary>JSON pointer of the structure in the document, so that its terms can be explained; null where nobody asked.</summary>
    public string? Pointer { get; init; }

    /// <summary>The work of some phases.</summary>
    public Work WorkOf(IReadOnlyList<Phase> phases) =>
        phases.Aggregate(Work.None, (sum, phase) => sum + ByPhase.GetValueOrDefault(phase, Work.None));

    /// <summary>T (1 + markup) + K.</summary>
    internal Money PassThroughWith(Figure thirdPartyMarkup) => Work.ThirdParty * (1 + thirdPartyMarkup) + Work.ArtistSocialLevy;

    /// <summary>A (1 + markup).</summary>
    internal Money AiWith(Figure aiMarkup) => Work.Ai * (1 + aiMarkup);

    /// <summary>A parameter of the structure as a figure that knows where it stands.</summary>
    internal Figure Term(decimal value, string member) =>
        Pointer is null ? value : Derivation.Input(value, Words(member), $"{Pointer}/{member}");

    /// <summary>A parameter in a list of the structure; its place is put together only where somebody asked.</summary>
    internal Figure Term(decimal value, string list, int index, string member) =>
        Pointer is null ? value : Term(value, $"{list}/{index}/{member}");

    private static string Words(string member)
    {
        var name = member[(member.LastIndexOf('/') + 1)..];
        var words = string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
        return words.StartsWith("ai ", StringComparison.Ordinal) ? $"AI {words[3..]}" : words;
    }
}
