using Pricing.Application.Persistence;

namespace Pricing.Application.Tests.Persistence;

public sealed class RecurringTests
{
    [Fact]
    public async Task A_pass_that_fails_or_is_cancelled_by_itself_is_reported_and_the_work_goes_on_until_the_service_stops()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (passes, reported, third) = (0, new List<Exception>(), new TaskCompletionSource());

        var work = Recurring.Every(TimeSpan.FromMilliseconds(1), TimeProvider.System, Pass, reported.Add, stop.Token);
        await third.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal([typeof(InvalidOperationException), typeof(OperationCanceledException)], reported.Select(exception => exception.GetType()));

        Task Pass(CancellationToken stopping)
        {
            switch (++passes)
            {
                case 1:
                    throw new InvalidOperationException();
                case 2:
                    throw new OperationCanceledException();   // as a database does that gave up waiting
                default:
                    third.TrySetResult();
                    return Task.CompletedTask;
            }
        }
    }
}
