using Pricing.Application.Outbox;

namespace Pricing.Application.Tests.Outbox;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(10, 1_024)]
    [InlineData(14, 16_384)]
    [InlineData(15, 21_600)]
    [InlineData(25, 21_600)]
    public void The_wait_doubles_up_to_six_hours_and_lies_between_half_and_the_whole(int attempts, int seconds)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.After(attempts, null).TotalSeconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, seconds / 2.0, seconds));
        Assert.True(waits.Distinct().Count() > 50);   // receivers come back one by one
    }

    [Fact]
    public void A_receiver_may_ask_for_a_longer_wait_but_not_for_more_than_a_day()
    {
        Assert.Equal(TimeSpan.FromMinutes(7), Backoff.After(1, TimeSpan.FromMinutes(7)));
        Assert.Equal(TimeSpan.FromHours(24), Backoff.After(1, TimeSpan.FromDays(30)));
        Assert.InRange(Backoff.After(20, TimeSpan.FromSeconds(1)), TimeSpan.FromHours(3), TimeSpan.FromHours(6));
    }
}
