using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pricing.Application.Seeding;

namespace Pricing.Application.Persistence;

/// <summary>Makes the database ready: schema and seed data; safe to start twice and after a kill.</summary>
internal abstract partial class DatabaseStart(PricingDb db, DatabaseConnection connection, SeedData seed, ILogger<DatabaseStart> logger)
{
    protected PricingDb Db => db;

    protected DatabaseConnection Connection => connection;

    public abstract Task MakeReady(CancellationToken cancellationToken);

    protected async Task Load(CancellationToken cancellationToken)
    {
        if (await seed.EnsureLoaded(cancellationToken))
            LogSeeded(connection.Place);
    }

    protected async Task<bool> IsBehind(CancellationToken cancellationToken) => (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    [LoggerMessage(LogLevel.Information, "Loaded the seed data into {Place}")]
    private partial void LogSeeded(string place);

    [LoggerMessage(LogLevel.Warning, "Removed the lock of a migration that was killed")]
    protected partial void LogStaleLock();
}
