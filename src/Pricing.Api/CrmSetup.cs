using System.Globalization;
using Pricing.Application.Features.Crm;

namespace Pricing.Api;

/// <summary>What the host gives to the work for CRMs: its settings.</summary>
internal static class CrmSetup
{
    private const string SweepEvery = "Crm:SweepEvery";

    /// <summary>States how often accounts are asked what they failed to tell.</summary>
    /// <exception cref="InvalidOperationException">The setting is no time.</exception>
    public static void AddCrmSettings(this IServiceCollection services, IConfiguration configuration) => services.AddSingleton(
        configuration[SweepEvery] is not { Length: > 0 } text ? CrmSweepSettings.Usual
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var every) && every >= TimeSpan.Zero ? new(every)
        : throw new InvalidOperationException($"{SweepEvery} is a time such as 00:15:00, or 00:00:00 for none; {text} is none."));
}
