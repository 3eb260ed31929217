using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The clauses of the library. Their codes are the agency's own and stay out.</summary>
internal static class ClausesSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        foreach (var clause in content.Proposal.Terms!.Clauses)
            flow.LabelRow(clause.Title, null, MarkedText.Of(clause.Text));
    }
}
