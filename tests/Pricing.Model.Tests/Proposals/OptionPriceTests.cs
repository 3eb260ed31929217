using CsCheck;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Proposals;

public sealed class OptionPriceTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    private static readonly IReadOnlyList<Extra> Extras =
    [
        new("subtitles", "Subtitles", null, 120, "video", 18, 2_160, 0.19m, null, false),
        new("model", "Synthetic voice", null, 1, "package", 0, 0, 0.19m, "Voice", true),
        new("actor", "Recorded voice", null, 1, "package", 4_200, 4_200, 0.07m, "Voice", false),
    ];

    [Fact]
    public void What_is_printed_adds_up_whatever_the_split_the_choice_and_the_rates() =>
        Gen.Select(Gen.Int[1, 97].Array[1, 12], Gen.Decimal[1_000m, 900_000m], Gen.Int[0, 2], Gen.Int[1, 9].Array[1, 6]).Sample((weights, price, reduced, milestones) =>
        {
            var shares = weights.Select((weight, i) => new PriceShare(Phase.Production, $"Line {i}", (decimal)weight / weights.Sum(), null, null, i < reduced ? 0.07m : null)).ToList();
            var option = Draft(price, shares, [.. milestones.Select(part => new Milestone("M", null, (decimal)part / milestones.Sum(), (decimal)part / milestones.Sum(), (decimal)part / milestones.Sum()))]);

            foreach (var chosen in new[] { option.BaseExtras, option.RecommendedExtras, option.AllExtras, new HashSet<string> { "actor", "subtitles" } })
            {
                var total = option.With(chosen, Euro);
                Assert.Equal(total.Net, total.VatLines.Sum(line => line.Net));
                Assert.All(total.VatLines, line => Assert.Equal(Tax.ToMinorUnit(line.Rate, line.Net, Euro), line.Vat));
                Assert.Equal(total.Net + total.Vat, total.Gross);
                Assert.Equal(option.Net + Extras.Where(extra => extra.Group is null ? chosen.Contains(extra.Code) : false).Sum(extra => extra.Amount) + (chosen.Contains("actor") ? 4_200 : 0), total.Net);
            }

            Assert.Equal(option.Gross, option.Net + option.Vat);
            Assert.Equal((option.Net, option.Vat), (option.Instalments.Sum(one => one.Net), option.Instalments.Sum(one => one.Vat)));
            Assert.True(Math.Abs(option.Net - option.Lines.Sum(line => line.Amount.ToMinorUnit(Euro))) <= 0.01m * option.Lines.Count);
        }, iter: 200);

    [Theory]
    [InlineData("model", true)]
    [InlineData("model subtitles", true)]
    [InlineData("", false)]
    [InlineData("model actor", false)]
    [InlineData("model unknown", false)]
    [InlineData("model model", false)]
    public void A_choice_takes_exactly_one_of_a_group_and_any_optional_lines(string codes, bool isChoice) =>
        Assert.Equal(isChoice, Draft(50_000, [], []).IsChoice(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void The_dearest_choice_is_every_optional_line_and_the_dearest_of_a_group() =>
        Assert.Equal(["actor", "subtitles"], Draft(50_000, [], []).AllExtras.Order(StringComparer.Ordinal));

    [Fact]
    public void Reverse_charge_has_no_tax()
    {
        var option = Draft(50_000, [], [], new(VatTreatment.ReverseCharge, 0, "note"));

        Assert.Equal((0m, option.Net), (option.Vat, option.Gross));
    }

    [Fact]
    public void A_discount_lessens_each_rate_by_the_share_of_its_lines()
    {
        var option = Draft(
            SmallEngagement.Price(12_000) with { Discount = 0.3m },
            [new(null, "Advice", 0.2m, null, null, null), new(null, "Grant of rights", 0.8m, null, null, 0.07m)], []);

        Assert.Equal(8_400, option.Net);
        Assert.Equal([new(0.19m, 1_680, 319.20m), new(0.07m, 6_720, 470.40m)], option.VatLines);
    }

    [Fact]
    public void No_rate_has_a_negative_base_whatever_the_discount() =>
        Gen.Select(Gen.Int[1, 97].Array[2, 6], Gen.Decimal[1_000m, 900_000m], Gen.Decimal[0m, 0.99m]).Sample((weights, price, discount) =>
        {
            var shares = weights.Select((weight, i) => new PriceShare(null, $"Line {i}", (decimal)weight / weights.Sum(), null, null, i % 2 == 0 ? null : 0.07m)).ToList();
            var option = Draft(SmallEngagement.Price(price) with { Discount = discount }, shares, []);

            Assert.All(option.VatLines, line => Assert.True(line.Net >= 0));
            foreach (var line in option.VatLines)
            {
                var listed = option.Lines.Where(one => one.Group == PriceGroup.Service && (one.VatRate ?? 0.19m) == line.Rate).Sum(one => one.Amount.Amount);
                Assert.InRange(line.Net - listed * (1 - discount), -0.02m, 0.02m);
            }
        }, iter: 200);

    [Fact]
    public void A_discount_on_a_fee_for_success_alone_lessens_the_settlement_and_nothing_else()
    {
        var option = Draft(new Performance(0, 0.25m) { Discount = 0.1m }, [], [Order, Settlement]);

        var settled = Assert.Single(option.Instalments);
        Assert.Equal(("Settlement", option.Net, option.Vat), (settled.Milestone.Name, settled.Net, settled.Vat));
        Assert.Equal((option.LowestFee, option.HighestFee), (option.SuccessSpan!.Lowest, option.SuccessSpan.Highest));
    }

    [Fact]
    public void An_instalment_bears_the_tax_of_what_is_due_at_each_rate()
    {
        var option = Draft(
            new Performance(10_000, 0.25m) { Discount = 0.1m },
            [new(null, "Advice", 0.5m, null, null, null), new(null, "Grant of rights", 0.5m, null, null, 0.07m)], [Order, Settlement]);

        Assert.Equal([(9_000, 1_170), (option.Net - 9_000, Tax.ToMinorUnit(0.19m, option.Net - 9_000, Euro))], option.Instalments.Select(one => (one.Net, one.Vat)));
        Assert.Equal(option.LowestFee.Amount - 9_000, option.SuccessSpan!.Lowest.Amount, 6);
    }

    [Fact]
    public void Third_parties_at_their_bare_price_and_the_levy_bear_none_of_a_discount()
    {
        // Service 12,000 less 30 %; third parties 5,000 at cost, levy 100.
        var option = Draft(
            SmallEngagement.Of(SmallEngagement.Price(12_000) with { Discount = 0.3m }), [new(null, "Grant of rights", 1, null, null, 0.07m)],
            [new("Order", null, 1, 0, 0), new("Third parties", null, 0, 1, 0)], null, Extras);

        Assert.Equal([(8_400m, 588m), (5_100m, 969m)], option.Instalments.Select(one => (one.Net, one.Vat)));
        Assert.Equal([new(0.19m, 5_100, 969), new(0.07m, 8_400, 588)], option.VatLines);
    }

    private static Milestone Order => new("Order", null, 1, 1, 0);

    private static Milestone Settlement => new("Settlement", null, 0, 0, 1);

    private static FeeOption Draft(decimal price, IReadOnlyList<PriceShare> split, IReadOnlyList<Milestone> milestones, VatTerms? vat = null) =>
        Draft(SmallEngagement.Of(SmallEngagement.Price(price)), split, milestones, vat, Extras);

    private static FeeOption Draft(FeeStructure structure, IReadOnlyList<PriceShare> split, IReadOnlyList<Milestone> milestones) =>
        Draft(SmallEngagement.FeesOnly(structure), split, milestones, null, []);

    private static FeeOption Draft(Engagement engagement, IReadOnlyList<PriceShare> split, IReadOnlyList<Milestone> milestones, VatTerms? vat, IReadOnlyList<Extra> extras)
    {
        var comparison = Comparison.Of(ResolvedEngagement.From(engagement));
        var terms = new AgreedTerms
        {
            Vat = vat ?? new(VatTreatment.Domestic, 0.19m, null),
            Milestones = milestones,
            PaymentDays = 14,
            Rights = [],
            Ai = new(AiRole.Deployer, new(2026, 11, 25), null, [], [], false, "-"),
            Assumptions = [],
            Exclusions = [],
            ClientDuties = [],
            Clauses = [],
        };
        return ProposalDraft.From([new(comparison, 0) { IsRecommended = true, Split = split, Extras = extras }], terms).Recommended;
    }
}
