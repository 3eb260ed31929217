using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Persistence;

public sealed class DatabaseStartTests
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Sqlite_is_of_a_version_that_does_not_corrupt_its_database()
    {
        await using var desk = await Desk.Open();

        var version = await desk.Db(db => db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync());

        Assert.True(Version.Parse(version) >= new Version(3, 51, 3), version);
    }

    [Fact]
    public async Task Every_connection_syncs_each_commit_and_holds_foreign_keys()
    {
        await using var desk = await Desk.Open();

        for (var i = 0; i < 3; i++)
        {
            SqliteConnection.ClearAllPools();
            Assert.Equal((2, 1, "wal"), await desk.Db(async db => (await Pragma<int>(db, "synchronous"), await Pragma<int>(db, "foreign_keys"), await Pragma<string>(db, "journal_mode"))));
        }
    }

    [Fact]
    public async Task Only_the_service_reads_the_database_that_it_makes()
    {
        if (OperatingSystem.IsWindows())
            return;   // there files have no modes
        await using var desk = Desk.Closed();

        await desk.Start();
        var files = await desk.Db(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Agencies\" SET \"Name\" = 'N'", TestContext.Current.CancellationToken);
            return Directory.GetFiles(Path.GetDirectoryName(desk.File)!, "pricing.db*").Where(file => !file.EndsWith(".start", StringComparison.Ordinal)).ToList();
        });

        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
            Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_pooled_connection_comes_back_with_the_settings_it_must_have()
    {
        await using var desk = await Desk.Open();
        await desk.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"));

        var settings = await desk.Db(async db => (await Pragma<int>(db, "synchronous"), await Pragma<int>(db, "foreign_keys")));

        Assert.Equal((2, 1), settings);
    }

    [Fact]
    public async Task A_row_of_an_unknown_agency_is_refused_by_the_database()
    {
        await using var desk = await Desk.Open();

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => desk.Db(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE Engagements SET TenantId = '00000000-0000-0000-0000-000000000001'")));

        Assert.Equal(19, refusal.SqliteErrorCode);
    }

    [Fact]
    public async Task The_model_and_its_migrations_agree()
    {
        await using var desk = Desk.Closed();

        Assert.False(await desk.Db(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task A_start_that_was_killed_before_its_first_migration_does_not_hang_the_next_one()
    {
        await using var desk = Desk.Closed();
        Execute(desk.File, Lock);

        await StartWithinSeconds(desk);

        Assert.Equal(1, (await desk.Send(new GetEngagement(SeedIds.Demo))).Version);
    }

    [Fact]
    public async Task A_start_that_was_killed_between_migrations_does_not_hang_the_next_one()
    {
        await using var desk = Desk.Closed();
        Execute(desk.File, Lock);
        Execute(desk.File, "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT NOT NULL PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL);");

        await StartWithinSeconds(desk);

        Assert.Empty(await desk.Db(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_lock_that_was_left_on_a_migrated_database_does_not_hang_the_next_start()
    {
        await using var desk = await Desk.Open();
        SqliteConnection.ClearAllPools();
        Execute(desk.File, Lock);

        await StartWithinSeconds(desk);

        Assert.Equal(1, (await desk.Send(new GetEngagement(SeedIds.Demo))).Version);
    }

    [Fact]
    public async Task Two_starts_at_once_on_one_file_both_succeed_and_load_once()
    {
        await using var desk = Desk.Closed();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(desk.Start, TestContext.Current.CancellationToken)));

        Assert.Equal(1, await desk.Db(db => db.Agencies.CountAsync()));
        Assert.Equal(7, await desk.Db(db => db.Engagements.CountAsync()));
    }

    [Fact]
    public async Task A_seed_that_was_cut_off_is_loaded_as_a_whole_by_the_next_start()
    {
        await using var desk = await Desk.Open();
        await desk.Db(db => db.Database.ExecuteSqlRawAsync(
            "DROP TRIGGER AuditEntries_are_kept; DELETE FROM AuditEntries; DELETE FROM ProposalHistory; DELETE FROM ProposalVersions; DELETE FROM Proposals; DELETE FROM NumberRanges; DELETE FROM LegalEntities; DELETE FROM ApprovalRules; DELETE FROM Engagements; DELETE FROM Deliverables; DELETE FROM PriceBook; DELETE FROM EffortProfiles; DELETE FROM RateCards; DELETE FROM ExchangeRates; DELETE FROM DriftLimits; DELETE FROM Clients; DELETE FROM Users; DELETE FROM Agencies"));

        await desk.Start();

        Assert.Equal(7, await desk.Db(db => db.Engagements.CountAsync()));
        Assert.Equal(4, await desk.Db(db => db.Scenarios.CountAsync()));
    }

    // What Entity Framework leaves behind when it is killed while it migrates.
    private const string Lock = """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00');
        """;

    private static async Task StartWithinSeconds(Desk desk)
    {
        var watch = Stopwatch.StartNew();

        await desk.Start().WaitAsync(Seconds, TestContext.Current.CancellationToken);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Seconds);
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<T> Pragma<T>(DbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = string.Concat("PRAGMA ", name);
        var value = (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }
}
