using CsCheck;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;
using Pricing.Model.Tests.Cases;
using Pricing.Model.Tests.Properties;

namespace Pricing.Model.Tests.Proposals;

/// <summary>No amount that a client or a CRM is told, and no obvious sum of such, is a cost or a floor of the agency.</summary>
public sealed class OfferTests
{
    private static readonly LicenceUsage Unused = new(0, 0, 0, 0);

    // L = 9,900, A = 1,000, T + K = 5,100, cost 16,000; cost states 0.8 and 1.2: 14,020 and 17,980.
    public static TheoryData<string, FeeStructure, string, decimal> Giveaways => new()
    {
        { "a discount on the floor", new ValueBased(0, 0.5m) { Discount = 0.03m }, "the floor", 26_900 },
        { "a discount on the cost", new ValueBased(0, 0) { Discount = 0.03m }, "the expected cost", 16_000 },
        { "a lowest fee that is the floor", Bonus(new ValueBased(0, 0.5m)), "the floor", 26_900 },
        { "a lowest fee that is the cost", Bonus(new ValueBased(0, 0)), "the expected cost", 16_000 },
        { "a licence for nothing, less a discount", new Licence(0, ["ED"], Phase.Ideation, Unused) { Discount = 0.1m }, "the expected cost", 16_000 },
        { "a minimum fee that is the cost of the agency's own", new Performance(0, 0.5m, 10_900), "the expected cost without third parties and levy", 10_900 },
        { "a base fee that is the labour cost", new Performance(9_900, 0.5m), "the labour cost", 9_900 },
        { "a price of the good case", new Fixed(0, 0, 0, 0), "the cost in a cost state", 0 },
        { "a cap beside models at cost", new Hourly(0, 0.1m, 5_000), "the AI cost", 1_000 },
        { "a cap beside models at cost in a combination", new Combined([new([Phase.Ideation, Phase.Production], new Hourly(0, 0.1m, 5_000))]), "the AI cost", 1_000 },
        { "a monthly price without hours", new Retainer(4, 0, 0, 100, 0, 0), "the AI cost", 1_000 },
    };

    [Theory]
    [MemberData(nameof(Giveaways))]
    public void A_structure_that_gives_away_cost_or_floor_may_not_be_offered(string why, FeeStructure structure, string inside, decimal amount)
    {
        var engagement = SmallEngagement.Of(structure);
        if (structure is Fixed)   // planned hours at loaded rates and models, as in a cost state of 100 hours
            engagement = engagement with { Scenarios = engagement.Scenarios with { Cost = [new(1 / 1.1m, 0.5m), new(2 - 1 / 1.1m, 0.5m)] } };
        var comparison = engagement.Compared();

        var found = Offer.GivesAway(comparison, 0);

        Assert.False(Offer.MayBeOffered(comparison, 0), why);
        Assert.Equal(inside, found!.Inside);
        if (amount > 0)
            Assert.Equal(amount, found.Amount);
        Assert.Null(Offer.Suggested(comparison));
        Assert.Throws<ArgumentException>(() => ProposalDraft.From(comparison, new([0], 0)));
    }

    [Fact]
    public void A_cap_gives_nothing_away_beside_models_with_a_markup_or_where_it_does_not_bind()
    {
        Assert.True(Offer.MayBeOffered(SmallEngagement.Of(new Hourly(0.1m, 0.1m, 5_000)).Compared(), 0));
        Assert.True(Offer.MayBeOffered(SmallEngagement.Of(new Hourly(0, 0.1m, 500_000)).Compared(), 0));
    }

    [Fact]
    public void A_retainer_beside_told_rates_gives_models_at_cost_away_and_without_them_does_not()
    {
        var retainer = new Retainer(4, 30, 0, null, 0, 0.1m);

        Assert.Equal("the AI cost", Offer.GivesAway(SmallEngagement.Of(retainer, new Hourly(0.1m, 0.1m)).Compared(), 0)!.Inside);
        Assert.True(Offer.MayBeOffered(SmallEngagement.Of(retainer).Compared(), 0));
        Assert.True(Offer.MayBeOffered(SmallEngagement.Of(retainer with { AiMarkup = 0.1m }, new Hourly(0.1m, 0.1m)).Compared(), 0));
    }

    [Fact]
    public void An_instalment_a_split_or_an_extra_gives_away_no_more_than_the_fee_does()
    {
        // 21,800 for the agency's own work, of which half is its cost.
        var comparison = SmallEngagement.Of(SmallEngagement.Price(21_800)).Compared();
        var plain = new ProposedOption(comparison, 0) { IsRecommended = true };

        Assert.True(Offer.MayBeOffered(plain));
        Assert.Equal("an instalment", Offer.GivesAway(plain with { Milestones = [new("Order", null, 0.5m, 0, 0), new("End", null, 0.5m, 1, 0)] })!.Told);
        Assert.Equal("a line of the price", Offer.GivesAway(plain with { Split = [new(null, "Work", 0.5m, null, null, null), new(null, "Idea", 0.5m, null, null, null)] })!.Told);
        Assert.True(Offer.MayBeOffered(plain with { Milestones = [new("Order", null, 0.4m, 0, 0), new("End", null, 0.6m, 1, 0)] }));
    }

