using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pricing.Application.Seeding;

namespace Pricing.Application.Persistence;

/// <summary>A file, one start of which goes at a time by a lock file beside it.</summary>
internal sealed class SqliteStart(PricingDb db, DatabaseConnection connection, SeedData seed, ILogger<DatabaseStart> logger) : DatabaseStart(db, connection, seed, logger)
{
    // Before this version two connections could corrupt a database in WAL mode.
    private static readonly Version SafeSqlite = new(3, 51, 3);

    public override async Task MakeReady(CancellationToken cancellationToken)
    {
        var file = Connection.File!;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (await StartLock.Take($"{file}.start", cancellationToken))
        {
            CreateFile(file);
            await PrepareFile(cancellationToken);
            await Migrate(cancellationToken);
            await Load(cancellationToken);
        }
    }

    private async Task Migrate(CancellationToken cancellationToken)
    {
        if (!await IsBehind(cancellationToken))
            return;

        // We hold the start lock, so nobody is migrating: a lock row is what a killed start left, and would hang us for ever.
        await Db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            using var command = Db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
                if (await command.ExecuteNonQueryAsync(cancellationToken) > 0)
                    LogStaleLock();
            }

            await Db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }
    }

    // It tells margins and salaries: only the service reads it. SQLite gives what it writes beside the file the same mode.
    private static void CreateFile(string file)
    {
        if (File.Exists(file))
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
    }

    // Readers do not wait for writers. Entity Framework says so only to a file that it creates itself.
    private async Task PrepareFile(CancellationToken cancellationToken)
    {
        await Db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            using var command = Db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT sqlite_version()";
            var version = Version.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
            if (version < SafeSqlite)
                throw new NotSupportedException($"SQLite {version} can corrupt its database; {SafeSqlite} or newer is needed.");
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A file that the operating system frees when its owner dies.</summary>
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
