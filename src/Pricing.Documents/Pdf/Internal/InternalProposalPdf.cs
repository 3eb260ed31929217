using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Internal;

/// <summary>The internal edition of a proposal, marked so on every page: cost, margin, risk and bargaining range of each option.</summary>
public static class InternalProposalPdf
{
    /// <summary>The edition as PDF. The same input gives the same bytes.</summary>
    /// <param name="proposal">The offer with the figures behind it; only who may see margins gets it.</param>
    /// <param name="identity">Letterhead, number and dates.</param>
    /// <param name="language">Language of all words, numbers and dates.</param>
    public static byte[] Render(InternalProposal proposal, ProposalIdentity identity, DocumentLanguage language)
    {
        var texts = DocumentTexts.Of(language);
        var content = new ProposalContent(
            proposal.Offer, identity, texts, new Formats(language, proposal.Offer.Currency), Brand.Of(identity.BrandColour), PageNumbers.Unknown);
        var flow = new Flow();
        flow.NewPage();
        new InternalPages(content, proposal).Draw(flow);
        var stamp = texts["status.internal"];
        flow.Furnish(0, (page, number, total) => RunningHead.Draw(page, content, stamp, texts.Say("page.of", number, total)));
        var title = $"{stamp}: {proposal.Offer.Title}";
        return PdfFile.Write(flow.Pages, new(Legible.Of(title), Legible.Of(content.Agency), texts["internal.title"], texts.Code, identity.Date) { Keywords = stamp, ContentHash = identity.ContentHash });
    }
}