    [Theory]
    [InlineData("case-a.json")]
    [InlineData("case-b.json")]
    public void The_worked_cases_offer_what_equals_neither_cost_nor_floor_and_opens_no_books(string file)
    {
        var comparison = Comparison.Of(ResolvedEngagement.From(CaseDocument.Read(file)));

        Assert.All(Enumerable.Range(0, comparison.Structures.Count), i =>
        {
            var column = comparison.Structures[i];
            var isOffered = column.ExpectedFee is { } fee && !ClientTerms.OpensTheBooks(column.Structure) && Printed(fee, comparison) != Printed(comparison.BargainingRange.Floor, comparison) && Printed(fee, comparison) != Printed(comparison.Cost.Total, comparison);
            Assert.Equal(isOffered, Offer.MayBeOffered(comparison, i));
        });
    }

    // Told amounts are read off what the client gets, and the inside off the comparison, both apart from what decides.
    [Fact]
    public void No_amount_of_an_offer_is_one_of_the_inside_whatever_the_engagement()
    {
        var (offered, refused) = (0, 0);
        Gen.Select(SoundEngagement.Phased, Gen.Int[0, Temptations.Length - 1], Gen.Int[0, 400]).Sample(
            (engagement, which, discount) =>
            {
                var comparison = (engagement with { FeeStructures = [Temptations[which] with { Discount = discount / 1_000m }, .. engagement.FeeStructures] }).Compared();
                for (var i = 0; i < comparison.Structures.Count; i++)
                {
                    if (!Offer.MayBeOffered(comparison, i))
                    {
                        Interlocked.Increment(ref refused);
                        continue;
                    }

                    Interlocked.Increment(ref offered);
                    var secrets = Secrets(comparison);
                    Assert.DoesNotContain(Told(ProposalDraft.From(comparison, new([i], i)).Recommended, comparison), secrets.Contains);
                }
            },
            iter: 400);

        Assert.True(offered > 100 && refused > 100, $"{offered} offered, {refused} refused");
    }

    private static readonly FeeStructure[] Temptations =
    [
        new ValueBased(0, 0), new ValueBased(0, 0.2m), Bonus(new ValueBased(0, 0)), Bonus(new ValueBased(0, 0.2m)), new Licence(0, ["R0"], Phase.Ideation, Unused),
        new Fixed(0, 0, 0, 0), new Hourly(0, 0, 1), new Performance(0, 0.01m), new PerUnit([new("All", 1, 5_000)], 0),
    ];

    private static Combined Bonus(FeeStructure work) => new([new([Phase.Strategy, Phase.Ideation, Phase.Production], work), new([], new Performance(0, 0.01m, null, 2_000))]);

    private static HashSet<decimal> Secrets(Comparison comparison)
    {
        var (cost, margin) = (comparison.Cost, (comparison.Structures.Select(column => column.Structure).OfType<ValueBased>().FirstOrDefault()?.MinimumMargin ?? 0));
        if (Printed(cost.Labour + cost.Ai, comparison) == 0)
            return [];
        var own = cost.Labour + cost.Ai;
        Money[] inside = [cost.Total, own, comparison.BargainingRange.Floor, own / (1 - margin), .. comparison.States.Cost.Select(state => cost.Labour * state.Factor + cost.Ai + cost.ThirdParty + cost.ArtistSocialLevy)];
        return [.. inside.Select(amount => Printed(amount, comparison)).Where(amount => amount != 0)];
    }

    private static IEnumerable<decimal> Told(FeeOption option, Comparison comparison)
    {
        var service = Sum(option, PriceGroup.Service);
        Money[] told =
        [
            option.ExpectedFee, option.LowestFee, option.HighestFee, option.ExpectedFee - option.PassThrough, option.LowestFee - option.PassThrough, option.HighestFee - option.PassThrough,
            service, service + Sum(option, PriceGroup.ThirdParty), service + Sum(option, PriceGroup.Success), service + Sum(option, PriceGroup.Success) + Sum(option, PriceGroup.ThirdParty),
            .. option.Outcomes.Select(outcome => outcome.Fee), .. option.Lines.Where(line => line.Group is PriceGroup.Service or PriceGroup.Success).Select(line => line.Amount),
        ];
        return told.Select(amount => Printed(amount, comparison));
    }

    private static Money Sum(FeeOption option, PriceGroup group) => option.Lines.Where(line => line.Group == group).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    private static decimal Printed(Money amount, Comparison comparison) => amount.ToMinorUnit(comparison.Currency);
}
