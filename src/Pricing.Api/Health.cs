using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Pricing.Application.Persistence;

namespace Pricing.Api;

/// <summary>Whether the process lives and whether it can work; no details for strangers.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddDbContextCheck<PricingDb>(tags: [Ready]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
