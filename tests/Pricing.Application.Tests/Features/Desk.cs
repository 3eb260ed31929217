using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Idempotency;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features;

/// <summary>The use cases on a seeded database file of the test's own, with a clock that the test holds.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public static readonly Actor Administrator = SeedIds.Seeder;

    // Seeding takes a second; each test gets a copy of one seeded file.
    private static readonly Lazy<Task<(byte[] Data, byte[] AuditKey)>> SeededFile = new(async () =>
    {
        await using var desk = Closed();
        await desk.Start();
        await desk.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        return (await System.IO.File.ReadAllBytesAsync(desk.File), await System.IO.File.ReadAllBytesAsync(desk.AuditKeyFile));
    });

    private static readonly Lazy<Task<(string Database, byte[] AuditKey)>> SeededDatabase = new(async () =>
    {
        var cluster = await PostgresCluster.Shared();
        await using var desk = new Desk(postgres: (cluster, await cluster.NewDatabase()));
        await desk.Start();
        NpgsqlConnection.ClearAllPools();   // nobody may be connected to what is copied
        return (await cluster.NewDatabase(copyOf: desk.database), await System.IO.File.ReadAllBytesAsync(desk.AuditKeyFile));
    });

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-desk-");
    private readonly ServiceProvider services;
    private readonly Clock clock = new() { Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero) };

    private readonly string? database;

    private Desk(MailSettings? mail = null, (PostgresCluster Cluster, string Database)? postgres = null)
    {
        File = Path.Combine(folder.FullName, "pricing.db");
        database = postgres?.Database;
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddSingleton(new SecretBox(secret => secret, secret => secret));
        collection.AddSingleton<AddressGuard.Resolve>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));   // no test leaves the machine
        if (mail is not null)
            collection.AddSingleton(mail);
        collection.AddPricingApplication(DatabaseConnection.From(postgres is var (cluster, name) ? cluster.ConnectionTo(name) : $"Data Source={File}"), SeedFolder, folder.FullName);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static string SeedFolder { get; } = Repository.PathOf("seed-data");

    public string File { get; }

    public string AnchorFile => Path.Combine(folder.FullName, "audit-anchors.log");

    private string AuditKeyFile => Path.Combine(folder.FullName, "audit.key");

    public DateTimeOffset Now
    {
        set => clock.Now = value;
    }

    /// <summary>On PostgreSQL in tests of the trait Database=PostgreSQL, else on SQLite.</summary>
    public static Task<Desk> Open(MailSettings? mail = null) => IsOnPostgres ? OpenOnPostgres(mail) : OpenOnSqlite(mail);

    /// <summary>A desk whose database file is not there yet.</summary>
    public static Desk Closed() => new();

    /// <summary>A desk on a server's database that is empty yet.</summary>
    public static async Task<Desk> ClosedOnPostgres()
    {
        var cluster = await PostgresCluster.Shared();
        return new(postgres: (cluster, await cluster.NewDatabase()));
    }

    /// <summary>A seeded desk on SQLite, whatever the test's trait says.</summary>
    public static async Task<Desk> OpenOnSqlite(MailSettings? mail = null)
    {
        var desk = new Desk(mail);
        var (data, auditKey) = await SeededFile.Value;
        await System.IO.File.WriteAllBytesAsync(desk.File, data, TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllBytesAsync(desk.AuditKeyFile, auditKey, TestContext.Current.CancellationToken);
        return desk;
    }

    private static bool IsOnPostgres => TestContext.Current.TestClass?.Traits.TryGetValue("Database", out var names) == true && names.Contains("PostgreSQL");

    private static async Task<Desk> OpenOnPostgres(MailSettings? mail)
    {
        var cluster = await PostgresCluster.Shared();
        var (seeded, _) = await SeededDatabase.Value;
        return await Node(mail, cluster, await cluster.NewDatabase(copyOf: seeded));
    }

    /// <summary>Another node of the service on the same database.</summary>
    public async Task<Desk> SecondNode(MailSettings? mail = null) => await Node(mail, await PostgresCluster.Shared(), database!);

    private static async Task<Desk> Node(MailSettings? mail, PostgresCluster cluster, string database)
    {
        var desk = new Desk(mail, (cluster, database));
        await System.IO.File.WriteAllBytesAsync(desk.AuditKeyFile, (await SeededDatabase.Value).AuditKey, TestContext.Current.CancellationToken);
        return desk;
    }

    public Task Start() => services.MakeDatabaseReady(TestContext.Current.CancellationToken);

    public async Task<T> Send<T>(IRequest<T> request, Actor? by = null)
    {
        await using var scope = Scope(by);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request under an idempotency key.</summary>
    /// <returns>The answer, which is the id, and whether it is a kept one.</returns>
    public async Task<(Guid Id, bool IsKept)> Once(string key, IRequest<ClientView> request)
    {
        await using var scope = Scope(by: null);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var (answer, isKept) = await scope.ServiceProvider.GetRequiredService<RepeatedCalls>().Once(
            new("POST /clients", key, new byte[32]), async () => new(201, null, null, null, (await mediator.Send(request, TestContext.Current.CancellationToken)).Id.ToByteArray()));
        return (new(answer.Body), isKept);
    }

    public async Task<T> Db<T>(Func<PricingDb, Task<T>> use, Actor? by = null)
    {
        await using var scope = Scope(by);
        return await use(scope.ServiceProvider.GetRequiredService<PricingDb>());
    }

    /// <summary>Works with the services of a use case, step by step.</summary>
    public async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Scope(by: null);
        return await work(scope.ServiceProvider);
    }

    /// <summary>The client who has a link; null where it opens nothing.</summary>
    public async Task<Actor?> Client(OpenedShareLink link)
    {
        await using var scope = Scope(Actor.Nobody);
        return await scope.ServiceProvider.GetRequiredService<SignIn>().WithLink(link.Address[(link.Address.LastIndexOf('/') + 1)..], TestContext.Current.CancellationToken);
    }

    /// <summary>Who stands behind a key; null where it opens nothing.</summary>
    public async Task<Actor?> Holder(string key)
    {
        await using var scope = Scope(Actor.Nobody);
        return await scope.ServiceProvider.GetRequiredService<SignIn>().WithKey(key, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets proposals expire that are due, as the service does each minute.</summary>
    public async Task Tick()
    {
        using var ticking = new ProposalClock(services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<ProposalClock>.Instance);
        await ticking.Pass(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the mail that is due, as the service does all the time.</summary>
    public async Task SendMail()
    {
        using var sending = new MailDispatcher(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<MailSettings>(), clock, NullLogger<MailDispatcher>.Instance);
        await sending.Pass(TestContext.Current.CancellationToken);
    }

    /// <summary>Makes deliveries of events, without attempting any.</summary>
    public async Task Spread()
    {
        await using var scope = services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<Spreader>().SpreadNext(TestContext.Current.CancellationToken))
            continue;
    }

    /// <summary>Makes one pass of the dispatcher and waits until its attempts have ended.</summary>
    public async Task Dispatch() =>
        await Task.WhenAll(await services.GetRequiredService<Dispatcher>().Pass(TestContext.Current.CancellationToken, TestContext.Current.CancellationToken));

    /// <summary>Claims deliveries as a process of its own.</summary>
    public async Task<IReadOnlyList<Claim>> Claim()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().Claim(Guid.CreateVersion7(), new(), TestContext.Current.CancellationToken);
    }

    public async Task<bool> Acknowledge(Claim claim, Outcome outcome)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().Acknowledge(claim, outcome);
    }

    /// <summary>Sends a request that must be refused.</summary>
    /// <returns>The faults, in the order of their pointers.</returns>
    public async Task<IReadOnlyList<Fault>> Refused<T>(IRequest<T> request, Actor? by = null)
    {
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => Send(request, by));
        return [.. refusal.Faults.OrderBy(fault => fault.Pointer, StringComparer.Ordinal)];
    }

    /// <summary>Another agency of the service, and a user of it.</summary>
    public async Task<Actor> OtherAgency()
    {
        var other = new Actor(Guid.Parse("00000000-0000-8000-8000-00000000000a"), Guid.Parse("00000000-0000-8000-8000-00000000000b"), UserRole.Administrator);
        await Db(async db =>
        {
            db.Add(new Agency
            {
                Id = other.TenantId,
                Name = "Andere",
                LegalName = "Andere GmbH",
                Address = "Ort",
                ContactName = "N",
                ContactFunction = "F",
                ContactEmail = "n@example.org",
                BrandColour = "#000000",
                TimeZone = "Europe/Berlin",
            });
            var user = Application.Persistence.Record.New<User>(other, clock.Now, other.UserId);
            user.State(new CreateUser { Name = "N", Role = UserRole.Administrator });
            db.Add(user);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return other;
    }

    /// <summary>Writes the heads of the audit trails down, outside the database.</summary>
    public async Task Anchor()
    {
        using var anchoring = Anchoring();
        await anchoring.Anchor(TestContext.Current.CancellationToken);
    }

    /// <summary>What writes them down each minute.</summary>
    public AnchorAudit Anchoring() => new(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<AuditAnchors>(), clock, NullLogger<AnchorAudit>.Instance);

    /// <summary>Continues the audit trail as changes do, but many to a transaction.</summary>
    public async Task ContinueTrail(IEnumerable<AuditFact> facts)
    {
        foreach (var some in facts.Chunk(200))
        {
            await using var scope = Scope(by: null);
            var db = scope.ServiceProvider.GetRequiredService<PricingDb>();
            foreach (var fact in some)
                await scope.ServiceProvider.GetRequiredService<AuditTrail>().Append(db, Administrator, fact, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Erases what is due, as the service does each day.</summary>
    public async Task EraseDue(ILogger<EraseDue>? log = null)
    {
        using var erasing = new EraseDue(services.GetRequiredService<IServiceScopeFactory>(), clock, log ?? NullLogger<EraseDue>.Instance);
        await erasing.Erase(TestContext.Current.CancellationToken);
    }

    /// <summary>Erases what is due and drops logs, as the service does each day.</summary>
    public async Task PassOfTheDay()
    {
        using var erasing = new EraseDue(services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<EraseDue>.Instance);
        await erasing.Pass(TestContext.Current.CancellationToken);
    }

    /// <summary>Drops what is kept for a time, as the service does each day.</summary>
    public async Task DropLogs()
    {
        using var erasing = new EraseDue(services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<EraseDue>.Instance);
        await erasing.DropLogs(TestContext.Current.CancellationToken);
    }

    /// <summary>All that the database holds as text.</summary>
    public async Task<string> Everything()
    {
        if (database is not null)
            return await (await PostgresCluster.Shared()).Dump(database);
        await Db(db => db.Database.ExecuteSqlRawAsync("VACUUM"));
        await Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        return Encoding.UTF8.GetString(await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
    }

    /// <summary>Changes the database file as somebody does who holds it.</summary>
    public async Task Tamper(string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Puts the database file back as it was.</summary>
    public async Task PutBack(byte[] file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var beside in new[] { "-wal", "-shm" })
            System.IO.File.Delete(File + beside);
        await System.IO.File.WriteAllBytesAsync(File, file, TestContext.Current.CancellationToken);
    }

    public static Guid Seeded(string engagement) => SeedIds.Of("engagement", engagement);

    public static RawJson Raw(JsonNode document) => new(Encoding.UTF8.GetBytes(document.ToJsonString()));

    public static JsonObject Parsed(ReadOnlyMemory<byte> utf8) => JsonNode.Parse(utf8.Span)!.AsObject();

    public static JsonObject DocumentOf(EngagementView engagement) => Parsed(engagement.Document.Utf8);

    private AsyncServiceScope Scope(Actor? by)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = by ?? Administrator;
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (database is not null)
            await (await PostgresCluster.Shared()).Drop(database);
        folder.Delete(recursive: true);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
