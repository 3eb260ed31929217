using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class PerformanceTests
{
    [Theory]
    [InlineData(null, null, "30100", "60100")]       // 10,000 + 0.3 × 100,000 × 0.5 or 1.5, + 5,100
    [InlineData(30_000, null, "35100", "60100")]     // 25,000 is lifted
    [InlineData(null, 40_000, "30100", "45100")]     // 55,000 is cut
    [InlineData(30_000, 30_000, "35100", "35100")]
    public void The_realised_value_is_shared_between_a_minimum_and_a_maximum(int? minimum, int? maximum, string bad, string good)
    {
        var performance = new Performance(BaseFee: 10_000, ValueShare: 0.3m, minimum, maximum);

        var fees = performance.ByOutcome();

        Assert.Equal([Number.Of(bad), Number.Of(good)], fees);
    }

    [Fact]
    public void What_passes_through_counts_towards_neither_bound()
    {
        var performance = new Performance(80_000, 0, MinimumFee: 95_000, MaximumFee: 150_000);

        var fees = performance.ByOutcome(FeesOf.Basis with { Work = new() { ThirdParty = new(10_000), ArtistSocialLevy = new(500) } });

        Assert.Equal([105_500, 105_500], fees);
    }
}
