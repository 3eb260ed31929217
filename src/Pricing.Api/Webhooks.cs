using Microsoft.AspNetCore.DataProtection;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;

namespace Pricing.Api;

/// <summary>What the host gives to the delivery of events: its keys and its settings.</summary>
internal static class Webhooks
{
    private const string Purpose = "webhook-secrets", AllowedOrigins = "Webhooks:AllowedOrigins";

    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookOrigins.From(configuration[AllowedOrigins]));
        services.AddSingleton(provider =>
        {
            var protector = provider.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
            return new SecretBox(protector.Protect, protector.Unprotect);
        });
    }
}
