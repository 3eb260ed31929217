using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>All that a section draws from.</summary>
/// <param name="Proposal">The offer.</param>
/// <param name="Identity">Letterhead and version.</param>
/// <param name="Texts">Words.</param>
/// <param name="Formats">Numbers and dates.</param>
/// <param name="Brand">The agency's colours.</param>
/// <param name="Numbers">Where each section stands.</param>
internal sealed record ProposalContent(
    ClientProposal Proposal, ProposalIdentity Identity, DocumentTexts Texts, Formats Formats, Brand Brand, PageNumbers Numbers)
{
    /// <summary>How far prices are taken apart.</summary>
    public ProposalDetail Detail { get; init; } = ProposalDetail.Lines;

    /// <summary>Cost sums; null unless the books are opened.</summary>
    public OpenBook? OpenBook { get; init; }

    /// <summary>Files inside the document.</summary>
    public ProposalAttachments Attachments { get; init; } = ProposalAttachments.None;

    /// <summary>Whether this only shows what could be offered.</summary>
    public bool IsPreview => Identity.Number is null;

    /// <summary>"Proposal 2026-0147"; of a preview or change order, that it is one.</summary>
    public string DocumentName => Identity.Number is { } number
        ? Texts.Say(Identity.Changes is null ? "document.proposal" : "document.change", Legible.Of(number))
        : Texts["document.preview"];

    /// <summary>"Change order to proposal 2026-0147 of 25 November 2026"; null for a proposal that stands by itself.</summary>
    public string? Changes => Identity.Changes switch
    {
        null => null,
        { Date: { } date } changed => Texts.Say("document.changesOf", Legible.Of(changed.Number), Formats.Date(date)),
        { } changed => Texts.Say("document.changes", Legible.Of(changed.Number)),
    };

    public string Agency => Identity.LegalName ?? Identity.Agency;

    /// <summary>Whether the fee is the same whatever happens.</summary>
    public static bool IsSure(FeeOption option) => option.LowestFee == option.HighestFee;

    /// <summary>Whether hours may come on top of a fee that is the same in all modelled cases.</summary>
    public static bool HasFurtherHours(FeeOption option) => option.Terms is ClientTerms.MonthlyHours
        || option.Terms is ClientTerms.ByPhase combined && combined.Parts.Any(part => part.Terms is ClientTerms.MonthlyHours);

    /// <summary>On what a fee that is the same in all modelled cases hangs besides, as the end of a text's key; empty for nothing.</summary>
    public static string Proviso(FeeOption option) => option.Terms is ClientTerms.PriceList ? "ByQuantity" : HasFurtherHours(option) ? "ByHours" : "";

    /// <summary>Between which amounts the fee lies over the modelled cases.</summary>
    public string Span(FeeOption option) => IsSure(option)
        ? Texts[$"options.noRange{Proviso(option)}"]
        : Texts.Say("options.fromTo", Formats.Amount(option.LowestFee), Formats.Money(option.LowestFee), Formats.Money(option.HighestFee));

    /// <summary>The same with the bounds that are agreed, where no calculation beside it names them.</summary>
    public string Range(FeeOption option) => !IsSure(option) && FeeWords.Limits(option, this) is { } limits ? $"{Span(option)}. {limits}" : Span(option);

    /// <summary>Whether the fee follows the outcome, and not the effort alone.</summary>
    public static bool FollowsOutcome(FeeOption option) => option.Outcomes.Select(outcome => outcome.Fee).Distinct().Skip(1).Any();

    /// <summary>Whether an outcome alone does not say what is paid: effort moves the fee, too.</summary>
    public static bool FollowsEffort(FeeOption option) => option.Outcomes.Count > 0
        && (option.Outcomes.Min(outcome => outcome.Fee) > option.LowestFee || option.Outcomes.Max(outcome => outcome.Fee) < option.HighestFee);

    public string OptionName(FeeOption option) => Texts.Say("option.letter", option.Letter ?? "");

    /// <summary>"Option A and Option C".</summary>
    public string OptionNames(IEnumerable<FeeOption> options) => Texts.List([.. options.Select(OptionName)]);

    /// <summary>"Option B, Fixed price (recommended)": a heading above what belongs to an option.</summary>
    public string Heading(FeeOption option)
    {
        var words = $"{OptionName(option)}, {option.Name}";
        return option.IsRecommended && Proposal.Options.Count > 1 ? $"{words} {Texts["acceptance.recommended"]}" : words;
    }

    /// <summary>What a price line is called; a levy or discount with what it is taken of.</summary>
    public string NameOf(PriceLine line)
    {
        var words = line is { Rate: { } rate, Base: { } whole } ? Texts.Say($"price.{line.Kind}.on", Formats.Percent(rate), Formats.Amount(whole)) : Texts[$"price.{line.Kind}"];
        return line.Kind switch
        {
            _ when line.Name is null => words,
            PriceKind.Unit or PriceKind.Part or PriceKind.ThirdParty => line.Name,
            _ => Texts.Say("price.named", words, line.Name),
        };
    }

    /// <summary>How many units a line counts: of a levy, per cent.</summary>
    public static decimal? QuantityOf(PriceLine line) => line is { Kind: PriceKind.ArtistSocialLevy, Rate: { } rate } ? rate * 100 : line.Quantity;

    /// <summary>What a line counts; empty where its name says it.</summary>
    public string UnitOf(PriceLine line) => line.Unit ?? line switch
    {
        { Kind: PriceKind.ArtistSocialLevy, Rate: not null } => Texts["price.unit.percent"],
        { Kind: PriceKind.MonthlyFee, Quantity: not null } => Texts["price.unit.month"],
        _ => "",
    };

    /// <summary>What a group of lines is called; third parties with the markup that their prices contain.</summary>
    public string TitleOf(LineGroup group) => group switch
    {
        { Phase: { } phase } => Texts[$"phase.{phase}"],
        { Group: PriceGroup.ThirdParty } when Markups(group) is [_, ..] markups =>
            markups is [var one] ? Texts.Say("prices.thirdParties", MarkupWords(one)) : Texts.Say("prices.thirdParties", Texts["prices.markup.several"]),
        _ => Texts[$"prices.group.{group.Group}"],
    };

    /// <summary>The markup of a line, where its group does not say it; null for none to tell.</summary>
    public string? MarkupNote(LineGroup group, PriceLine line) =>
        line.Markup is { } markup && (group.Lines.Count == 1 || Markups(group).Length > 1) ? MarkupWords(markup) : null;

    private string MarkupWords(decimal markup) => markup == 0 ? Texts["prices.markup.none"] : Texts.Say("prices.markup", Formats.Percent(markup));

    private static decimal[] Markups(LineGroup group) => [.. group.Lines.Select(line => line.Markup).OfType<decimal>().Distinct()];

    /// <summary>VAT by rate; one line at the proposal's rate where the option says nothing of rates.</summary>
    public IReadOnlyList<VatLine> VatLines(FeeOption option) =>
        option.VatLines.Count > 0 ? option.VatLines : [new(Proposal.VatRate, option.Net, option.Vat)];

    /// <summary>Whether the tax on the fee is not the agency's: then it has no rate here.</summary>
    public bool IsTaxedElsewhere => Proposal.Terms?.Vat.Treatment is not (null or VatTreatment.Domestic);

    /// <summary>In which options the price holds the further revision rounds to be expected, and what any other costs, in the texts of a document.</summary>
    public (string Key, string Options) FurtherRounds
    {
        get
        {
            var holding = Proposal.Options.Where(option => option.HoldsFurtherRounds).ToArray();
            if (holding.Length == 0)
                return ("scope.furtherRoundOpen", "");
            return holding.Length == Proposal.Options.Count ? ("scope.furtherRoundBeyond", "") : ("scope.furtherRoundBeyondIn", OptionNames(holding));
        }
    }

    /// <summary>What the tax of a rate is called, with its base where it is one of many.</summary>
    public string VatWords(VatLine tax, bool isOneOfMany)
    {
        if (IsTaxedElsewhere && tax.Rate == 0)
            return Texts[$"prices.vat.{Proposal.Terms!.Vat.Treatment}"];
        var rate = Formats.Percent(tax.Rate);
        return isOneOfMany ? Texts.Say("prices.vatOn", rate, Formats.Amount(tax.Net)) : Texts.Say("prices.vat", rate);
    }

    /// <summary>When a milestone is due: a day as a day, words as they are.</summary>
    public string? Due(Milestone milestone) => milestone.DueDay is { } day ? Formats.Date(day) : milestone.Due;

    /// <summary>The hash in groups of four, as far as asked for.</summary>
    public static string Grouped(string hash, int digits) =>
        string.Join(' ', hash[..Math.Min(hash.Length, digits)].Chunk(4).Select(group => new string(group)));
}

/// <summary>The numbered sections in their order.</summary>
internal enum Section
{
    Summary,
    Scope,
    Options,
    Comparison,
    Prices,
    OpenBook,
    Payments,
    Rights,
    AiStatement,
    KpiAnnex,
    Assumptions,
    Clauses,
    Acceptance,
}

/// <summary>Pages of the sections as the previous layout found them.</summary>
/// <param name="Sections">Page of each section that is in the document.</param>
/// <param name="Total">Pages in all.</param>
internal sealed record PageNumbers(IReadOnlyDictionary<Section, int> Sections, int Total)
{
    public static PageNumbers Unknown { get; } = new(new Dictionary<Section, int>(), 0);

    public int this[Section section] => Sections.GetValueOrDefault(section);

    public bool Agrees(PageNumbers other) =>
        Total == other.Total && Sections.Count == other.Sections.Count && Sections.All(entry => other[entry.Key] == entry.Value);
}
