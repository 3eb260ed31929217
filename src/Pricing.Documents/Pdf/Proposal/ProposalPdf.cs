using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The proposal a client receives.</summary>
public static class ProposalPdf
{
    // Page numbers in the text can move a line; after two layouts they have never moved a page.
    private const int MostLayouts = 4;

    /// <summary>The proposal as PDF. The same input gives the same bytes.</summary>
    /// <param name="proposal">The offer: the only thing of the model that the document can show.</param>
    /// <param name="identity">Letterhead, number and dates.</param>
    /// <param name="language">Language of all words, numbers and dates.</param>
    /// <param name="detail">How far prices are taken apart.</param>
    /// <param name="attachments">Files to put inside; null for none.</param>
    /// <param name="openBook">Cost sums for <see cref="ProposalDetail.OpenBook"/>, which finance has allowed to show; null for every other level.</param>
    /// <exception cref="ArgumentException">Cost sums come without that level, or the level without them.</exception>
    public static byte[] Render(
        ClientProposal proposal, ProposalIdentity identity, DocumentLanguage language,
        ProposalDetail detail = ProposalDetail.Lines, ProposalAttachments? attachments = null, OpenBook? openBook = null)
    {
        if (detail == ProposalDetail.OpenBook != openBook is not null)
            throw new ArgumentException("Cost sums and the level that shows them go together.", nameof(openBook));
        var texts = DocumentTexts.Of(language);
        var content = new ProposalContent(
            proposal, identity, texts, new Formats(language, proposal.Currency), Brand.Of(identity.BrandColour, identity.CoverColour), PageNumbers.Unknown)
        { Detail = detail, OpenBook = openBook, Attachments = attachments ?? ProposalAttachments.None };
        var layout = ProposalLayout.Of(content);
        for (var layouts = 1; layouts < MostLayouts && !layout.Numbers.Agrees(content.Numbers); layouts++)
        {
            content = content with { Numbers = layout.Numbers };
            layout = ProposalLayout.Of(content);
        }

        return PdfFile.Write(layout.Pages, Properties(content));
    }

    private static PdfProperties Properties(ProposalContent content)
    {
        var (texts, identity, proposal) = (content.Texts, content.Identity, content.Proposal);
        var subject = content.IsPreview ? content.DocumentName : texts.Say("document.subject", content.DocumentName, texts.Say("document.version", identity.Version));
        var keywords = new[] { content.DocumentName, proposal.Client }.OfType<string>();
        return new(Legible.Of(proposal.Title), Legible.Of(content.Agency), Legible.Of(subject), texts.Code, identity.Date)
        {
            Keywords = Legible.Of(string.Join(", ", keywords)),
            ContentHash = identity.ContentHash,
            Attachments = [.. Attachments(content)],
        };
    }

    private static IEnumerable<PdfAttachment> Attachments(ProposalContent content)
    {
        var (texts, attachments) = (content.Texts, content.Attachments);
        if (attachments.Workbook is { } workbook)
            yield return new($"{attachments.SafeName}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", texts["contents.workbook"], "Data", workbook);
        if (attachments.Json is { } json)
            yield return new($"{attachments.SafeName}.json", "application/json", texts["contents.json"], "Data", json);
    }
}
