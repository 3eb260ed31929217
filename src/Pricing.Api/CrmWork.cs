using Pricing.Application.Features.Crm;

namespace Pricing.Api;

/// <summary>Gives the work for CRMs its life.</summary>
internal sealed class CrmWork(CrmPusher pusher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => pusher.Run(stoppingToken), CancellationToken.None);
}
