using System.Net;
using System.Text;

namespace Pricing.Api.Tests.Security;

public sealed class KeyTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_key_opens_as_header_and_as_bearer_token_and_says_whose_it_is()
    {
        var (id, key) = await NewKey();

        var byHeader = await Service.Body(await Who(key));
        var byToken = await Service.Body(await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("Authorization", $"Bearer {key}")));

        Assert.Equal((id, "crmIntegration"), ((string?)byHeader["apiKeyId"], (string?)byHeader["role"]));
        Assert.Equal(byHeader.ToJsonString(), byToken.ToJsonString());
        Assert.NotNull((string?)(await service.Read($"/api/v1/api-keys/{id}"))["lastUsedAt"]);
    }

    [Trait("Gate", "G34")]
    [Fact]
    public async Task Neither_the_key_nor_its_secret_half_is_stored()
    {
        var keys = new List<string>();
        for (var i = 0; i < GateSize.Of("G34", ci: 20, gate: 1_000); i++)
            keys.Add((await NewKey()).Key);

        var stored = Encoding.UTF8.GetString(await service.DatabaseBytes());

        Assert.All(keys, key => Assert.Contains(key[..16], stored, StringComparison.Ordinal));   // the prefix that finds it is, or this shows nothing
        Assert.All(keys, key => Assert.DoesNotContain(key[17..], stored, StringComparison.Ordinal));
        GateSize.Measured("G34", $"{keys.Count} keys, all different: {keys.Distinct().Count()}; no secret half in the database's files");
    }

    [Fact]
    public async Task A_rotated_key_overlaps_as_long_as_asked_and_no_longer()
    {
        var (id, old) = await NewKey();

        var overlapping = (string)(await Service.Body(await service.Send(HttpMethod.Post, $"/api/v1/api-keys/{id}/rotation", """{"overlapHours":24}""", ("If-Match", "\"v1\""))))["key"]!;
        HttpStatusCode[] during = [(await Who(old)).StatusCode, (await Who(overlapping)).StatusCode];
        var leaked = (string)(await Service.Body(await service.Send(HttpMethod.Post, $"/api/v1/api-keys/{id}/rotation", """{"overlapHours":0}""", ("If-Match", "\"v2\""))))["key"]!;
        HttpStatusCode[] after = [(await Who(old)).StatusCode, (await Who(overlapping)).StatusCode, (await Who(leaked)).StatusCode];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], during);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK], after);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_by_the_next_request()
    {
        var (id, key) = await NewKey();

        await service.Send(HttpMethod.Delete, $"/api/v1/api-keys/{id}", headers: ("If-Match", "\"v1\""));

        await Service.Problem(await Who(key), 401, "sign-in-required");
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused_whatever_it_looks_like()
    {
        var (_, key) = await NewKey();
        string[] wrong = ["", "x", key[..^1], key + "A", key[..17] + new string('A', 43), new string('x', 5000), "pk_live_", $"pk_live_abcdefgh_{new string('z', 43)}"];

        foreach (var text in wrong)
            Assert.Equal((text, HttpStatusCode.Unauthorized), (text, (await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", text))).StatusCode));
    }

    [Fact]
    public async Task What_is_only_tried_is_told_and_not_stored()
    {
        var client = await service.Create("/api/v1/clients", """{"name":"Alt"}""");
        var address = $"/api/v1/clients/{client["id"]}";

        var trial = await service.Send(HttpMethod.Put, $"{address}?validateOnly=true", """{"name":"Neu"}""", ("If-Match", "\"v1\""));

        var told = await Service.Body(trial);
        Assert.Equal("application/vnd.pricing.trial+json", trial.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/name", (string?)told["wouldChange"]![0]!["changes"]![0]!["path"]);
        Assert.Equal(("Alt", "Neu"), ((string?)told["wouldChange"]![0]!["changes"]![0]!["before"], (string?)told["wouldChange"]![0]!["changes"]![0]!["after"]));
        Assert.Equal("Neu", (string?)told["answer"]!["name"]);
        Assert.Equal(("Alt", 1), ((string?)(await service.Read(address))["name"], (int?)(await service.Read(address))["version"]));
        await Service.Problem(await service.Send(HttpMethod.Put, $"{address}?validateOnly=perhaps", """{"name":"Neu"}""", ("If-Match", "\"v1\"")), 400, "invalid-request");
        await Service.Problem(await service.Send(HttpMethod.Put, $"{address}?validateOnly=", """{"name":"Neu"}""", ("If-Match", "\"v1\"")), 400, "invalid-request");
    }

    [Fact]
    public async Task A_trial_for_plain_JSON_alone_is_the_answer_itself()
    {
        var trial = await service.Send(HttpMethod.Post, "/api/v1/clients?validateOnly=true", """{"name":"Probe"}""", ("Accept", "application/json"));
        var told = await service.Send(HttpMethod.Post, "/api/v1/clients?validateOnly=true", """{"name":"Probe"}""", ("Accept", "application/json, */*"));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (trial.StatusCode, trial.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Probe", (string?)(await Service.Body(trial))["name"]);
        Assert.Equal("Probe", (string?)(await Service.Body(told))["answer"]!["name"]);
        Assert.Empty((await service.Read("/api/v1/clients?search=Probe"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_a_sandbox_key_downloads_says_on_its_pages_that_it_is_a_test()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var key = await service.Create("/api/v1/api-keys", """{"name":"Probe","role":"crmIntegration","sandbox":true}""");

        var live = await Text($"{demo["links"]!["proposalPdf"]}?lang=de");
        var test = await Text($"{demo["links"]!["proposalPdf"]}?lang=de", ("X-API-Key", (string)key["key"]!));

        Assert.StartsWith("pk_test_", (string)key["key"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(live.Skip(1), page => page.Contains("Test", StringComparison.Ordinal));
        Assert.All(test.Skip(1), page => Assert.Contains("Test", page, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Text(string address, params (string, string)[] headers)
    {
        var response = await service.Send(HttpMethod.Get, address, headers: headers);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    private async Task<(string Id, string Key)> NewKey()
    {
        var made = await service.Create("/api/v1/api-keys", """{"name":"CRM","role":"crmIntegration"}""");
        return ((string)made["apiKey"]!["id"]!, (string)made["key"]!);
    }

    private Task<HttpResponseMessage> Who(string key) => service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", key));
}
