using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pricing.Application.Features.Crm;

internal static class CrmServices
{
    /// <summary>What talks to CRMs, for as long as a host runs.</summary>
    public static void AddCrm(this IServiceCollection services)
    {
        services.AddSingleton<CrmSignal>();
        services.AddSingleton<CrmClient>();
        services.AddSingleton<CrmPusher>();
        services.AddSingleton<CrmTaker>();
        services.TryAddSingleton(CrmSweepSettings.Usual);
        services.AddSingleton<CrmSweeper>();
        services.AddHostedService<CrmWorker>();
    }
}
