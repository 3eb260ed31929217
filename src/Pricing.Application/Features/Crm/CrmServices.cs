using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Pricing.Application.Features.Crm;

internal static class CrmServices
{
    /// <summary>What talks to CRMs. The host runs the <see cref="CrmPusher"/>.</summary>
    public static void AddCrm(this IServiceCollection services)
    {
        services.AddSingleton<CrmSignal>();
        services.AddSingleton<CrmClient>();
        services.AddSingleton<CrmTaker>();
        services.TryAddSingleton(CrmSweepSettings.Usual);
        services.AddSingleton<CrmSweeper>();
        services.AddSingleton(provider => new CrmPusher(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<CrmClient>(), provider.GetRequiredService<CrmTaker>(), provider.GetRequiredService<CrmSweeper>(), provider.GetRequiredService<CrmSignal>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CrmPusher>>()));
    }
}
