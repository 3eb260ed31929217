using System.Globalization;
using Pricing.Application.Features.Crm;

namespace Pricing.Api;

/// <summary>Gives the work for CRMs its life.</summary>
internal sealed class CrmWork(CrmPusher pusher) : BackgroundService
{
    private const string SweepEvery = "Crm:SweepEvery";

    /// <summary>How often accounts are asked what they failed to tell.</summary>
    public static CrmSweepSettings Sweeps(IConfiguration configuration) => configuration[SweepEvery] is not { Length: > 0 } text
        ? CrmSweepSettings.Usual
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var every) && every >= TimeSpan.Zero
            ? new(every)
            : throw new InvalidOperationException($"{SweepEvery} is a time such as 00:15:00, or 00:00:00 for none; {text} is none.");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => pusher.Run(stoppingToken), CancellationToken.None);
}
