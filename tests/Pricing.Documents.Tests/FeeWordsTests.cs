using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Tests.Workbook;
using Pricing.Documents.Texts;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests;

public sealed class FeeWordsTests
{
    private static readonly ProposalContent Content = new(
        SampleProposal.German, SampleProposal.Identity, DocumentTexts.Of(DocumentLanguage.De), new Formats(DocumentLanguage.De, SampleProposal.German.Currency),
        Brand.Of(null), PageNumbers.Unknown);

    // Parameters that no client may read are 0.17, which no sentence may contain.
    public static TheoryData<FeeStructure, string> Structures => new()
    {
        { new Performance(80_000, 0.08m, 95_000, 150_000), "80.000 € und 8 % des gemessenen Wertbeitrags, mindestens 95.000 €, höchstens 150.000 €" },
        { new Fixed(0.17m, 0.17m, 0.17m, 0.17m), "Ein Preis für den gesamten Umfang, unabhängig von Aufwand und Ergebnis" },
        { new PerUnit([new("Video", 96, 890)], 0.17m), "96 × Video zu 890 €" },
        { new Subscription(15_000, 9_800, 12), "15.000 € zu Beginn und 9.800 € je Monat über 12 Monate" },
        { new Retainer(4, 240, 0, 170, 0.17m, 0.17m), "4 Monate mit je 240 Stunden; Mehraufwand wird berechnet" },
        { new Retainer(4, 240, 0.1m, 170, 0.17m, 0.17m), "4 Monate mit je 240 Stunden; bis 264 Stunden im Monat ohne Mehrpreis, weitere werden berechnet" },
        { new Commission(0.15m, 700_000), "15 % auf ein Mediavolumen von 700.000 €" },
        { new Licence(0.17m, ["CD"], Phase.Ideation, new(0.2m, 0.3m, 0.1m, 0.3m)), "Grundhonorar und Lizenz auf die Idee; Nutzungsfaktoren: Art 0,2, Gebiet 0,3, Dauer 0,1, Umfang 0,3" },
        { new Hourly(0.17m, 0.17m, 60_000), "Nach Aufwand zu den Stundensätzen der Preisliste, die Stunden zusammen höchstens 60.000 €" },
        { new Hourly(0.17m, 0.17m), "Nach Aufwand zu den Stundensätzen der Preisliste" },
    };

    [Theory]
    [MemberData(nameof(Structures))]
    public void A_structure_is_explained_in_the_client_s_quantities(FeeStructure terms, string words)
    {
        var spoken = FeeWords.Of(Option(terms), Content).Replace('\u00A0', ' ');

        Assert.StartsWith(words, spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("17", spoken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(95_000, "Mindesthonorar", 95_000)]
    [InlineData(70_000, "Grundhonorar", 80_000)]
    public void What_is_sure_of_a_fee_is_called_what_it_is(int minimum, string name, int amount)
    {
        var comparison = Samples.Comparison("case-a", json => json["feeStructures"]![7]!["minimumFee"] = minimum);

        var line = ProposalDraft.From(comparison, new([7], 7)).PriceLines.First(one => one.Group == PriceGroup.Service);

        Assert.Equal((name, amount), (Content.NameOf(line), line.Amount.Amount));
    }

    [Fact]
    public void A_combined_structure_names_its_parts_and_its_discount()
    {
        var combined = new Combined(
        [
            new([Phase.Strategy, Phase.Ideation], new ValueBased(0.16m, 0.17m) { Name = "Denken" }),
            new([Phase.Production], new PerUnit([new("Video", 96, 590)], 0.17m)),
        ])
        { Discount = 0.04m, DiscountReason = "17 Aufträge" };

        var spoken = FeeWords.Of(Option(combined), Content).Replace('\u00A0', ' ');

        Assert.Equal("Denken: 16 % des gemeinsam gerechneten Wertbeitrags nach Fremdleistungen; Produktion: 96 × Video zu 590 €, abzüglich 4 % Nachlass, dazu die Fremdleistungen", spoken);
    }

    [Fact]
    public void A_combination_of_nothing_but_fixed_prices_adds_no_third_parties() =>
        Assert.DoesNotContain("Fremdleistungen", FeeWords.Of(Option(new Combined([new([Phase.Strategy], new Fixed(0, 0, 0, 0)), new([Phase.Production], new Fixed(0, 0, 0, 0))])), Content), StringComparison.Ordinal);

    [Fact]
    public void Bounds_that_are_agreed_stand_beside_the_range_of_the_modelled_cases()
    {
        var option = SampleProposal.German.Recommended;

        Assert.Equal(
            "111.366,80 bis 166.366,80 €. Vereinbartes Honorar: mindestens 95.000 €, höchstens 150.000 €, ohne Fremdleistungen", Content.Range(option).Replace('\u00A0', ' '));
        Assert.EndsWith(", vor Nachlass, ohne Fremdleistungen", FeeWords.Limits(option with { Discount = 0.1m }, Content), StringComparison.Ordinal);
        Assert.Equal("Vereinbartes Honorar: die Stunden zusammen höchstens 60.000 €", FeeWords.Limits(Option(new Hourly(0, 0, 60_000)) with { PassThrough = Money.Zero }, Content)?.Replace('\u00A0', ' '));
        Assert.Null(FeeWords.Limits(Option(new Performance(80_000, 0.08m)), Content));
    }

    [Fact]
    public void A_retainer_whose_modelled_cases_cost_the_same_has_a_fixed_base_and_hours_on_top()
    {
        var option = Option(new Retainer(4, 240, 0.1m, 170, 0, 0));

        Assert.Equal(("keine; der Grundbetrag steht fest, weitere Stunden kommen hinzu", "options.sureNetByHours"), (Content.Range(option), OptionCards.Kind(option)));
        Assert.Equal(("keine, der Betrag steht fest", "options.sureNet"), (Content.Range(Option(new Fixed(0, 0, 0, 0))), OptionCards.Kind(Option(new Fixed(0, 0, 0, 0)))));
    }

    [Fact]
    public void A_share_that_a_bound_has_cut_is_not_named()
    {
        var spoken = FeeWords.Of(Option(new ValueBased(0.90m, 0.05m)), Content);

        Assert.StartsWith("Fester Betrag auf Grundlage", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_that_opens_the_books_is_refused()
    {
        FeeStructure[] open = [new CostPlus(0.18m), new GainShare(150_000, 0.4m), new Hybrid(0.05m, 0.3m)];

        Assert.All(open, terms => Assert.Throws<ArgumentException>(() => FeeWords.Of(Option(terms), Content)));
    }

    private static FeeOption Option(FeeStructure terms) => SampleProposal.German.Options[0] with { Terms = ClientTerms.Of(terms), Discount = terms.Discount };
}
