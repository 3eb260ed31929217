using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Proposals;

namespace Pricing.Documents.ClientPages;

/// <summary>What a client's page says of an offer: the documents' sentences, by the same rules.</summary>
/// <param name="Proposal">The offer: the only thing of the model that the page can show.</param>
/// <param name="Identity">Who writes to whom, and which version it is.</param>
/// <param name="Words">The language.</param>
public sealed record PageContent(ClientProposal Proposal, ProposalIdentity Identity, PageWords Words)
{
    /// <summary>How many alternatives the comparison shows; more would be a list nobody compares.</summary>
    internal const int MostAlternatives = 12;

    private readonly ProposalContent content = new(Proposal, Identity, Words.Texts, Words.Formats, Brand.Of(Identity.BrandColour), PageNumbers.Unknown);

    /// <summary>The agency as registered.</summary>
    public string Agency => Identity.LegalName ?? Identity.Agency;

    /// <summary>"Proposal 2026-0147"; of a change order, that it is one.</summary>
    public string DocumentName => content.DocumentName;

    /// <summary>What it is, for whom and until when.</summary>
    public string For
    {
        get
        {
            var until = Words.Date(Identity.ValidUntil);
            var what = content.Changes ?? Words.Texts["cover.proposal"];
            return Proposal.Client is { } client ? Words.Say("page.for", what, client, until) : Words.Say("page.forNobody", what, until);
        }
    }

    /// <summary>"Option A".</summary>
    public string NameOf(FeeOption option) => Words.Say("option.letter", option.Letter ?? "");

    /// <summary>Whether the fee is the same whatever happens.</summary>
    public static bool IsSure(FeeOption option) => ProposalContent.IsSure(option);

    /// <summary>"fest, netto; 197.413,76 € brutto".</summary>
    public string UnderPrice(FeeOption option) => Words.Say(
        "options.withGross", Words[OptionCards.Kind(option)], Words.Money(option.Gross));

    /// <summary>Between which amounts the fee lies.</summary>
    public string Range(FeeOption option) => content.Range(option);

    /// <summary>The outcome in which the work brings least; null where none is stated.</summary>
    public ClientOutcome? Worst => Proposal.Value.Outcomes.MinBy(outcome => outcome.ValueMultiplier);

    /// <summary>In whose price further revision rounds are, where what they cost is not agreed.</summary>
    public string FurtherRounds => Words.Say(content.FurtherRounds.Key, content.FurtherRounds.Options);

    /// <summary>What is paid in the worst outcome.</summary>
    public string InWorst(FeeOption option) =>
        option.Outcomes.FirstOrDefault(outcome => outcome.Outcome == Worst?.Name) is { } own ? Words.Say(OptionCards.YouPay(option), Words.Money(own.Fee)) : "\u2013";

    /// <summary>The month in which the benefit reaches the fee.</summary>
    public string Payback(FeeOption option) => option.PaybackMonth is { } month ? Words.Say("options.inMonth", month) : Words["options.noMonth"];

    /// <summary>How the fee is reckoned, in the client's quantities.</summary>
    public string Reckoned(FeeOption option) =>
        FeeWords.Rates(option, content) is { } rates ? $"{FeeWords.Of(option, content)}. {rates}" : FeeWords.Of(option, content);

    /// <summary>Why the agency recommends an option, Markdown; null where it says nothing.</summary>
    public static string? Reason(FeeOption option) => option.IsRecommended ? option.Reason : null;

    /// <summary>What the part of a fee that depends on success follows; null where no fee depends on it.</summary>
    public string? FeeMeasure => KpiSection.FeeMeasure(content);

    /// <summary>Whether more is known of a measure than its name; else <see cref="MeasureNames"/> says all.</summary>
    public bool HasMeasures => KpiSection.HasContent(Proposal);

    /// <summary>The measures by name; null where there are none.</summary>
    public string? MeasureNames => Proposal.Value.Kpis.Count == 0 ? null : KpiSection.Names(content);

