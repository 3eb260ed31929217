using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Texts;
using Pricing.Documents.Workbook.Package;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The workbook that goes to a client: what the client's PDF shows, with sums, VAT and choices as live formulas.</summary>
public static class ClientWorkbook
{
    /// <summary>Writes the workbook as an .xlsx file. The same input makes the same file on any day.</summary>
    /// <param name="proposal">The offer: the only thing of the model that the workbook can show.</param>
    /// <param name="identity">Letterhead, number and dates.</param>
    /// <param name="language">Language of its words; figures follow the reader's own settings.</param>
    /// <param name="detail">How far prices are taken apart, as in the PDF that it goes with.</param>
    public static byte[] Render(ClientProposal proposal, ProposalIdentity identity, DocumentLanguage language, ProposalDetail detail = ProposalDetail.Lines)
    {
        var content = new ProposalContent(
            proposal, identity, DocumentTexts.Of(language), new Formats(language, proposal.Currency), Brand.Of(identity.BrandColour), PageNumbers.Unknown)
        { Detail = detail };
        var book = new ClientBook(content, WorkbookTexts.Of(language));
        var overview = new ClientOverview(book);
        var prices = new ClientPrices(book);
        var extras = new ClientExtras(book, prices);
        var payments = new ClientPayments(book);
        overview.Fill(prices);
        ClientOptions.Fill(book);
        ClientLists.Fill(book);
        new ClientChecks(book, prices, extras, payments).Fill();
        return XlsxPackage.Write(new(book.Sheets, book.Names, Identity(content), book.Texts, proposal.Currency.Decimals, content.Texts["cover.confidential"], book.Texts["client.purpose"]));
    }

    private static WorkbookIdentity Identity(ProposalContent content) => new()
    {
        Title = content.Proposal.Title,
        Agency = content.Agency,
        Client = content.Proposal.Client,
        Number = content.Identity.Number,
        Version = content.Identity.Version,
        CreatedAt = new(content.Identity.Date, TimeOnly.MinValue, TimeSpan.Zero),
    };
}
