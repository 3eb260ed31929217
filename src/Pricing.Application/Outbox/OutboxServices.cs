using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pricing.Application.Features.Webhooks;

namespace Pricing.Application.Outbox;

internal static class OutboxServices
{
    /// <summary>What delivers events. The host gives the <see cref="SecretBox"/>.</summary>
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
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        services.AddHostedService<MailDispatcher>();
    }
}
