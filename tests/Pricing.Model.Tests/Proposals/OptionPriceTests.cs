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

    private static FeeOption Draft(decimal price, IReadOnlyList<PriceShare> split, IReadOnlyList<Milestone> milestones, VatTerms? vat = null)
    {
        var comparison = Comparison.Of(ResolvedEngagement.From(SmallEngagement.Of(SmallEngagement.Price(price))));
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
        return ProposalDraft.From([new(comparison, 0) { IsRecommended = true, Split = split, Extras = Extras }], terms).Recommended;
    }
}
