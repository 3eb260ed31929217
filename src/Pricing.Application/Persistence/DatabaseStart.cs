using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pricing.Application.Seeding;

namespace Pricing.Application.Persistence;

/// <summary>Makes the database ready: folder, schema, seed data; safe to start twice and after a kill.</summary>
internal sealed partial class DatabaseStart(PricingDb db, SeedData seed, ILogger<DatabaseStart> logger)
{
    // Before this version two connections could corrupt a database in WAL mode.
    private static readonly Version SafeSqlite = new(3, 51, 3);

    public async Task MakeReady(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using (await StartLock.Take($"{file}.start", cancellationToken))
        {
            await PrepareFile(cancellationToken);
            await Migrate(cancellationToken);
            if (await seed.EnsureLoaded(cancellationToken))
                LogSeeded(file);
        }
    }

    private async Task Migrate(CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;

        // We hold the start lock, so nobody is migrating: a lock row is what a killed start left, and would hang us for ever.
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
                if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
                    LogStaleLock();
            }

            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Readers do not wait for writers. Entity Framework says so only to a file that it creates itself, and opening ours creates it.
    private async Task PrepareFile(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT sqlite_version()";
            var version = Version.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
            if (version < SafeSqlite)
                throw new NotSupportedException($"SQLite {version} can corrupt its database; {SafeSqlite} or newer is needed.");
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [LoggerMessage(LogLevel.Information, "Loaded the seed data into {File}")]
    private partial void LogSeeded(string file);

    [LoggerMessage(LogLevel.Warning, "Removed the lock of a migration that was killed")]
    private partial void LogStaleLock();

    /// <summary>One start at a time: a file that the operating system frees when its owner dies.</summary>
    private static class StartLock
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        public static async Task<FileStream> Take(string path, CancellationToken cancellationToken)
        {
            for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(200))
            {
                try
                {
                    return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException) when (waited < Patience)
                {
                    // Another process is starting on the same database; it is done in seconds.
                    await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                }
            }
        }
    }
}
