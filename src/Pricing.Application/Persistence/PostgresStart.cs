using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pricing.Application.Seeding;

namespace Pricing.Application.Persistence;

/// <summary>A database of a server, on which one node starts at a time. A schema that is up to date is not touched, so that a role without rights on it can serve.</summary>
internal sealed class PostgresStart(PricingDb db, DatabaseConnection connection, SeedData seed, ILogger<DatabaseStart> logger) : DatabaseStart(db, connection, seed, logger)
{
    // The lock is the connection's: it is free as soon as its owner dies. A migration may take longer than a change may wait.
    private const string Lock = "SET lock_timeout = 0; SELECT pg_advisory_lock(hashtextextended('start', 0))", Unlock = "SELECT pg_advisory_unlock(hashtextextended('start', 0)); RESET lock_timeout";

    public override async Task MakeReady(CancellationToken cancellationToken)
    {
        await Open(cancellationToken);
        try
        {
            await Db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
            if (await IsBehind(cancellationToken))
                await Db.Database.MigrateAsync(cancellationToken);
            await Load(cancellationToken);
            await Db.Database.ExecuteSqlRawAsync(Unlock, cancellationToken);
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }
    }

    private async Task Open(CancellationToken cancellationToken)
    {
        try
        {
            await Db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception e) when (e.GetBaseException() is NpgsqlException or System.Net.Sockets.SocketException)
        {
            throw new InvalidOperationException($"{Connection.Place} cannot be opened: {e.GetBaseException().Message}", e);
        }
    }
}
