using System.Text;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests;

public sealed class ProposalPdfTests
{
    private const double Left = 53;
    private const double Right = 540.5;

    private static readonly byte[] German = Render(SampleProposal.German, DocumentLanguage.De);
    private static readonly byte[] English = Render(SampleProposal.German, DocumentLanguage.En);

    [Fact]
    public void Every_section_is_a_bookmark_and_a_row_of_the_contents_with_its_page()
    {
        using var pdf = new PdfText(German);

        Assert.Equal(
            ["Zusammenfassung", "Leistungsumfang", "Drei Honoraroptionen", "Vergleich der Honorarmodelle", "Preise", "KI-Angaben", "Erfolgsmessung", "Voraussetzungen", "Annahme des Angebots"],
            pdf.Bookmarks);
        for (var i = 0; i < pdf.Bookmarks.Count; i++)
        {
            var page = pdf.Words.ToList().FindIndex(2, words => words.Contains($"{i + 1} {pdf.Bookmarks[i]}", StringComparison.Ordinal)) + 1;
            Assert.Contains($"{i + 1} {pdf.Bookmarks[i]} {page}", pdf.Words[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_but_the_cover_says_which_of_how_many_it_is()
    {
        using var pdf = new PdfText(German);

        Assert.InRange(pdf.Pages.Count, 6, 10);
        for (var i = 1; i < pdf.Pages.Count; i++)
            Assert.Contains($"Seite {i + 1} von {pdf.Pages.Count}", pdf.Words[i], StringComparison.Ordinal);
        Assert.DoesNotContain("Seite 1 von", pdf.Words[0], StringComparison.Ordinal);
        Assert.Contains($"{pdf.Pages.Count} Seiten", pdf.Words[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("165.893,92", "31.519,84", "197.413,76")]
    [InlineData("135.267,58", "25.700,84", "160.968,42")]
    [InlineData("133.530,06", "25.370,71", "158.900,77")]
    public void The_acceptance_shows_net_vat_and_gross_of_each_option(string net, string vat, string gross)
    {
        using var pdf = new PdfText(German);

        Assert.Contains($"{net} {vat} {gross}", pdf.Words[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_price_table_adds_up_to_net_vat_and_gross()
    {
        using var pdf = new PdfText(German);

        Assert.Contains("Summe Fremdleistungen 16.366,80", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Summe netto 135.267,58", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Umsatzsteuer 19 % 25.700,84", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Summe brutto, Option B, erwartet 160.968,42", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Rundung", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fee_of_each_outcome_is_shown_with_its_expected_value()
    {
        using var pdf = new PdfText(German);

        Assert.Contains("ohne Wirkung 15 % 0,00 95.000,00 111.366,80", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Erwartungswert 100 % 514.790,54 118.900,78 135.267,58", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void English_words_numbers_and_dates_are_English()
    {
        using var pdf = new PdfText(English);

        Assert.Contains("Expected fee, net", pdf.All, StringComparison.Ordinal);
        Assert.Contains("€135,267.58", pdf.All, StringComparison.Ordinal);
        Assert.Contains("23 December 2026", pdf.All, StringComparison.Ordinal);
        Assert.Contains("VAT 19% 25,700.84", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Honorar, ", pdf.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentLanguage.De)]
    [InlineData(DocumentLanguage.En)]
    public void Nothing_stands_outside_the_margins(DocumentLanguage language)
    {
        using var pdf = new PdfText(language == DocumentLanguage.De ? German : English);

        Assert.Empty(pdf.Outside(Left, Right));
    }

    [Fact]
    public void Three_weights_are_embedded_as_subsets()
    {
        using var pdf = new PdfText(German);

        Assert.Equal(3, pdf.Fonts.Count);
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+IBM", font));
        Assert.Equal(3, Encoding.Latin1.GetString(German).Split("/FontFile2 ").Length - 1);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        Assert.Equal(German, Render(SampleProposal.German, DocumentLanguage.De));
    }

    [Fact]
    public void Many_proposals_can_be_drawn_at_once()
    {
        var files = new byte[8][];

        Parallel.For(0, files.Length, i => files[i] = Render(SampleProposal.German, i % 2 == 0 ? DocumentLanguage.De : DocumentLanguage.En));

        for (var i = 0; i < files.Length; i++)
            Assert.Equal(i % 2 == 0 ? German : English, files[i]);
    }

    [Fact]
    public void A_version_not_to_be_accepted_is_stamped_on_every_page_but_the_cover()
    {
        var file = ProposalPdf.Render(SampleProposal.German, SampleProposal.Identity with { Status = ProposalStatus.Draft }, DocumentLanguage.De);

        using var pdf = new PdfText(file);
        Assert.All(pdf.Words.Skip(1), words => Assert.Contains("Entwurf", words, StringComparison.Ordinal));
        Assert.DoesNotContain("Entwurf", new PdfText(German).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentLanguage.De, "Vorschau, kein Angebot", "Entwurf")]
    [InlineData(DocumentLanguage.En, "Preview, not a proposal", "Draft")]
    public void A_preview_has_neither_number_nor_last_day_nor_a_place_to_sign(DocumentLanguage language, string name, string mark)
    {
        var preview = SampleProposal.Identity with { Number = null, Status = ProposalStatus.Draft, ContentHash = null, CheckAddress = null };

        var file = ProposalPdf.Render(SampleProposal.German, preview, language);

        using var pdf = new PdfText(file);
        using var proposal = new PdfText(language == DocumentLanguage.De ? German : English);
        Assert.Equal(proposal.Bookmarks.SkipLast(1), pdf.Bookmarks);
        Assert.All(pdf.Words, words => Assert.Contains(name, words, StringComparison.Ordinal));
        Assert.All(pdf.Words.Skip(1), words => Assert.Contains(mark, words, StringComparison.Ordinal));
        Assert.DoesNotContain("2026\u20110147", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain(language == DocumentLanguage.De ? "23. Dezember" : "23 December", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain(language == DocumentLanguage.De ? "Unterschrift" : "Signature", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_name_title_author_and_language_even_with_markup_in_them()
    {
        var file = ProposalPdf.Render(SampleProposal.German with { Title = "Marke & <Idee>" }, SampleProposal.Identity, DocumentLanguage.De);

        using var pdf = new PdfText(file);
        Assert.Equal("Marke & <Idee>", pdf.Information.Title);
        Assert.Equal("Musteragentur GmbH", pdf.Information.Author);
        var raw = Encoding.UTF8.GetString(file);
        Assert.Contains("Marke &amp; &lt;Idee&gt;", raw, StringComparison.Ordinal);
        Assert.Contains("/Lang(de)", raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Yen_have_no_decimals()
    {
        var proposal = SampleProposal.In("JPY", [new(PriceGroup.Service, PriceKind.Service, null, null, null, new(13_500))]);

        using var pdf = new PdfText(Render(proposal, DocumentLanguage.De));

        Assert.Contains("Summe netto 13.500", pdf.All, StringComparison.Ordinal);
        Assert.Contains("13.500 JPY", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("13.500,0", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Dinar_have_three_decimals()
    {
        var proposal = SampleProposal.In("KWD", [new(PriceGroup.Service, PriceKind.Service, null, null, null, new(12.435m))]);

        using var pdf = new PdfText(Render(proposal, DocumentLanguage.En));

        Assert.Contains("KWD 12.435", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Net total 12.435", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_hundred_rounded_lines_are_carried_over_and_closed_by_a_rounding_line()
    {
        var lines = Enumerable.Range(1, 500).Select(i => new PriceLine(PriceGroup.Service, PriceKind.Unit, $"Einheit {i}", 1, new(10.004m), new(10.004m)));

        using var pdf = new PdfText(Render(SampleProposal.In("EUR", [.. lines]), DocumentLanguage.De));

        Assert.Contains("1.500 Einheit 500 1 10,004 10,00", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Rundung 2,00", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Summe netto 5.002,00", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Umsatzsteuer 19 % 950,38", pdf.All, StringComparison.Ordinal);
        Assert.Contains("5.952,38", pdf.All, StringComparison.Ordinal);
        for (var i = 0; i < pdf.Words.Count - 1; i++)
        {
            var carried = pdf.Words[i].Split("Übertrag ")[^1].Split(' ')[0];
            if (pdf.Words[i + 1].Contains($"Übertrag von Seite {i + 1}", StringComparison.Ordinal))
                Assert.Contains($"Übertrag von Seite {i + 1} {carried}", pdf.Words[i + 1], StringComparison.Ordinal);
        }

        Assert.Contains("Übertrag von Seite", pdf.All, StringComparison.Ordinal);
        Assert.Empty(pdf.Outside(Left, Right));
    }

    [Fact]
    public void A_word_longer_than_a_page_is_cut_and_stays_whole_inside_the_margins()
    {
        var word = string.Concat(Enumerable.Repeat("Wortungetüm", 1000));
        var proposal = SampleProposal.German with
        {
            Title = word,
            Client = word,
            Options =
            [
                .. SampleProposal.German.Options.Select(option => option with
                {
                    Name = word,
                    Deliverables = [new(Phase.Strategy, word, null, ProductionMethod.Classic, word, null, null, false)],
                    Lines = [new(PriceGroup.Service, PriceKind.Part, word, null, null, new(135_267.58m))],
                }),
            ],
        };

        using var pdf = new PdfText(Render(proposal, DocumentLanguage.De));

        Assert.Empty(pdf.Outside(Left, Right));
        var letters = string.Concat(pdf.Pages.SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace("-", "", StringComparison.Ordinal);
        Assert.True(letters.Split("Wortungetüm").Length > 4000, "the client, two cells and a price line carry the whole word");
    }

    [Fact]
    public void Greek_and_Cyrillic_are_drawn_and_each_unknown_cluster_is_one_visible_sign()
    {
        var proposal = SampleProposal.German with { Client = "Αθήνα Москва \U0001F468\u200D\U0001F469\u200D\U0001F467 \u6F22 Ende" };

        using var pdf = new PdfText(Render(proposal, DocumentLanguage.De));

        Assert.Contains("Αθήνα Москва \uFFFD \uFFFD Ende", pdf.Words[1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_the_agency_s_own_sums_reaches_the_client()
    {
        using var pdf = new PdfText(German);
        using var english = new PdfText(English);

        string[] own = ["Gewinn", "Marge", "Aufschlag", "Risikozuschlag", "Untergrenze", "Selbstkosten"];
        Assert.All(own, word => Assert.DoesNotContain(word, pdf.All, StringComparison.OrdinalIgnoreCase));
        string[] ownEnglish = ["profit", "margin", "markup", "contingency", "floor"];
        Assert.All(ownEnglish, word => Assert.DoesNotContain(word, english.All, StringComparison.OrdinalIgnoreCase));
        // The base plus third parties of an opened book, and the cost itself.
        Assert.All(["115.271,71", "110.326,46"], sum => Assert.DoesNotContain(sum, pdf.All, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fewer_options_than_three_have_cards_of_their_own_width(int count)
    {
        var proposal = SampleProposal.German with { Options = [.. SampleProposal.German.Options.Skip(2 - count).Take(count)], Alternatives = [] };

        using var pdf = new PdfText(Render(proposal, DocumentLanguage.De));

        Assert.Contains(count == 1 ? "Ihr Honorar" : "Zwei Honoraroptionen", pdf.Bookmarks);
        Assert.Empty(pdf.Outside(Left, Right));
    }

    [Fact]
    public void What_the_offer_does_not_contain_is_left_out()
    {
        var bare = SampleProposal.German with
        {
            Client = null,
            Options = [.. SampleProposal.German.Options.Select(option => option with { Deliverables = [] })],
            AiUses = [],
            IncludedRounds = null,
            ExchangeRates = [],
            ArtistSocialLevyRate = 0,
            Value = SampleProposal.German.Value with { Drivers = [], Outcomes = [], CumulatedBenefit = [], Kpis = [] },
        };
        var identity = new ProposalIdentity { Agency = "A", Number = "1", Version = 1, Date = new(2026, 1, 2), ValidUntil = new(2026, 1, 3) };

        using var pdf = new PdfText(ProposalPdf.Render(bare, identity, DocumentLanguage.De));

        Assert.DoesNotContain("Prüfsumme", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Künstlersozialabgabe zum Satz", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Generative Modelle sind in diesem Angebot nicht vorgesehen.", pdf.All, StringComparison.Ordinal);
    }

    private static byte[] Render(ClientProposal proposal, DocumentLanguage language) => ProposalPdf.Render(proposal, SampleProposal.Identity, language);
}
