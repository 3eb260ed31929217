using System.Globalization;
using System.Security.Cryptography;
using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Certificate;

/// <summary>The certificate of an acceptance.</summary>
public static class CertificatePdf
{
    /// <summary>The stored PDF with the certificate behind it. Its bytes stay as they are, as the beginning of the new file, so its hash can be checked on that.</summary>
    /// <param name="stored">The PDF that was sent, as <see cref="ProposalPdf"/> wrote it.</param>
    /// <param name="acceptance">Who accepted what and when.</param>
    /// <param name="proposal">The version that was accepted.</param>
    /// <param name="identity">Its letterhead, number and dates.</param>
    /// <param name="language">Language of the certificate.</param>
    /// <exception cref="ArgumentException">The file is not one of ours, something is appended to it already, or the proposal has no such option.</exception>
    public static byte[] Append(byte[] stored, Acceptance acceptance, ClientProposal proposal, ProposalIdentity identity, DocumentLanguage language) =>
        PdfAppendix.Of(stored, Render(stored, acceptance, proposal, identity, language));

    /// <summary>The certificate alone.</summary>
    /// <inheritdoc cref="Append"/>
    public static byte[] Render(byte[] stored, Acceptance acceptance, ClientProposal proposal, ProposalIdentity identity, DocumentLanguage language)
    {
        var texts = DocumentTexts.Of(language);
        var content = new ProposalContent(
            proposal, identity, texts, new Formats(language, proposal.Currency), Brand.Of(identity.BrandColour, identity.CoverColour), PageNumbers.Unknown);
        var flow = new Flow();
        flow.NewPage();
        var file = new CertifiedFile(acceptance.FileName, PdfAppendix.PagesOf(stored), Convert.ToHexStringLower(SHA256.HashData(stored)));
        CertificatePage.Draw(flow, content, acceptance, file);
        flow.Furnish(0, (page, number, total) => RunningHead.Draw(page, content, stamp: null, texts.Say("certificate.page", Digits(number), Digits(total))));
        return PdfFile.Write(flow.Pages, new(texts["certificate.title"], Legible.Of(content.Agency), content.DocumentName, texts.Code, identity.Date));
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The file that was accepted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Hash">SHA-256 of its bytes, hex.</param>
internal sealed record CertifiedFile(string Name, int Pages, string Hash);
