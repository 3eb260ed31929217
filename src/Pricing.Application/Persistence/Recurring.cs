namespace Pricing.Application.Persistence;

/// <summary>Work that the service does again and again for as long as it runs.</summary>
internal static class Recurring
{
    /// <summary>Does it now and then at a pace. A pass that fails is reported, and the next one does what it did not: the service goes on.</summary>
    public static async Task Every(TimeSpan pace, TimeProvider time, Func<CancellationToken, Task> pass, Action<Exception> report, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(pace, time);
        do
        {
            try
            {
                await pass(stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                report(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
