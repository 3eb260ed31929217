using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>All that a section draws from.</summary>
/// <param name="Proposal">The offer.</param>
/// <param name="Identity">Letterhead and version.</param>
/// <param name="Texts">Words.</param>
/// <param name="Formats">Numbers and dates.</param>
/// <param name="Brand">The agency's colour.</param>
/// <param name="Numbers">Where each section stands.</param>
internal sealed record ProposalContent(
    ClientProposal Proposal, ProposalIdentity Identity, DocumentTexts Texts, Formats Formats, Brand Brand, PageNumbers Numbers)
{
    public string Agency => Identity.LegalName ?? Identity.Agency;

    /// <summary>Whether the fee is the same whatever happens.</summary>
    public static bool IsSure(FeeOption option) => option.LowestFee == option.HighestFee;

    /// <summary>Whether the fee follows the outcome, and not the effort alone.</summary>
    public static bool FollowsOutcome(FeeOption option) => option.Outcomes.Select(outcome => outcome.Fee).Distinct().Skip(1).Any();

    public string OptionName(FeeOption option) => Texts.Say("option.letter", option.Letter ?? "");

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
    AiStatement,
    Assumptions,
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
