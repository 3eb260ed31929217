using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Tests.Security;

/// <summary>What may happen only once, or only while something else has not, holds also when both are asked for at once.</summary>
public sealed class RaceTests(Service service) : IClassFixture<Service>
{
    private static readonly int Rounds = GateSize.Of("G6", ci: 60, gate: 2_000);

    [Fact]
    [Trait("Gate", "G6")]
    public async Task Two_administrators_who_send_each_other_away_do_not_lock_the_agency_out()
    {
        var both = 0;
        for (var round = 0; round < Rounds / 3; round++)
        {
            var key = ("X-API-Key", await NewAgency());
            var first = (string)(await Service.Body(await service.Send(HttpMethod.Get, "/api/v1/users", headers: key)))["items"]![0]!["id"]!;
            var second = (string)(await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/users", """{"name":"Zweite","role":"administrator"}""", key)))["id"]!;

            var answers = await Task.WhenAll(new[] { first, second }.Select(id => service.Send(HttpMethod.Post, $"/api/v1/users/{id}/deactivation", "{}", key, ("If-Match", "*"))));

            both += answers.All(answer => answer.IsSuccessStatusCode) ? 1 : 0;
            Assert.Contains(answers, answer => answer.IsSuccessStatusCode);
            Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));
        }

        Assert.Equal(0, both);
    }

    [Fact]
    [Trait("Gate", "G6")]
    public async Task A_key_that_is_revoked_while_it_is_exchanged_opens_no_longer_in_either_form()
    {
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
        GateSize.Measured("G6", $"{Rounds} exchanges against revocations of a key ({revoked} revoked), {Rounds / 3} pairs of administrators: no forbidden state");
    }

    private async Task<string> NewAgency()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<SetupCodes>().Make(TestContext.Current.CancellationToken);
        var terms = new JsonObject { ["code"] = code, ["agencyName"] = "Andere", ["legalName"] = "Andere GmbH", ["address"] = "Ort", ["administratorName"] = "N", ["administratorEmail"] = "n@example.org" };
        return (string)(await service.Create("/api/v1/setup", terms.ToJsonString()))["key"]!;
    }
}
