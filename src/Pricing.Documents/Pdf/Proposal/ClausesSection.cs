using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The clauses of the library, each with its code and version.</summary>
internal static class ClausesSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        foreach (var clause in content.Proposal.Terms!.Clauses)
        {
            var source = content.Texts.Say("clauses.source", clause.Code, content.Texts.Number(clause.Version, asDigits: true));
            flow.LabelRow(clause.Title, source, MarkedText.Of(clause.Text));
        }
    }
}
