using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pricing.Application.Persistence;

/// <summary>Sets on every connection what SQLite keeps per connection; a pooled one may come back with anything.</summary>
internal sealed class SqliteConnectionGuard : DbConnectionInterceptor
{
    // A commit is on the disk before it is answered (FULL), and foreign keys hold.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);   // SQLite's asynchronous calls are synchronous anyway
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
