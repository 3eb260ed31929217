using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Persistence;

/// <summary>What is PostgreSQL's own: its schema, its start, the same answers as on SQLite, and several nodes on one database.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class PostgresTests
{
    private static readonly Actor Lead = new(SeedIds.Agency, SeedIds.Of("user", "lead"), UserRole.AccountLead);

    [Fact]
    public async Task The_model_and_its_migrations_agree()
    {
        await using var desk = await Desk.ClosedOnPostgres();

        Assert.False(await desk.Db(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task Starts_at_once_on_an_empty_database_all_succeed_and_load_once()
    {
        await using var desk = await Desk.ClosedOnPostgres();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Start()));

        Assert.Equal((1, 7), await desk.Db(async db => (await db.Agencies.CountAsync(), await db.Engagements.CountAsync())));
    }

    [Fact]
    public async Task The_trail_is_not_emptied_either()
    {
        await using var desk = await Desk.Open();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => desk.Db(db => db.Database.ExecuteSqlRawAsync("TRUNCATE \"AuditEntries\"", TestContext.Current.CancellationToken)));

        Assert.Equal("Audit entries are kept.", refusal.MessageText);
    }

    [Fact]
    public async Task Lists_have_the_order_of_sqlite_page_by_page()
    {
        await using var desk = await Desk.Open();
        await using var other = await Desk.OpenOnSqlite();
        string[] names = ["Zebra", "ähre", "Apfel", "_strich", "10", "9", "straße", "STRASSE", "a b", "a-b", "ab", "Ωmega", "😀 lacht", "ﬁn"];
        foreach (var name in names)
        {
            await desk.Send(new CreateClient { Name = name });
            await other.Send(new CreateClient { Name = name });
        }

        foreach (var sort in new[] { "name", "-name" })
            Assert.Equal(await Names(other, sort), await Names(desk, sort));
        foreach (var part in new[] { "STRASSE", "Ä", "_", "%", "ω" })
            Assert.Equal(await Found(other, part), await Found(desk, part));
    }

    [Fact]
    public async Task Numbers_and_times_come_back_as_they_went_in()
    {
        await using var desk = await Desk.Open();
        desk.Now = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
        decimal[] prices = [0.1m, 1.005m, 0.000000001m, 999_999_999_999.123456789012m, 1.10m];

        foreach (var price in prices)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"p-{Array.IndexOf(prices, price)}");
            var added = await desk.Send(new AddPrice
            {
                Code = code,
                Vendor = "V",
                Model = "M",
                Modality = "text",
                Unit = "millionTokens",
                Price = price,
                Currency = "EUR",
                ValidFrom = new(2026, 1, 1),
                Source = "S",
                RetrievedOn = new(2026, 1, 1),
            });
            var read = await desk.Send(new GetPrice(added.Id));
            Assert.Equal((price, added.CreatedAt), (read.Price, read.CreatedAt));
        }
    }

    [Trait("Gate", "G16")]
    [Fact]
    public async Task The_same_engagement_costs_the_same_cent_on_sqlite_and_in_any_culture()
    {
        CultureInfo[] cultures = [.. ((string[])["hu-HU", "de-DE", "tr-TR", "ar-SA"]).Select(CultureInfo.GetCultureInfo)];   // other digits, signs, letters and calendars
        await using var desk = await Desk.Open();
        await using var other = await Desk.OpenOnSqlite();
        var random = new CsCheck.PCG(16, 20_261_126);
        var (size, compared) = (GateSize.Of("G16", ci: 60, gate: 2_000), 0);

        foreach (var seeded in Enumerable.Range(0, size).Select(number => new[] { SeedIds.Demo, Desk.Seeded("automotive-image-campaign"), Desk.Seeded("twenty-hours-become-five") }[number % 3]))
        {
            var document = Desk.DocumentOf(await desk.Send(new GetEngagement(seeded)));
            for (var change = 0; change < 3; change++)
                Vary(document, random);

            var there = await Priced(other, document);
            CultureInfo.CurrentCulture = cultures[random.Next() % (uint)cultures.Length];
            var here = await Priced(desk, document);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

            Assert.Equal(there, here);
            compared += here[0] == '{' ? 1 : 0;
        }

        Assert.True(compared > size / 3, $"Only {compared} of {size} were priced.");
        GateSize.Measured("G16", $"{compared} engagements posted to SQLite and PostgreSQL: every figure the same in four cultures; {size - compared} refused alike");
    }

    [Fact]
    public async Task Two_nodes_write_one_trail_and_number_without_gap()
    {
        await using var first = await Desk.Open();
        await using var second = await first.SecondNode();
        Desk[] nodes = [first, second];

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var node = nodes[number % 2];
            await node.Send(new CreateProposal { EngagementId = SeedIds.Demo }, Lead);
            await node.Send(new CreateClient { Name = $"C{number}" });
        }));

        var numbers = await first.Db(db => db.Proposals.Select(proposal => proposal.Number).OrderBy(number => number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 22).Select(number => $"2026-{number:0000}"), numbers);
        Assert.True((await second.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task Erasures_that_are_due_continue_the_trail_amid_other_writers()
    {
        await using var first = await Desk.Open();
        await using var second = await first.SecondNode();
        for (var number = 0; number < 10; number++)
        {
            var client = await first.Send(new CreateClient { Name = $"Vergiss {number}" });
            await first.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Streit" });
            await first.Send(new RequestErasure { Kind = SubjectKind.Client, Id = client.Id, Reason = "Brief" });
            await first.Send(new HoldErasure { Kind = SubjectKind.Client, Id = client.Id });
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 25; number++)
                await second.Send(new CreateClient { Name = $"C{writer}-{number}" });
        })).Append(first.EraseDue()));

        Assert.Equal(0, await first.Db(db => db.Clients.CountAsync(client => client.Name.StartsWith("Vergiss"), TestContext.Current.CancellationToken)));
        Assert.True((await second.Send(new VerifyAudit())).Intact);
    }

    [Fact]
    public async Task A_call_that_is_repeated_at_another_node_takes_effect_once()
    {
        await using var first = await Desk.Open();
        await using var second = await first.SecondNode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? first : second).Once($"key-{number / 4}", new CreateClient { Name = $"Once {number / 4}" })));

        Assert.Equal(10, await first.Db(db => db.Clients.CountAsync(client => client.Name.StartsWith("Once"))));
        Assert.All(answers.Chunk(4), ofKey => Assert.Single(ofKey.Select(answer => answer.Id).Distinct()));
        Assert.Equal(10, answers.Count(answer => !answer.IsKept));
    }

    [Fact]
    public async Task Two_nodes_claim_no_delivery_twice_and_make_each_once()
    {
        await using var first = await Desk.Open();
        await using var second = await first.SecondNode();
        await first.Send(new Application.Features.Webhooks.CreateWebhookEndpoint { Address = "https://hooks.example.com/in" });
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => (number % 2 == 0 ? first : second).Send(new CreateClient { Name = $"C{number}" })));

        await Task.WhenAll(first.Spread(), second.Spread(), first.Spread(), second.Spread());
        var claims = new List<Claim>();
        for (var round = 0; round < 12; round++)
            claims.AddRange((await Task.WhenAll(first.Claim(), second.Claim())).SelectMany(some => some));

        Assert.Equal(24, await first.Db(db => db.Deliveries.CountAsync()));
        Assert.Equal(claims.Count, claims.Select(claim => claim.Delivery.Id).Distinct().Count());
        Assert.Equal(24, claims.Count);
    }

    [Fact]
    public async Task What_time_brings_is_done_by_one_node()
    {
        await using var first = await Desk.Open();
        await using var second = await first.SecondNode();
        var busy = new TaskCompletionSource();
        var (isBusy, hasRun) = (new TaskCompletionSource(), false);

        var working = first.Db(async db =>
        {
            await db.UnlessAnotherNode("work", async () =>
            {
                isBusy.SetResult();
                await busy.Task;
            }, TestContext.Current.CancellationToken);
            return 0;
        });
        await isBusy.Task;
        await Attempt(second);
        var whileBusy = hasRun;
        busy.SetResult();
        await working;
        await Attempt(second);

        Assert.Equal((false, true), (whileBusy, hasRun));

        Task<int> Attempt(Desk node) => node.Db(async db =>
        {
            await db.UnlessAnotherNode("work", () => Task.FromResult(hasRun = true), TestContext.Current.CancellationToken);
            return 0;
        });
    }

    [Fact]
    public async Task A_mail_is_attempted_by_one_node()
    {
        var nobody = new MailSettings("127.0.0.1", 9, MailKit.Security.SecureSocketOptions.None, "", "", "offers@example.org");
        await using var first = await Desk.Open(nobody);
        await using var second = await first.SecondNode(nobody);
        var now = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
        await first.Db(db =>
        {
            for (var number = 0; number < 20; number++)
                db.Add(OutgoingMail.Of(SeedIds.Agency, Guid.NewGuid(), "test", null, "A", "a@example.org", "b@example.org", "S", "B", now));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await Task.WhenAll(first.SendMail(), second.SendMail(), first.SendMail(), second.SendMail());

        Assert.All(await second.Db(db => db.OutgoingMails.AsNoTracking().ToListAsync()), mail => Assert.Equal(1, mail.Attempts));
    }

    [Theory]
    [InlineData("Hots=localhost;Database=pricing")]
    [InlineData("Host=localhost")]
    [InlineData("Host=localhost;Database=pricing;Wrong=1")]
    [InlineData("Data Source=pricing.db;Wrong=1")]
    [InlineData("postgres://user:secret@localhost/pricing")]
    [InlineData("")]
    public void A_connection_string_that_names_no_database_is_refused_and_told_which_do(string text)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => DatabaseConnection.From(text));

        Assert.Contains("Host=", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Names(Desk desk, string sort)
    {
        var names = new List<string>();
        for (string? after = null; ;)
        {
            var page = await desk.Send(new ListClients(null, null, 3, after) { Sort = sort });
            names.AddRange(page.Items.Select(client => client.Name));
            if ((after = page.Next) is null)
                return names;
        }
    }

    private static async Task<IEnumerable<string>> Found(Desk desk, string part) =>
        (await desk.Send(new ListClients(part, null, null, null))).Items.Select(client => client.Name).Order(StringComparer.Ordinal);

    // One of its numbers becomes another one; whether it may, the service says.
    private static void Vary(JsonObject document, CsCheck.PCG random)
    {
        var numbers = Leaves(document).Where(leaf => leaf.GetValueKind() == System.Text.Json.JsonValueKind.Number).ToList();
        var leaf = numbers[(int)(random.Next() % (uint)numbers.Count)];
        var factor = 1 + ((random.Next() % 1_000) / 997m);
        leaf.ReplaceWith(JsonValue.Create(decimal.Parse((leaf.GetValue<decimal>() * factor).ToString("0.#######", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray entries => entries.SelectMany(Leaves),
        null => [],
        _ => [node],
    };

    private static async Task<string> Priced(Desk desk, JsonObject document)
    {
        try
        {
            var made = await desk.Send(new CreateEngagement { Document = Desk.Raw(document) });
            return System.Text.Encoding.UTF8.GetString((await desk.Send(new CompareEngagement(made.Id))).Span);
        }
        catch (InvalidRequestException e)
        {
            return string.Join('\n', e.Faults);
        }
    }
}
