using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;

namespace Pricing.Model.Tests.Analyses;

public sealed class ScopeCutTests
{
    [Theory]
    [InlineData(0.5, 0, 0.5, 0)]
    [InlineData(0.5, 0.25, 0.5, 0.25)]
    [InlineData(0.25, 0.75, 0.75, 0.75)]
    [InlineData(0, 1, 1, 1)]
    public void What_is_fixed_stays_and_what_is_done_is_spent(double left, double done, double keptShare, double stoppedShare)
    {
        var whole = Cost(1);
        var factor = (decimal)left;

        var cut = ScopeCut.Of(whole, Cost(factor), factor, (decimal)done);

        // Worked out from the engagement's own parts: fixed third parties of 3,000, the rest grows with the scope.
        var variable = whole.Total.Amount - 3_000;
        Assert.Equal(whole.Total.Amount, cut.CostBefore.Amount, 9);
        Assert.Equal(3_000 + variable * (decimal)keptShare, cut.CostAfter.Amount, 9);
        Assert.Equal(3_000 + variable * (decimal)stoppedShare, cut.CostOfStopping.Amount, 9);
        Assert.Equal(3_000, cut.Lines.Sum(line => line.Fixed.Amount), 9);
    }

    [Fact]
    public void Zero_is_no_less_where_it_has_a_sign() => Assert.Equal(ScopeCut.Of(Cost(1), Cost(0), 0, 0).Lines, ScopeCut.Of(Cost(1), Cost(0), -0m, decimal.Negate(0)).Lines);

    [Fact]
    public void A_factor_of_one_or_more_is_no_cut() => Assert.Throws<ArgumentOutOfRangeException>(() => ScopeCut.Of(Cost(1), Cost(1), 1, 0));

    private static CostModel Cost(decimal factor)
    {
        var engagement = SmallEngagement.Of(SmallEngagement.Price(50_000));
        return Comparison.Of(ResolvedEngagement.From(engagement with
        {
            WorkPackages = [.. engagement.WorkPackages.Select(package => package with { Hours = [.. package.Hours.Select(hours => hours with { Planned = hours.Planned * factor })] })],
            Assets = [],
            Revisions = null,
            Costs = [new() { Name = "Set-up", Amount = 3_000, Kind = CostKind.OtherThirdParty }],
        })).Cost;
    }
}
