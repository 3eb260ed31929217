using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pricing.Application.Features.Webhooks;

namespace Pricing.Application.Outbox;

internal static class OutboxServices
{
    /// <summary>What delivers events. The host runs the <see cref="Dispatcher"/>, and gives the <see cref="SecretBox"/>.</summary>
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<DispatchSignal>();
        services.AddSingleton<CommitWatch>();
        services.TryAddSingleton(WebhookOrigins.None);
        services.TryAddSingleton<AddressGuard.Resolve>(Dns.GetHostAddressesAsync);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<WebhookSender>();
        services.AddScoped<Spreader>();
        services.AddScoped<DeliveryQueue>();
        services.AddScoped<OldLogs>();
        services.AddSingleton(provider => new Dispatcher(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<WebhookSender>(), provider.GetRequiredService<DispatchSignal>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Dispatcher>>()));
    }
}
