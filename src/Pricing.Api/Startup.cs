using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pricing.Api.Security;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Api;

/// <summary>What start-up tells.</summary>
internal static partial class Startup
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>One line: where the service listens, which database it uses, where the documents lie, and who everybody is.</summary>
    public static void AnnounceStart(this WebApplication app)
    {
        if (app.Urls.Count == 0 && string.IsNullOrEmpty(app.Configuration["urls"]) && app.Configuration["Kestrel:Endpoints:Http:Url"] is null)
            app.Urls.Add(DefaultAddress);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var database = app.Services.GetRequiredService<DatabaseConnection>().Place;
            var listening = string.Join(", ", addresses);
            LogStart(app.Logger, listening, database, $"{listening}/swagger");
            if (app.Services.GetRequiredService<DevelopmentProfile>().IsOn)
                LogDevelopment(app.Logger);
        });
    }

    /// <summary>Where nobody could sign in, prints the code with which the first administrator does: on a network the development profile lets nobody in.</summary>
    public static async Task PrintSetupCode(this WebApplication app, bool always)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var codes = scope.ServiceProvider.GetRequiredService<SetupCodes>();
        if (!always && (app.Services.GetRequiredService<DevelopmentProfile>().IsOn || await codes.HasAdministrator(CancellationToken.None)))
            return;

        // To the console, not to the log: logs are kept and read by many.
        await Console.Out.WriteLineAsync($"Set up an agency with POST /api/v1/setup. The code opens once, for 24 hours: {await codes.Make(CancellationToken.None)}");
    }

    [LoggerMessage(LogLevel.Information, "Pricing listens on {Addresses}, keeps its data in {Database}, makes its documents on request (nothing is written to disk); open {Desk}.")]
    private static partial void LogStart(ILogger logger, string addresses, string database, string desk);

    [LoggerMessage(LogLevel.Warning, "DEVELOPMENT PROFILE: everybody on this machine is administrator of the example agency, without any credential. It is on because the service listens on loopback only; set Access:Development to false to switch it off.")]
    private static partial void LogDevelopment(ILogger logger);
}