    /// <summary>That the measures set no fee; null where no fee depends on success.</summary>
    public string? MeasuresBeside => KpiSection.FollowsValue(Proposal) ? Words["kpis.beside"] : null;

    /// <summary>What of an option can be chosen: lines one by one, and one line of each group; a dash for nothing.</summary>
    public string Choices(FeeOption option)
    {
        var single = option.Extras.Count(extra => extra.Group is null);
        var groups = option.Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).Select(group => Words.Count("options.oneOf", group.Count()));
        string[] choices = single == 0 ? [.. groups] : [Words.Count("options.extras", single), .. groups];
        return choices.Length == 0 ? "\u2013" : string.Join(", ", choices);
    }

    /// <summary>VAT with its rate, or with each of them.</summary>
    public string VatName
    {
        get
        {
            VatLine[] taxes = [.. Proposal.Options.SelectMany(content.VatLines).DistinctBy(tax => tax.Rate).OrderByDescending(tax => tax.Rate)];
            return taxes is [var tax] ? content.VatWords(tax, isOneOfMany: false) : Words.Say("payments.vatRates", Words.List([.. taxes.Select(tax => Words.Percent(tax.Rate))]));
        }
    }

    /// <summary>A figure of a measure with its unit.</summary>
    public string Measured(decimal? value, string? unit) => KpiSection.Measured(value, unit, Words.Formats);

    /// <summary>The instalments of all options, each once, in their order.</summary>
    public IReadOnlyList<Milestone> Milestones => [.. Proposal.Options.SelectMany(option => option.Instalments.Select(one => one.Milestone)).DistinctBy(one => (one.Name, one.Due)).OrderBy(Place)];

    /// <summary>What of an option falls due at an instalment; null for nothing.</summary>
    public static Instalment? DueOf(FeeOption option, Milestone milestone) => option.Instalments.FirstOrDefault(one => (one.Milestone.Name, one.Milestone.Due) == (milestone.Name, milestone.Due));

    // Options may have plans of their own; each instalment keeps the latest place that it has in any of them.
    private int Place(Milestone milestone) => Proposal.Options.Max(option => option.Instalments.Index().Where(one => one.Item.Milestone.Name == milestone.Name && one.Item.Milestone.Due == milestone.Due).Select(one => one.Index).DefaultIfEmpty(-1).Max());

    /// <summary>What may be done with the results, in a line; null where nothing is agreed.</summary>
    public string? Rights => Proposal.Terms?.Rights.Select(right => $"{right.Type}, {right.Territory}, {right.Term}").Distinct().ToList() switch
    {
        null or [] => null,
        [var same] => same,
        _ => Words["options.rightsByResult"],
    };

    /// <summary>What the recommended option does best among those offered, by rule; empty for one option alone.</summary>
    public string Finding => ComparisonSection.Finding(content);

    /// <summary>The alternatives that the comparison shows.</summary>
    public IEnumerable<FeeOption> Alternatives => Proposal.Alternatives.Take(MostAlternatives);

    /// <summary>What the comparison's figures are.</summary>
    public string ComparisonNote => ComparisonSection.Definition(content);

    /// <summary>How a result is marked.</summary>
    public string Labelling(AiDeliverable deliverable) => deliverable switch
    {
        { IsLabelled: false } => Words["ai.labelNo"],
        { VisibleLabel: { } visible, HasCredentials: true } => Words.Say("ai.labelVisible", Words.Say("ai.labelBoth", visible)),
        { VisibleLabel: { } visible } => Words.Say("ai.labelVisible", visible),
        { HasCredentials: true } => Words.Say("ai.labelVisible", Words["ai.labelCredentials"]),
        _ => Words["ai.labelYes"],
    };

    /// <summary>When a milestone is due: a day as a day, words as they are.</summary>
    public string Due(Milestone milestone) =>
        DateOnly.TryParseExact(milestone.Due, "yyyy-MM-dd", out var day) ? Words.Date(day) : milestone.Due ?? "\u2013";

    /// <summary>The hash in groups of four, as far as asked for.</summary>
    public static string Grouped(string hash, int digits = 64) => ProposalContent.Grouped(hash, digits);
}
