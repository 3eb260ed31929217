using Pricing.Model.Comparisons;

namespace Pricing.Model.Proposals;

/// <summary>What the agency itself sees of an offer: cost, margin, risk and bargaining range beside what the client sees. It never goes to a client.</summary>
/// <param name="Offer">What the client sees.</param>
/// <param name="Options">The options in the client's order.</param>
/// <param name="Costs">Cost of each scope on offer.</param>
public sealed record InternalProposal(ClientProposal Offer, IReadOnlyList<InternalOption> Options, OpenBook Costs)
{
    /// <summary>The agency's view of options.</summary>
    /// <inheritdoc cref="ProposalDraft.From(IReadOnlyList{ProposedOption}, AgreedTerms?)"/>
    public static InternalProposal Of(IReadOnlyList<ProposedOption> options, AgreedTerms? terms) => new(
        ProposalDraft.From(options, terms),
        [.. ProposalDraft.Lettered(options, terms).Select(option => new InternalOption(option.Drawn, option.Proposed.Comparison, option.Proposed.Comparison.Structures[option.Proposed.Structure]))],
        OpenBook.Of(options));
}

/// <summary>An option with the figures behind it.</summary>
/// <param name="Option">What the client sees.</param>
/// <param name="Comparison">Its scope under every fee structure.</param>
/// <param name="Figures">Its fee structure; without extras, whose cost is not known.</param>
public sealed record InternalOption(FeeOption Option, Comparison Comparison, StructureComparison Figures);
