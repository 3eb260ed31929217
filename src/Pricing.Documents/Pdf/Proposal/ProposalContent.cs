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

    public string Agency => Identity.LegalName ?? Identity.Agency;

    /// <summary>Whether the fee is the same whatever happens.</summary>
    public static bool IsSure(FeeOption option) => option.LowestFee == option.HighestFee;

    /// <summary>Whether the fee follows the outcome, and not the effort alone.</summary>
    public static bool FollowsOutcome(FeeOption option) => option.Outcomes.Select(outcome => outcome.Fee).Distinct().Skip(1).Any();

    public string OptionName(FeeOption option) => Texts.Say("option.letter", option.Letter ?? "");

    /// <summary>"Option A and Option C".</summary>
    public string OptionNames(IEnumerable<FeeOption> options) => Texts.List([.. options.Select(OptionName)]);

    /// <summary>What a price line is called.</summary>
    public string NameOf(PriceLine line)
    {
        var words = Texts[$"price.{line.Kind}"];
        return line.Kind switch
        {
            _ when line.Name is null => words,
            PriceKind.Unit or PriceKind.Part or PriceKind.ThirdParty => line.Name,
            _ => Texts.Say("price.named", words, line.Name),
        };
    }

    /// <summary>VAT by rate; one line at the proposal's rate where the option says nothing of rates.</summary>
    public IReadOnlyList<VatLine> VatLines(FeeOption option) =>
        option.VatLines.Count > 0 ? option.VatLines : [new(Proposal.VatRate, option.Net, option.Vat)];

    /// <summary>What the tax of a rate is called, with its base where it is one of many.</summary>
    public string VatWords(VatLine tax, bool isOneOfMany)
    {
        if (Proposal.Terms?.Vat.Treatment is { } treatment and not VatTreatment.Domestic && tax.Rate == 0)
            return Texts[$"prices.vat.{treatment}"];
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
