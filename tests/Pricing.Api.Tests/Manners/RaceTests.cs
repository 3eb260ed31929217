using System.Globalization;
using System.Net;
using System.Text;

namespace Pricing.Api.Tests.Manners;

/// <summary>What may happen only once, or only while something else has not, holds also when both are asked for at once.</summary>
public sealed class RaceTests
{
    private const string Clients = "/api/v1/clients";

    private const int AtOnceCalls = 8;

    private static readonly int Rounds = GateSize.Of("G6", ci: 60, gate: 2_000);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [Trait("Gate", "G4")]
    public async Task A_hundred_parallel_calls_with_one_key_make_one_resource_and_get_one_answer(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var rounds = GateSize.Of("G4", ci: 3, gate: 50);
        for (var round = 0; round < rounds; round++)
        {
            var (key, name) = ($"burst-{round}", $"Stoß {round}");

            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CreatedOnce(service, key, name)));

            Assert.Single(answers.Select(answer => answer.Body).Distinct());
            Assert.Single(answers.Select(answer => answer.Location).Distinct());
            Assert.Equal(99, answers.Count(answer => answer.IsReplayed));
            var found = await service.Read($"{Clients}?search={Uri.EscapeDataString(name)}");
            Assert.Single(found["items"]!.AsArray());
        }

        GateSize.Measured("G4", $"{database}: {rounds} keys, each 100 times at once: one resource and one answer each");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [Trait("Gate", "G5")]
    public async Task Changes_that_meet_lose_none(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var (writers, changes) = (GateSize.Of("G5writers", ci: 8, gate: 16), GateSize.Of("G5", ci: 125, gate: 2_000));
        var paths = new List<string>();
        for (var i = 0; i < GateSize.Of("G5records", ci: 5, gate: 20); i++)
            paths.Add($"{Clients}/{(await service.Create(Clients, """{"name":"Z","industry":"0"}"""))["id"]}");

        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var i = 0; i < changes; i++)
                await CountUp(service, paths[(writer + i) % paths.Count]);
        }));

        var counted = 0;
        foreach (var path in paths)
        {
            var client = await service.Read(path);
            var count = int.Parse((string)client["industry"]!, CultureInfo.InvariantCulture);
            Assert.Equal(count + 1, (int?)client["version"]);
            counted += count;
        }

        Assert.Equal(writers * changes, counted);
        GateSize.Measured("G5", $"{database}: {writers} writers, {counted} changes of {paths.Count} records: none lost");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [Trait("Gate", "G6")]
    public async Task Two_administrators_who_send_each_other_away_do_not_lock_the_agency_out(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var lockedOut = 0;
        for (var round = 0; round < Rounds / 3; round++)
        {
            var key = ("X-API-Key", await service.OtherAgency());
            var first = (string)(await Service.Body(await service.Send(HttpMethod.Get, "/api/v1/users", headers: key)))["items"]![0]!["id"]!;
            var second = (string)(await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/users", """{"name":"Zweite","role":"administrator"}""", key)))["id"]!;

            Task<HttpResponseMessage>[] both = round % 2 == 0 ? [Leave(first, second), Leave(second, first)] : [Become(first), Become(second)];
            var answers = await Task.WhenAll(both);

            lockedOut += answers.All(answer => answer.IsSuccessStatusCode) ? 1 : 0;
            Assert.Contains(answers, answer => answer.IsSuccessStatusCode);
            Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));

            Task<HttpResponseMessage> Leave(string id, string successor) =>
                service.Send(HttpMethod.Post, $"/api/v1/users/{id}/deactivation", $$"""{"successorId":"{{successor}}"}""", key, ("If-Match", "*"));

            Task<HttpResponseMessage> Become(string id) =>
                service.Send(HttpMethod.Put, $"/api/v1/users/{id}", $$"""{"name":"{{id}}","role":"finance"}""", key, ("If-Match", "*"));
        }

        Assert.Equal(0, lockedOut);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [Trait("Gate", "G6")]
    public async Task A_key_that_is_revoked_while_it_is_exchanged_opens_no_longer_in_either_form(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var revoked = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var made = await service.Create("/api/v1/api-keys", """{"name":"Wettlauf","role":"finance"}""");
            var address = $"/api/v1/api-keys/{made["apiKey"]!["id"]}";

            var exchange = service.Send(HttpMethod.Post, $"{address}/rotation", """{"overlapHours":24}""", ("If-Match", "*"));
            var revocation = service.Send(HttpMethod.Delete, address, headers: ("If-Match", "*"));
            var (exchanged, gone) = (await exchange, await revocation);

            Assert.All([exchanged, gone], answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));
            if (!gone.IsSuccessStatusCode)
                continue;
            revoked++;
            List<string> secrets = [(string)made["key"]!];
            if (exchanged.IsSuccessStatusCode)
                secrets.Add((string)(await Service.Body(exchanged))["key"]!);
            foreach (var secret in secrets)
                Assert.Equal(HttpStatusCode.Unauthorized, (await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", secret))).StatusCode);
        }

        Assert.True(revoked > 0);
        GateSize.Measured("G6", $"{database}: {Rounds} exchanges against revocations of a key ({revoked} revoked), {Rounds / 3} pairs of administrators: no forbidden state");
    }

    // In flight may be refused, and is then sent again.
    private static async Task<(string Body, Uri? Location, bool IsReplayed)> CreatedOnce(Service service, string key, string name)
    {
        while (true)
        {
            var response = await service.Send(HttpMethod.Post, Clients, Service.Json(Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}""")), ("Idempotency-Key", key));
            if (response.StatusCode == HttpStatusCode.Created)
                return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Location, response.Headers.Contains("Idempotent-Replayed"));
            await Service.Problem(response, 409, "idempotency-key-in-flight");
            Assert.NotNull(response.Headers.RetryAfter);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_upserts_that_meet_one_creates_and_each_other_one_is_told_what_is_there(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        for (var round = 0; round < 10; round++)
        {
            var (plain, whatever) = ($"{Clients}/by-external-id/hubspot/plain-{round}", $"{Clients}/by-external-id/hubspot/whatever-{round}");

            var refused = await AtOnce(i => service.Send(HttpMethod.Put, plain, $$"""{"name":"Rennen {{i}}"}"""));
            var applied = await AtOnce(i => service.Send(HttpMethod.Put, whatever, $$"""{"name":"Rennen {{i}}"}""", ("If-Match", "*")));

            Assert.Equal([201, .. Enumerable.Repeat(428, AtOnceCalls - 1)], Statuses(refused));
            foreach (var answer in refused.Where(answer => answer.StatusCode == HttpStatusCode.PreconditionRequired))
                Assert.Equal("\"v1\"", (string?)(await Service.Problem(answer, 428, "if-match-required"))["currentETag"]);
            Assert.Equal([.. Enumerable.Repeat(200, AtOnceCalls - 1), 201], Statuses(applied));
            Assert.Equal(AtOnceCalls, (int?)(await service.Read(whatever))["version"]);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whatever_version_there_is_gives_way_however_many_come_at_once(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var path = $"{Clients}/{(await service.Create(Clients, """{"name":"Z"}"""))["id"]}";

        var keyless = await AtOnce(i => service.Send(HttpMethod.Put, path, $$"""{"name":"Z {{i}}"}""", ("If-Match", "*")));
        var keyed = await AtOnce(i => service.Send(HttpMethod.Put, path, $$"""{"name":"Z {{i}}"}""", ("If-Match", "*"), ("Idempotency-Key", $"whatever-{i}")));
        var stated = await AtOnce(i => service.Send(HttpMethod.Put, path, $$"""{"name":"Z {{i}}"}""", ("If-Match", $"\"v{(2 * AtOnceCalls) + 1}\"")));

        Assert.All(keyless.Concat(keyed), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal([200, .. Enumerable.Repeat(412, AtOnceCalls - 1)], Statuses(stated));
        foreach (var answer in stated.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            Assert.Equal($"\"v{(2 * AtOnceCalls) + 2}\"", (string?)(await Service.Problem(answer, 412, "changed-meanwhile"))["currentETag"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_id_that_several_records_want_at_once_is_one_s_and_the_others_are_told_whose(DatabaseKind database)
    {
        await using var service = await Service.On(database);
        var paths = new List<string>();
        for (var i = 0; i < AtOnceCalls; i++)
            paths.Add($"{Clients}/{(await service.Create(Clients, """{"name":"Z"}"""))["id"]}");

        var answers = await AtOnce(i => service.Send(HttpMethod.Put, $"{paths[i]}/external-ids", """{"externalIds":[{"system":"hubspot","id":"wanted"}]}""", ("If-Match", "*")));

        Assert.Equal([200, .. Enumerable.Repeat(409, AtOnceCalls - 1)], Statuses(answers));
        var owner = (string)(await service.Read($"{Clients}/by-external-id/hubspot/wanted"))["id"]!;
        foreach (var answer in answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict))
            Assert.Contains(owner, (string?)(await Service.Problem(answer, 409, "external-id-taken"))["detail"], StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage[]> AtOnce(Func<int, Task<HttpResponseMessage>> call) => Task.WhenAll(Enumerable.Range(0, AtOnceCalls).Select(call));

    private static IEnumerable<int> Statuses(IEnumerable<HttpResponseMessage> answers) => answers.Select(answer => (int)answer.StatusCode).Order();

    private static async Task CountUp(Service service, string path)
    {
        while (true)
        {
            var client = await service.Read(path);
            var next = int.Parse((string)client["industry"]!, CultureInfo.InvariantCulture) + 1;
            var response = await service.Send(HttpMethod.Put, path, $$"""{"name":"Z","industry":"{{next}}"}""", ("If-Match", $"\"v{client["version"]}\""));
            if (response.StatusCode == HttpStatusCode.OK)
                return;
            Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        }
    }
}
