using CsCheck;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class UserGeneratedContentTests
{
    internal static readonly UserGeneratedContentParameters Campaign = new()
    {
        Published = 500,
        AcceptanceProbability = 0.25m,
        UnitPrice = 0.04m,
        Currency = "USD",
        ModerationShare = 0.3m,
        ModerationMinutes = 1.5m,
        ModeratorRole = "CUR",
        EffortProfile = "ai",
        CostPerPublished = new(0.8m),
        SetUpCost = new(3_000),
        ValuePerPiece = new(300),
        HalfLifeMonths = 0.75m,
        Months = 4,
        Elasticity = 0.5m,
        MaximumPublished = 20_000,
    };

    [Fact]
    public void Generations_are_paid_and_moderated_whether_published_or_not()
    {
        var content = UserGeneratedContentAnalysis.Of(A, Campaign);

        Assert.Equal((2_000, 600, 16.5m), (content.Generations.Value, content.ModeratedGenerations.Value, content.ModerationHours.Value));
        Assert.Equal(
            [73.60m, 1_070.79m, 400, 3_000, 4_544.39m],
            new[] { content.Cost.Compute, content.Cost.Moderation, content.Cost.Other, content.Cost.SetUp, content.Cost.Total }.Select(amount => amount.Cents()));
        Assert.Equal((9.09m, 3.09m), (content.CostPerPublished.Cents(), content.MarginalCost.Cents()));
    }

    [Fact]
    public void Worth_fades_by_half_lives_and_rises_with_a_power_of_the_volume()
    {
        var content = UserGeneratedContentAnalysis.Of(A, Campaign);

        Assert.Equal((0.39685026m, 1.59817838m), (content.MonthlyRetention.Shown(), content.AnnuityFactor.Shown()));
        Assert.Equal([6_708.20m, 2_662.15m, 1_056.48m, 419.26m], content.ValueByMonth.Select(amount => amount.Cents()));
        Assert.Equal((10_720.91m, 6_176.52m), (content.Value.Cents(), content.Net.Cents()));
    }

    [Fact]
    public void The_best_volume_is_where_one_more_piece_brings_no_more_cent()
    {
        var content = UserGeneratedContentAnalysis.Of(A, Campaign);

        Assert.Equal((6_023, 15_605.74m), (content.BestVolume, content.BestNet.Cents()));
    }

    [Fact]
    public void The_best_volume_is_that_of_all_volumes_tried() =>
        Gen.Select(Gen.Int[1, 1_000], Gen.Int[1, 100], Gen.Int[0, 500], Gen.Int[0, 400], Gen.Int[1, 300]).Sample(
            (value, elasticity, setUp, cost, maximum) =>
            {
                var content = UserGeneratedContentAnalysis.Of(A, Campaign with
                {
                    Published = 1,
                    ValuePerPiece = new(value / 100m),
                    Elasticity = elasticity / 100m,
                    SetUpCost = new(setUp / 10m),
                    CostPerPublished = new(cost / 1_000m),
                    ModerationShare = 0,
                    UnitPrice = 0,
                    MaximumPublished = maximum,
                });

                var best = Enumerable.Range(0, maximum + 1).MaxBy(volume => content.NetAt(volume).Cents());

                Assert.Equal(best, content.BestVolume);
                Assert.Equal(content.NetAt(best), content.BestNet);
            },
            iter: 200);

    [Fact]
    public void Where_set_up_is_never_earned_nothing_is_best()
    {
        var content = UserGeneratedContentAnalysis.Of(A, Campaign with { SetUpCost = new(50_000) });

        Assert.Equal((0, 0), (content.BestVolume, content.BestNet.Amount));
    }

    [Fact]
    public void Where_every_piece_is_worth_as_much_as_the_first_the_most_is_best_or_the_least()
    {
        var worthMore = UserGeneratedContentAnalysis.Of(A, Campaign with { Elasticity = 1, MaximumPublished = 10_000_000 });
        var worthless = UserGeneratedContentAnalysis.Of(A, Campaign with { Elasticity = 1, ValuePerPiece = new(0.01m), SetUpCost = default });

        Assert.Equal(10_000_000, worthMore.BestVolume);
        Assert.Equal(0, worthless.BestVolume);
    }

    [Fact]
    public void Without_a_profile_planned_minutes_are_expected_ones()
    {
        Assert.Equal(15, UserGeneratedContentAnalysis.Of(A, Campaign with { EffortProfile = null }).ModerationHours.Value);
    }

    [Fact]
    public void What_lives_but_a_moment_is_worth_its_first_month()
    {
        var content = UserGeneratedContentAnalysis.Of(A, Campaign with { HalfLifeMonths = 1e-9m });

        Assert.Equal(0, content.MonthlyRetention.Value);
        Assert.Equal([6_708.20m, 0, 0, 0], content.ValueByMonth.Select(amount => amount.Cents()));
    }
}
