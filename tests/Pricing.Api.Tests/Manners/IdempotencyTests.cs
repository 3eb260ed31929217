using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Persistence;

namespace Pricing.Api.Tests.Manners;

public sealed class IdempotencyTests(Service service) : IClassFixture<Service>
{
    private const string Clients = "/api/v1/clients";

    [Fact]
    public async Task A_repetition_gets_status_headers_and_body_of_the_first_answer()
    {
        var first = await Post("again", """{"name":"Noch einmal"}""");
        var second = await Post("\"again\"", """{"name":"Noch einmal"}""");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(await Text(first), await Text(second));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_key_that_comes_with_another_call_is_refused()
    {
        var client = await Service.Body(await Post("other", """{"name":"Erstens"}"""));
        var path = $"{Clients}/{client["id"]}";
        await service.Send(HttpMethod.Put, path, """{"name":"Zweitens"}""", ("Idempotency-Key", "other-put"), ("If-Match", "\"v1\""));

        var otherBody = await Post("other", """{"name":"Zweitens"}""");
        var otherCondition = await service.Send(HttpMethod.Put, path, """{"name":"Zweitens"}""", ("Idempotency-Key", "other-put"), ("If-Match", "\"v2\""));
        var otherAddress = await service.Send(HttpMethod.Put, $"{Clients}/{Guid.Empty}", """{"name":"Zweitens"}""", ("Idempotency-Key", "other-put"), ("If-Match", "\"v1\""));

        await Service.Problem(otherBody, 422, "idempotency-key-reused");
        await Service.Problem(otherCondition, 422, "idempotency-key-reused");
        await Service.Problem(otherAddress, 422, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_change_repeated_after_it_took_effect_is_not_stale()
    {
        var client = await Service.Body(await Post("change-of", """{"name":"Vorher"}"""));
        var path = $"{Clients}/{client["id"]}";

        var first = await service.Send(HttpMethod.Put, path, """{"name":"Nachher"}""", ("Idempotency-Key", "change"), ("If-Match", "\"v1\""));
        var second = await service.Send(HttpMethod.Put, path, """{"name":"Nachher"}""", ("Idempotency-Key", "change"), ("If-Match", "\"v1\""));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await Text(first), await Text(second));
        Assert.Equal(2, (int?)(await service.Read(path))["version"]);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var refused = await Post("mended", """{"name":""}""");
        var stale = await service.Send(HttpMethod.Put, $"{Clients}/{Guid.Empty}", """{"name":"X"}""", ("Idempotency-Key", "gone"), ("If-Match", "*"));

        var mended = await Post("mended", """{"name":"Geheilt"}""");
        var again = await service.Send(HttpMethod.Put, $"{Clients}/{Guid.Empty}", """{"name":"Y"}""", ("Idempotency-Key", "gone"), ("If-Match", "*"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
        await Service.Problem(stale, 404, "not-found");
        await Service.Problem(again, 404, "not-found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("a\tb")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var response = await Post(key, """{"name":"Nie"}""");

        Assert.Equal(["/Idempotency-Key"], await Service.Pointers(response));
    }

    [Theory]
    [InlineData(255, 201)]
    [InlineData(256, 400)]
    public async Task A_key_has_at_most_255_characters(int length, int status)
    {
        var response = await Post(new string('k', length), """{"name":"Lang"}""");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_same_key_of_another_caller_or_agency_is_another_key()
    {
        var (one, two) = (await NewKey("Eins"), await NewKey("Zwei"));
        var other = await service.OtherAgency();

        var answers = new List<HttpResponseMessage>();
        foreach (var caller in new[] { one, two, other })
            answers.Add(await service.Send(HttpMethod.Post, Clients, """{"name":"Gemeinsam"}""", ("Idempotency-Key", "shared"), ("X-API-Key", caller)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.All(answers, answer => Assert.False(answer.Headers.Contains("Idempotent-Replayed")));
        Assert.Equal(3, answers.Select(answer => answer.Headers.Location).Distinct().Count());
    }

    [Fact]
    public async Task A_new_API_key_is_shown_again_to_who_repeats_the_call_and_to_nobody_in_the_database()
    {
        var first = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/api-keys", """{"name":"CRM","role":"crmIntegration"}""", ("Idempotency-Key", "secret")));
        var second = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/api-keys", """{"name":"CRM","role":"crmIntegration"}""", ("Idempotency-Key", "secret")));

        var secret = (string)first["key"]!;
        Assert.Equal(secret, (string?)second["key"]);
        Assert.Equal(0, await InDatabase($"SELECT COUNT(*) FROM KeptAnswers WHERE instr(Body, CAST('{secret}' AS BLOB)) > 0"));
        Assert.True(await InDatabase("SELECT COUNT(*) FROM KeptAnswers WHERE length(Body) > 100") > 0);
    }

    [Fact]
    public async Task What_stores_nothing_takes_a_key_and_keeps_nothing()
    {
        var before = await InDatabase("SELECT COUNT(*) FROM KeptAnswers");

        var response = await service.Send(HttpMethod.Post, "/api/v1/comparisons", Service.Case("case-a.json"), ("Idempotency-Key", "compare"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before, await InDatabase("SELECT COUNT(*) FROM KeptAnswers"));
    }

    [Fact]
    public async Task A_day_later_a_key_is_free_and_its_answer_gone()
    {
        await Post("old", """{"name":"Gestern"}""");
        await InDatabase("UPDATE KeptAnswers SET CreatedAt = CreatedAt - 864000000000 WHERE Key = 'old'; SELECT 0");

        var other = await Post("old", """{"name":"Heute"}""");

        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        Assert.Equal(1, await InDatabase("SELECT COUNT(*) FROM KeptAnswers WHERE Key = 'old'"));
    }

    [Fact]
    public async Task Every_route_that_changes_what_is_stored_takes_a_key()
    {
        var api = await service.Read("/swagger/v1/swagger.json");
        var changes = api["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(entry => entry.Key is "post" or "put" or "patch" or "delete").Select(entry => (path.Key, entry.Value!)));

        // A comparison, an analysis or a calculation stores nothing.
        var without = changes.Where(entry => entry.Item2["parameters"]?.AsArray().Any(parameter => (string?)parameter!["name"] == "Idempotency-Key") != true).Select(entry => entry.Key).ToList();

        Assert.NotEmpty(without);
        Assert.All(without, path => Assert.Matches("/comparisons$|/analyses/|/value-drivers/calculators/|/repricing$|/scope-cut$", path));
    }

    private Task<HttpResponseMessage> Post(string key, string json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new("application/json") } };
        return service.Send(HttpMethod.Post, Clients, content, ("Idempotency-Key", key));
    }

    private async Task<string> NewKey(string name) =>
        (string)(await service.Create("/api/v1/api-keys", $$"""{"name":"{{name}}","role":"administrator"}"""))["key"]!;

    private async Task<long> InDatabase(string sql)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await using var connection = new SqliteConnection(scope.ServiceProvider.GetRequiredService<PricingDb>().Database.GetConnectionString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
