using System.Globalization;
using Pricing.Documents.Pdf.Internal;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Tests.Workbook;
using Pricing.Documents.Workbook.Client;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests;

public sealed class InternalPdfTests
{
    [Fact]
    public void Every_page_is_marked_and_shows_what_the_client_does_not()
    {
        var (german, english) = (AgreedProposal.German, AgreedProposal.English);

        using var pdf = new PdfText(InternalProposalPdf.Render(InternalProposal.Of(german.Options, german.Terms), AgreedProposal.Identity, DocumentLanguage.De));
        using var inEnglish = new PdfText(InternalProposalPdf.Render(InternalProposal.Of(english.Options, english.Terms), AgreedProposal.Identity, DocumentLanguage.En));

        Assert.All(pdf.Words, words => Assert.Contains("Intern", words, StringComparison.Ordinal));
        Assert.All(inEnglish.Words, words => Assert.Contains("Internal", words, StringComparison.Ordinal));
        Assert.All(["Untergrenze 115.271,71", "Erwarteter Gewinn 55.567,46", "Verlustwahrscheinlichkeit 0 % 8 % 0 %"], figure => Assert.Contains(figure, pdf.All, StringComparison.Ordinal));
        Assert.Empty(pdf.Outside(53, 540.5));
    }

    [Theory]
    [InlineData(DocumentLanguage.De)]
    [InlineData(DocumentLanguage.En)]
    public void No_internal_figure_stands_in_what_goes_to_the_client(DocumentLanguage language)
    {
        var agreed = AgreedProposal.In(language);
        var secrets = agreed.Options.Select(option => option.Comparison).Distinct().SelectMany(comparison => new[] { comparison.Cost.Labour, comparison.Cost.Ai, comparison.Cost.Total, comparison.BargainingRange.Floor, comparison.BargainingRange.Zopa }
            .Concat(comparison.Structures.Select(structure => structure.ExpectedProfit).OfType<Model.Quantities.Money>()).Select(amount => amount.ToMinorUnit(comparison.Currency))).Distinct().ToArray();

        foreach (var detail in new[] { ProposalDetail.Summary, ProposalDetail.Sections, ProposalDetail.Lines })
        {
            using var pdf = new PdfText(ProposalPdf.Render(agreed.Proposal, AgreedProposal.Identity, language, detail));
            var culture = CultureInfo.GetCultureInfo(language == DocumentLanguage.De ? "de-DE" : "en-GB");
            Assert.All(secrets, secret => Assert.DoesNotContain(secret.ToString("#,##0.00", culture), pdf.All, StringComparison.Ordinal));
            var cells = WorkbookFile.Open(ClientWorkbook.Render(agreed.Proposal, AgreedProposal.Identity, language, detail)).Cells.Values;
            Assert.DoesNotContain(cells, cell => cell is { IsText: false, Text: not null } && secrets.Contains(decimal.Parse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture)));
            string[] own = ["Gewinn", "Marge", "Selbstkosten", "Untergrenze", "profit", "margin", "floor"];
            Assert.DoesNotContain(cells, cell => own.Any(word => cell.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        }
    }
}
