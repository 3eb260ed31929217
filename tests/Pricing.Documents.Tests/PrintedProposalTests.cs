using System.Text.Json.Nodes;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Tests.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests;

/// <summary>What a reader of a printed proposal would stumble over.</summary>
public sealed class PrintedProposalTests
{
    private static readonly UsualPlan Plan = new("Beauftragung", "Monatlich", "Abnahme", "Erfolg");

    [Fact]
    public void A_client_that_cannot_deduct_VAT_reads_one_value_with_that_VAT_as_a_part_of_it()
    {
        var proposal = Suggested(Samples.Comparison("case-a/EUR"));
        var own = proposal.Recommended;

        using var pdf = new PdfText(Render(proposal));

        Assert.Equal(proposal.Value.Total.ToMinorUnit(proposal.Currency), (own.ExpectedFee + own.NonDeductibleVat + own.ClientSurplus).ToMinorUnit(proposal.Currency));
        Assert.True(own.NonDeductibleVat.Amount > 0);
        Assert.Contains("Nicht abziehbare Umsatzsteuer", pdf.Words[2], StringComparison.Ordinal);
        Assert.Contains($"Wertbeitrag {Printed(proposal.Value.Total)}", pdf.Words[2], StringComparison.Ordinal);
        Assert.DoesNotContain(Printed(own.ExpectedFee + own.ClientSurplus), pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Payback_is_the_month_in_which_the_benefit_reaches_what_the_client_really_pays()
    {
        var proposal = Suggested(Samples.Comparison("case-a/EUR"));
        var (own, benefit) = (proposal.Recommended, proposal.Value.CumulatedBenefit);

        using var pdf = new PdfText(Render(proposal));

        Assert.True(benefit[own.PaybackMonth!.Value - 1] >= own.Outlay);
        Assert.True(own.PaybackMonth == 1 || benefit[own.PaybackMonth.Value - 2] < own.Outlay);
        Assert.Contains("Honorare A bis C, mit USt", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Third_parties_stand_with_their_markup_and_the_levy_with_its_base()
    {
        using var pdf = new PdfText(Render(Offered("fixed")));
        using var passedOn = new PdfText(Render(Offered("performance")));

        Assert.Contains("Fremdleistungen, 10 % Aufschlag enthalten", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Fremdleistungen, ohne Aufschlag", passedOn.All, StringComparison.Ordinal);
        Assert.All([pdf, passedOn], one => Assert.Contains("Künstlersozialabgabe auf 13.200,00 4,9 Prozent 646,80", one.All, StringComparison.Ordinal));
    }

    [Fact]
    public void A_discount_is_its_rate_times_the_base_it_names()
    {
        var proposal = Offered("fixed", structure => structure["discount"] = 0.03);
        var discount = proposal.Recommended.Lines.Single(line => line.Group == PriceGroup.Discount);

        using var pdf = new PdfText(Render(proposal));

        Assert.Equal(-discount.Amount.Amount, discount.Base!.Value.Amount * 0.03m, 6);
        Assert.Contains($"3 % Nachlass auf {Printed(discount.Base.Value)}", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fee_by_outcome_keeps_to_the_formula_and_names_what_is_added()
    {
        using var pdf = new PdfText(Render(AgreedProposal.German.Proposal));

        Assert.Contains("mindestens 95.000", pdf.All, StringComparison.Ordinal);
        Assert.Contains("ohne Wirkung 15 % 0,00 95.000,00 114.366,80", pdf.All, StringComparison.Ordinal);
        Assert.Contains("stark 20 % 1.158.278,71 150.000,00 169.366,80", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Im Preis ist vorausgewählt: Bericht monatlich (3.000,00).", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_extras_means_the_cheapest_of_each_group_and_says_what_it_costs()
    {
        Extra[] extras =
        [
            new("none", "Keine Musik", null, 1, "Paket", 0, 0, 0.19m, "Musik", false), new("music", "Musik", null, 1, "Paket", 1_800, 1_800, 0.19m, "Musik", true),
            new("long", "Langfassung", null, 1, "Film", 900, 900, 0.19m, null, true),
        ];
        var option = ProposalDraft.From([AgreedProposal.German.Options[1] with { Extras = extras, Split = [] }], AgreedProposal.German.Terms).Recommended;

        Assert.Equal(option.Net - 1_800, option.With(option.FewestExtras, Currency.Of("EUR")).Net);
        using var pdf = new PdfText(Render(AgreedProposal.German.Proposal));
        Assert.Contains("Option B, ohne Zusatzleistungen, aber mit", pdf.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscription", 12)]
    [InlineData("retainer", 4)]
    public void What_is_paid_by_the_month_falls_due_by_the_month(string type, int months)
    {
        var comparison = Samples.Comparison("case-a");
        var structure = Position(comparison, type);
        var option = ProposalDraft.From([new(comparison, structure) { IsRecommended = true, Milestones = Plan.Of(comparison, structure) }], AgreedProposal.German.Terms).Recommended;
        var monthly = option.Instalments.Single(one => one.Milestone.Months == months);

        Assert.Equal(option.Lines.Where(line => line.Kind is PriceKind.MonthlyFee or PriceKind.FurtherHours).Sum(line => line.Amount.Amount), monthly.Net, 1);
        Assert.Equal((option.Net, option.Gross), (option.Instalments.Sum(one => one.Net), option.Instalments.Sum(one => one.Gross)));
    }

    [Fact]
    public void Without_a_plan_set_up_is_due_at_the_order_and_success_once_it_is_measured()
    {
        var comparison = Samples.Comparison("case-a");
        var (subscription, performance) = (Plan.Of(comparison, Position(comparison, "subscription")), Plan.Of(comparison, Position(comparison, "performance")));

        Assert.Equal(["Beauftragung", "Monatlich", "Abnahme"], subscription.Select(one => one.Name));
        Assert.Equal(15_000m / (15_000 + 12 * 9_800), subscription[0].ServiceShare, 12);
        Assert.Equal(("Erfolg", 1m), (performance[^1].Name, performance[^1].SuccessShare));
        Assert.All([subscription, performance], plan => Assert.Equal((1m, 1m, 1m), (plan.Sum(one => one.ServiceShare), plan.Sum(one => one.ThirdPartyShare), plan.Sum(one => one.SuccessShare))));
    }

    [Fact]
    public void What_is_offered_at_a_discount_is_no_alternative_to_itself()
    {
        var comparison = Samples.Comparison("case-a");
        var (structure, own) = (Position(comparison, "fixed"), Position(comparison, "performance"));
        var cheaper = Samples.Comparison("case-a", json => json["feeStructures"]![structure]!["discount"] = 0.12);

        var proposal = ProposalDraft.From([new(comparison, own) { IsRecommended = true }, new(cheaper, structure) { Name = "Twelve per cent off" }], null);

        Assert.DoesNotContain(proposal.Alternatives, option => option.Terms is ClientTerms.OnePrice);
        Assert.NotEmpty(proposal.Alternatives);
    }

    [Theory]
    [InlineData("hourly", true)]
    [InlineData("fixed", false)]
    public void Further_rounds_that_are_expected_are_said_to_be_in_the_price_that_holds_them(string type, bool areIn)
    {
        var comparison = Samples.Comparison("case-b");
        var option = new ProposedOption(comparison, Position(comparison, type)) { IsRecommended = true };

        using var pdf = new PdfText(Render(ProposalDraft.From([option], AgreedProposal.German.Terms with { Revisions = new(2, null) })));

        Assert.Equal(areIn, pdf.All.Contains("Weitere Runden, mit denen zu rechnen ist", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_whose_price_holds_further_rounds_are_named()
    {
        var comparison = Samples.Comparison("case-b");
        ProposedOption[] options = [new(comparison, Position(comparison, "hourly")) { IsRecommended = true }, new(comparison, Position(comparison, "fixed"))];
        var proposal = ProposalDraft.From(options, AgreedProposal.German.Terms with { Revisions = new(2, null) });

        using var pdf = new PdfText(Render(proposal));

        Assert.Contains($"sind in Option {proposal.Recommended.Letter} mit ihrem Erwartungswert im Preis", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_named_drivers_add_up_to_the_value_and_so_does_their_table()
    {
        var value = SampleProposal.German.Value;
        ClientDriver Driver(string name, decimal counted) => value.Drivers[0] with { Name = name, Counted = new(counted) };
        var proposal = SampleProposal.German with
        {
            Value = value with { Drivers = [Driver("Eins", 400_000), Driver("Zwei", 90_000), Driver("Drei", 30_000), Driver("Vier", -17_866), Driver("Fünf", 7_000), Driver("Sechs", 5_656.55m)] },
        };

        using var pdf = new PdfText(Render(proposal));

        Assert.Contains("Eins (400.000,00 €), Zwei (90.000,00 €), Drei (30.000,00 €), Vier (−17.866,00 €) und weitere (12.656,54 €)", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Rundung −0,01", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Wertbeitrag 514.790,54", pdf.Words[^1] + pdf.Words[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_have_the_date_of_the_pricing_and_not_of_the_print()
    {
        var proposal = AgreedProposal.German.With(terms => terms with { Prices = new(new(2026, 10, 15), "STANDARD-2026", 1, new(2026, 1, 1), true) });

        using var pdf = new PdfText(Render(proposal));

        var words = string.Join(' ', pdf.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Alle Preise sind vom 15.", words, StringComparison.Ordinal);
        Assert.Contains("STANDARD-2026, Fassung 1", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Alle Preise sind vom 25.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pure_bonus_waits_for_the_measurement()
    {
        var proposal = Offered("performance", structure =>
        {
            structure["baseFee"] = 0;
            structure.AsObject().Remove("minimumFee");
        });

        Assert.DoesNotContain(proposal.Recommended.Lines, line => line.Kind == PriceKind.BaseFee);
        Assert.Contains(proposal.Recommended.Lines, line => line is { Group: PriceGroup.Success, Amount.IsZero: false });
        using var pdf = new PdfText(Render(proposal));
        Assert.Contains("Honorar = 8 % × gemessener Wertbeitrag", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_row_that_misses_its_rule_s_width_moves_whole()
    {
        var flow = new Flow();
        flow.NewPage();
        flow.Advance(flow.Room - 6.5 - 2 * Style.Text.Line);

        flow.LabelRow("Etikett", "Erste Zeile\nZweite Zeile");

        Assert.Equal(2, flow.Number);
        Assert.Empty(flow.Pages[0].Items);
    }

    [Fact]
    public void No_last_line_stands_alone_on_a_page()
    {
        var flow = new Flow();
        flow.NewPage();
        flow.Advance(flow.Room - 3 * Style.Text.Line);
        var lines = LineBreaker.Break("Eins\nZwei\nDrei\nVier", Style.Text, Grid.MainWidth);

        flow.Lines(lines, Grid.Main, Style.Text.Line, Style.Ink);

        Assert.Equal(2, flow.Number);
        Assert.Equal(Grid.Top + 2 * Style.Text.Line, flow.Y, 6);
    }

    [Fact]
    public void A_cut_name_ends_in_one_ellipsis_and_an_option_s_name_is_not_cut()
    {
        const string name = "Fixed strategy, licensed idea, pictures by the piece and a bonus on the saving";
        var cut = LineBreaker.Limited(name, Style.Lead, 90, most: 2);

        Assert.Single(string.Concat(cut.Select(line => line.Words)), '\u2026');

        var proposal = SampleProposal.German with { Options = [.. SampleProposal.German.Options.Select(option => option.IsRecommended ? option with { Name = name } : option)] };
        using var pdf = new PdfText(Render(proposal));
        var page = pdf.Pages[pdf.Words.ToList().FindIndex(2, words => words.Contains("3 Drei Honoraroptionen", StringComparison.Ordinal))];
        Assert.DoesNotContain(page.Letters, letter => letter.Value == "\u2026");
    }

    [Theory]
    [InlineData("JPY", DocumentLanguage.De)]
    [InlineData("KWD", DocumentLanguage.En)]
    public void Key_figures_share_a_size_and_lose_nothing(string currency, DocumentLanguage language)
    {
        using var pdf = new PdfText(ProposalPdf.Render(AgreedProposal.Priced(language, currency).Proposal, AgreedProposal.Identity, language));

        var letters = pdf.Pages[2].Letters.Where(letter => letter.PointSize > 14).ToList();
        Assert.DoesNotContain(pdf.Pages[2].Letters, letter => letter.Value == "\u2026");
        Assert.Single(letters.Select(letter => Math.Round(letter.PointSize)).Distinct());
    }

    [Fact]
    public void A_legal_name_is_signed_whole_and_the_address_to_write_to_stays_on_the_cover()
    {
        var name = "Gesellschaft für Markenführung, Gestaltung und Produktion audiovisueller Inhalte mit beschränkter Haftung in Gründung";
        var identity = AgreedProposal.Identity with { LegalName = name, ContactFunction = "Geschäftsführende Gesellschafterin und Leiterin der Kundenberatung für Markenartikel in Europa und Übersee" };

        using var pdf = new PdfText(ProposalPdf.Render(AgreedProposal.German.Proposal, identity, DocumentLanguage.De));

        Assert.Contains("in Gründung", pdf.Words[^1], StringComparison.Ordinal);
        Assert.Contains("example", pdf.Words[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_finding_speaks_of_the_recommended_option_first_and_the_agency_s_reason_is_told()
    {
        var poor = SampleProposal.German.Recommended with { ClientCvar = new(-400_000), Reason = "Sie zahlen nur mehr, wo mehr **herauskommt**." };
        var proposal = SampleProposal.German with { Options = [.. SampleProposal.German.Options.Select(option => option.IsRecommended ? poor : option)] };

        using var pdf = new PdfText(Render(proposal));

        Assert.Contains("Für Option B spricht: Beim Ergebnis „ohne Wirkung“ zahlen Sie hier am wenigsten.", pdf.All, StringComparison.Ordinal);
        Assert.DoesNotContain("begrenzt zugleich", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Sie zahlen nur mehr, wo mehr herauskommt.", pdf.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(166_366.80, false)]
    [InlineData(130_000, true)]
    public void A_highest_fee_is_an_advantage_only_where_every_other_is_higher(decimal highest, bool isAdvantage)
    {
        var own = SampleProposal.German.Recommended with { HighestFee = new(highest) };
        var proposal = SampleProposal.German with { Options = [.. SampleProposal.German.Options.Select(option => option.IsRecommended ? own : option)] };

        using var pdf = new PdfText(Render(proposal));

        Assert.Equal(isAdvantage, pdf.All.Contains("zahlen Sie hier höchstens", StringComparison.Ordinal));
    }

    [Fact]
    public void A_settlement_of_success_has_its_share_of_the_discount_and_starts_at_nothing()
    {
        var option = AgreedProposal.Discounted.Recommended;
        var settled = option.Instalments.Single(one => one.Milestone.SuccessShare == 1);

        using var pdf = new PdfText(Render(AgreedProposal.Discounted));

        Assert.Equal(option.Lines.Single(line => line.Group == PriceGroup.Success).Amount.Amount * 0.8m, settled.Net, 1);
        Assert.Contains("In den genannten Ergebnissen 0,00 bis 44.000,00. Vereinbartes Honorar: mindestens 95.000 €, höchstens 150.000 €, vor Nachlass, ohne Fremdleistungen", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_agency_says_of_a_fee_stands_with_its_calculation()
    {
        using var pdf = new PdfText(Render(Offered("fixed", structure => structure["description"] = "Zwei Runden und die Bilderliste sind vereinbart.")));

        Assert.Contains("Zum Honorar Zwei Runden und die Bilderliste sind vereinbart.", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_taxable_here_has_no_rate()
    {
        var terms = AgreedProposal.German.Terms with { Vat = new(VatTreatment.ReverseCharge, 0, "Steuerschuldnerschaft des Leistungsempfängers") };
        var proposal = ProposalDraft.From([.. AgreedProposal.German.Options.Select(option => option with { Split = [], Extras = [] })], terms);

        using var pdf = new PdfText(Render(proposal));

        Assert.DoesNotContain("USt 0", pdf.All, StringComparison.Ordinal);
        Assert.Contains("Umsatzsteuer, Steuerschuldnerschaft", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_s_heading_is_followed_by_the_first_payment_plan_whatever_stands_above()
    {
        for (var lines = 1; lines <= 32; lines += 2)
        {
            Extra[] extras = [.. Enumerable.Range(1, lines).Select(i => new Extra($"e{i}", $"Zusatz {i}", null, 1, "Paket", 100, 100, 0.19m, null, false))];
            var proposal = ProposalDraft.From([AgreedProposal.German.Options[1] with { IsRecommended = true, Extras = extras }], AgreedProposal.German.Terms);

            using var pdf = new PdfText(Render(proposal));

            var page = Assert.Single(pdf.Words, words => words.Contains("Zahlungsplan Nr.", StringComparison.Ordinal));
            Assert.Contains("Brutto in €", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_column_of_tax_names_a_rate_only_where_all_of_it_is_at_that_rate()
    {
        Extra[] extras = [new("rights", "Rechte", null, 1, "Paket", 1_000, 1_000, 0.07m, null, true)];
        var proposal = ProposalDraft.From([AgreedProposal.German.Options[1] with { IsRecommended = true, Extras = extras, Split = [] }], AgreedProposal.German.Terms);

        using var pdf = new PdfText(Render(proposal));

        Assert.Contains("Summen je nach Wahl Netto USt Brutto", pdf.All, StringComparison.Ordinal);
    }

    private static ClientProposal Suggested(Comparison comparison) => ProposalDraft.From(comparison, Offer.Suggested(comparison)!);

    private static ClientProposal Offered(string type, Action<JsonNode>? change = null)
    {
        var structure = Position(Samples.Comparison("case-a"), type);
        return ProposalDraft.From(Samples.Comparison("case-a", json => change?.Invoke(json["feeStructures"]![structure]!)), new([structure], structure));
    }

    private static int Position(Comparison comparison, string type) => comparison.Structures.ToList().FindIndex(structure => structure.Structure.Type == type);

    private static byte[] Render(ClientProposal proposal) => ProposalPdf.Render(proposal, AgreedProposal.Identity, DocumentLanguage.De);

    private static string Printed(Money amount) => amount.ToMinorUnit(Currency.Of("EUR")).ToString("#,##0.00", System.Globalization.CultureInfo.GetCultureInfo("de-DE"));
}
