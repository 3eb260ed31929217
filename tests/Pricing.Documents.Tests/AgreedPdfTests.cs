using System.Text;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests;

public sealed class AgreedPdfTests
{
    private const double Left = 53;
    private const double Right = 540.5;

    [Theory]
    [InlineData(DocumentLanguage.De)]
    [InlineData(DocumentLanguage.En)]
    public void The_pages_say_what_they_said_before(DocumentLanguage language)
    {
        using var pdf = new PdfText(Render(language));
        var name = $"agreed-{language.ToString().ToLowerInvariant()}.txt";
        var actual = Path.Combine(AppContext.BaseDirectory, "Golden", $"actual-{name}");

        // A line for each page from the scope on; earlier pages are held by tests of their own. What differs lies beside the old text, to be looked at and copied.
        var pages = string.Join('\n', pdf.Words.Skip(3)) + "\n";
        File.WriteAllText(actual, pages);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)), pages);
    }

    [Theory]
    [InlineData(DocumentLanguage.De)]
    [InlineData(DocumentLanguage.En)]
    public void Nothing_stands_outside_the_margins(DocumentLanguage language)
    {
        using var pdf = new PdfText(Render(language));

        Assert.Empty(pdf.Outside(Left, Right));
    }

    [Fact]
    public void The_sections_come_in_the_order_of_the_trade()
    {
        using var pdf = new PdfText(Render(DocumentLanguage.De));

        Assert.Equal(
            [
                "Zusammenfassung", "Leistungsumfang", "Drei Honoraroptionen", "Vergleich der Honorarmodelle", "Preise", "Zahlungsplan", "Nutzungsrechte", "KI-Angaben",
                "Erfolgsmessung", "Voraussetzungen", "Vertragsbedingungen", "Annahme des Angebots",
            ],
            pdf.Bookmarks);
    }

    [Fact]
    public void Without_terms_nothing_is_said_of_what_nobody_agreed()
    {
        var preview = AgreedProposal.German.Proposal with { Terms = null };

        using var pdf = new PdfText(ProposalPdf.Render(preview, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.DoesNotContain("Nutzungsrechte", pdf.Bookmarks);
        Assert.DoesNotContain("Ausschlüsse", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void No_licence_is_shown_for_what_copyright_does_not_protect()
    {
        using var pdf = new PdfText(Render(DocumentLanguage.De));

        Assert.Contains("KI-Videos (96) frei nutzbar weltweit unbefristet alle keine entfällt", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("9.999,00", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_the_rights_is_not_broken()
    {
        var right = AgreedProposal.German.Terms.Rights[0] with { Type = "Nutzungsrecht", Territory = "Deutschland", Protection = ProtectionClass.Protected };
        var proposal = AgreedProposal.German.With(terms => terms with { Rights = [right] });

        using var pdf = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.Contains("Nutzungsrecht Deutschland", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Deutschla-", pdf.All, StringComparison.Ordinal);
        Assert.Empty(pdf.Outside(53, 540.5));
    }

    [Theory]
    [InlineData(DocumentLanguage.De, "Nachtrag 2026\u20110147, Fassung 2", "Nachtrag zum Angebot 2026-0003 vom 2. November 2026", "Angebot für", "Annahme des Nachtrags")]
    [InlineData(DocumentLanguage.En, "Change order 2026\u20110147, version 2", "Change order to proposal 2026-0003 of 2 November 2026", "Proposal for", "Acceptance of the change order")]
    public void A_change_order_says_what_it_changes_on_its_cover_in_its_facts_and_where_it_is_signed(DocumentLanguage language, string name, string changes, string proposal, string heading)
    {
        var identity = AgreedProposal.Identity with { Changes = new("2026-0003", new(2026, 11, 2)) };

        using var pdf = new PdfText(ProposalPdf.Render(AgreedProposal.In(language).Proposal, identity, language));

        Assert.Contains(changes, pdf.Words[0], StringComparison.Ordinal);
        Assert.Contains(changes, pdf.Words[1], StringComparison.Ordinal);
        Assert.Contains(changes, pdf.Words[^1], StringComparison.Ordinal);
        Assert.All(pdf.Words.Skip(1), page => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.DoesNotContain(proposal, pdf.All, StringComparison.Ordinal);
        Assert.Equal(heading, pdf.Bookmarks[^1]);
    }

    [Fact]
    public void What_the_fee_follows_stands_with_the_measures_and_no_weight_that_sets_none()
    {
        using var paid = new PdfText(Render(DocumentLanguage.De));
        using var sure = new PdfText(ProposalPdf.Render(
            ProposalDraft.From([AgreedProposal.German.Options[2] with { IsRecommended = true }], AgreedProposal.German.Terms), AgreedProposal.Identity, DocumentLanguage.De));

        Assert.Contains("folgt dem zusätzlichen Wert, den die Arbeit bringt: Zusätzlicher Rohertrag, Drei Wochen früher am Markt und Wiederverwendbares Markenmodell", paid.All, StringComparison.Ordinal);
        Assert.Contains("das Honorar bestimmen sie nicht", paid.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Gewicht", paid.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Maß des Honorars", sure.All, StringComparison.Ordinal);
        Assert.DoesNotContain("das Honorar bestimmen sie nicht", sure.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_duties_that_bind_are_told_for_both_days()
    {
        using var pdf = new PdfText(Render(DocumentLanguage.De));

        Assert.Contains("02.12.2026 noch nicht gilt", pdf.All, StringComparison.Ordinal);
        Assert.Contains("02.08.2026 gilt gilt", pdf.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VatTreatment.ReverseCharge, "Steuerschuldnerschaft des")]
    [InlineData(VatTreatment.ThirdCountry, "im Inland nicht steuerbar")]
    public void Where_the_tax_is_not_the_agency_s_the_sentence_of_the_law_stands_beside_the_price(VatTreatment treatment, string words)
    {
        var proposal = AgreedProposal.German.With(terms => terms with { Vat = new(treatment, 0, "Ein Satz des Gesetzes.") });

        using var pdf = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De));

        Assert.Contains($"Umsatzsteuer, {words}", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Ein Satz des Gesetzes.", pdf.Words[1], StringComparison.Ordinal);
        Assert.Contains("DE987654321", pdf.Words[1], StringComparison.Ordinal);
        Assert.Contains("DE123456789", pdf.Words[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_level_of_detail_shows_the_same_sums_and_no_more_than_it_says()
    {
        using var summary = new PdfText(Render(DocumentLanguage.De, ProposalDetail.Summary));
        using var sections = new PdfText(Render(DocumentLanguage.De, ProposalDetail.Sections));
        using var lines = new PdfText(Render(DocumentLanguage.De));

        foreach (var option in AgreedProposal.German.Proposal.Options)
        {
            var net = $"Summe netto {option.Net.ToString("#,##0.00", System.Globalization.CultureInfo.GetCultureInfo("de-DE"))}";
            Assert.All([summary, sections, lines], pdf => Assert.Contains(net, pdf.All, StringComparison.Ordinal));
        }

        Assert.Contains("Auftaktworkshop", lines.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Auftaktworkshop", sections.All, StringComparison.Ordinal);
        Assert.Contains("1 Strategie 12.350,00", sections.All, StringComparison.Ordinal);
        Assert.DoesNotContain("12.350,00", summary.All, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_book_shows_cost_sums_and_only_where_it_is_handed_over()
    {
        var (proposal, book) = (AgreedProposal.German.Proposal, OpenBook.Of(AgreedProposal.German.Options));

        using var open = new PdfText(ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De, ProposalDetail.OpenBook, openBook: book));

        Assert.Contains("Erwartete Kosten 85.800,71 8.158,95 15.720,00 646,80 110.326,46", open.All, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De, ProposalDetail.OpenBook));
        Assert.Throws<ArgumentException>(() => ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De, openBook: book));
    }

    [Theory]
    [InlineData("JPY", DocumentLanguage.De, "Summe netto 138\\.268 ", "138.268 JPY")]
    [InlineData("KWD", DocumentLanguage.En, "Net total 138,267\\.\\d{3} ", "KWD 138,267.")]
    public void Amounts_have_the_decimals_of_their_currency(string currency, DocumentLanguage language, string net, string price)
    {
        using var pdf = new PdfText(ProposalPdf.Render(AgreedProposal.Priced(language, currency).Proposal, AgreedProposal.Identity, language));

        Assert.Matches(net, pdf.All);
        Assert.Contains(price, pdf.All, StringComparison.Ordinal);
        Assert.Empty(pdf.Outside(Left, Right));
    }

    [Fact]
    public void Title_keywords_and_content_hash_stand_in_the_information_and_the_metadata()
    {
        var file = Render(DocumentLanguage.De);
        var raw = Encoding.Latin1.GetString(file);
        var hash = AgreedProposal.Identity.ContentHash!;

        Assert.Contains($"/ContentHash({hash})", raw, StringComparison.Ordinal);
        Assert.Contains($"<dc:identifier>sha256:{hash}</dc:identifier>", raw, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", raw, StringComparison.Ordinal);
        using var pdf = new PdfText(file);
        Assert.Equal(["Angebot 2026\u20110147, Beispielmarke GmbH"], [pdf.Information.Keywords]);
    }

    [Fact]
    public void A_link_of_a_clause_can_be_followed()
    {
        Assert.Contains("/URI(https://angebote.musteragentur.example/ki)", Encoding.Latin1.GetString(Render(DocumentLanguage.De)), StringComparison.Ordinal);
    }

    private static byte[] Render(DocumentLanguage language, ProposalDetail detail = ProposalDetail.Lines) =>
        ProposalPdf.Render(AgreedProposal.In(language).Proposal, AgreedProposal.Identity, language, detail);
}
