using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;

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
            var database = Path.GetFullPath(new SqliteConnectionStringBuilder(Database.ConnectionString(app.Configuration)).DataSource);
            var listening = string.Join(", ", addresses);
            LogStart(app.Logger, listening, database, $"{listening}/swagger");
        });
    }

    [LoggerMessage(LogLevel.Information, "Pricing listens on {Addresses}, keeps its data in SQLite at {Database}, makes its documents on request (nothing is written to disk); open {Desk}. Development user: everybody who can connect is an administrator.")]
    private static partial void LogStart(ILogger logger, string addresses, string database, string desk);
}
