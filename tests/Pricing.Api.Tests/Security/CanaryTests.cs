using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pricing.Api.Tests.OpenApi;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using UglyToad.PdfPig;

namespace Pricing.Api.Tests.Security;

/// <summary>
/// Numbers that stand nowhere else are put where salaries, costs and margins stand; then every read and every analysis is called as everybody, and no byte
/// that comes back may tell one to somebody who may not know it.
/// </summary>
public sealed class CanaryTests(Service service) : IClassFixture<Service>
{
    private const decimal Salary = 98_765.43m, Freelancer = 137.31337m;

    private static int cards;

    private string? card;

    [Trait("Gate", "G32")]
    [Fact]
    public async Task No_salary_and_nothing_that_tells_one_reaches_a_lead_an_auditor_a_CRM_or_a_key_that_is_narrowed()
    {
        var (engagement, comparison) = await Planted();
        string[] secrets = [.. Spellings(Salary), .. Spellings(Freelancer), .. RoleRates(comparison).SelectMany(Spellings)];
        (string, string)[] callers =
        [
            .. (await service.Keys()).Where(key => key.Key is "accountLead" or "auditor" or "crmIntegration").Select(key => (key.Key, key.Value)),
            .. await NarrowedKeys(without: [Right.ReadSalaries]),
        ];

        var (told, _) = await Texts(engagement, null);
        Assert.All([Spellings(Salary).First(), Spellings(Freelancer).First()], secret => Assert.Contains(secret, told, StringComparison.Ordinal));   // finance and administrators do see them, or this shows nothing
        foreach (var caller in callers)
            await Refuses(engagement, caller, secrets);
        GateSize.Measured("G32", $"{secrets.Length} spellings of secrets in no answer to {callers.Length} callers");
    }

    [Trait("Gate", "G32")]
    [Fact]
    public async Task No_cost_margin_or_floor_reaches_a_CRM_or_a_key_that_is_narrowed_to_what_a_client_sees()
    {
        var (engagement, comparison) = await Planted();
        var cost = comparison["cost"]!;
        var inner = new[] { cost["total"], cost["labour"], cost["directLabour"], comparison["bargainingRange"]!["floor"] }
            .Concat(comparison["structures"]!.AsArray().SelectMany(structure => new[] { structure!["expectedProfit"], structure["profitMargin"], structure["certaintyEquivalent"] }))
            .Where(figure => figure is not null).Select(figure => figure!.GetValue<decimal>()).Where(figure => Math.Abs(figure) > 0.1m).Distinct();

        await Refuses(engagement, ("crmIntegration", (await service.Keys())["crmIntegration"]), [.. inner.SelectMany(Spellings)]);
        foreach (var narrowed in await NarrowedKeys(without: [Right.ReadFigures, Right.ReadSalaries, Right.ReadAudit]))
            await Refuses(engagement, narrowed, [.. inner.SelectMany(Spellings)]);
    }

    [Fact]
    public async Task A_lead_may_not_ask_what_a_single_role_costs()
    {
        var (engagement, _) = await Planted();
        var lead = ("X-API-Key", (await service.Keys())["accountLead"]);

        var explained = await service.Send(HttpMethod.Get, $"{engagement}/comparison/explain?of=/cost/lines/0/amount", headers: lead);
        var turned = await service.Send(
            HttpMethod.Post, $"{engagement}/analyses/break-even", """{"parameters":{"lever":"/rateCard/roles/0/annualSalary","figure":"profitMargin","target":0.2,"minimum":1,"maximum":200000}}""", lead);

        await Service.Problem(explained, 403, "not-allowed");
        await Service.Problem(turned, 403, "not-allowed");
    }

    [Fact]
    public async Task What_a_lead_cannot_see_a_lead_cannot_lose()
    {
        var (engagement, before) = await Planted();
        var lead = ("X-API-Key", (await service.Keys())["accountLead"]);
        var seen = await Service.Body(await service.Send(HttpMethod.Get, engagement, headers: lead));

        var response = await service.Send(
            HttpMethod.Put, engagement, new JsonObject { ["document"] = seen["document"]!.DeepClone() }.ToJsonString(), lead, ("If-Match", "*"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before.ToJsonString(), (await service.Read($"{engagement}/comparison")).ToJsonString());
    }

    // Of every role that has some of the rights a key that holds all of the role but those.
    private async Task<IReadOnlyList<(string Role, string Key)>> NarrowedKeys(params Right[] without)
    {
        var keys = new List<(string, string)>();
        foreach (var role in Enum.GetValues<UserRole>().Where(role => Rights.Of(role).Overlaps(without)))
        {
            var terms = new JsonObject { ["name"] = "Eng", ["role"] = EnumCode.Of(role), ["scopes"] = new JsonArray([.. Rights.Of(role).Except(without).Select(right => JsonValue.Create(EnumCode.Of(right)))]) };
            keys.Add(($"narrowed {role}", (string)(await service.Create("/api/v1/api-keys", terms.ToJsonString()))["key"]!));
        }

        return keys;
    }

    // A card, and an engagement whose only employee earns the salary, and whose freelancer costs the rate.
    private async Task<(string Address, JsonObject Comparison)> Planted()
    {
        var document = JsonNode.Parse(Service.Case("case-a.json"))!.AsObject();
        var roles = document["rateCard"]!["roles"]!.AsArray();
        foreach (var role in roles.Where(role => role!["annualSalary"] is not null))
            role!["annualSalary"] = Salary + (roles.IndexOf(role) * 1000);
        roles.First(role => role!["annualSalary"] is not null)!["annualSalary"] = Salary;
        foreach (var role in roles.Where(role => role!["costPerHour"] is not null))
            role!["costPerHour"] = Freelancer;
        card = (string?)(await service.Create("/api/v1/rate-cards", new JsonObject
        {
            ["code"] = $"CANARY-{Interlocked.Increment(ref cards)}",
            ["name"] = "Canary",
            ["currency"] = "EUR",
            ["validFrom"] = "2026-01-01",
            ["discount"] = 0,
            ["realisation"] = 1,
            ["source"] = "Test",
            ["roles"] = new JsonArray(
                new JsonObject { ["code"] = "E", ["title"] = "E", ["hourlyRate"] = 100, ["annualSalary"] = Salary, ["utilisation"] = 0.7 },
                new JsonObject { ["code"] = "F", ["title"] = "F", ["hourlyRate"] = 100, ["costPerHour"] = Freelancer }),
        }.ToJsonString()))["id"];
        var created = await service.Create("/api/v1/engagements", new JsonObject { ["document"] = document }.ToJsonString());
        var address = $"/api/v1/engagements/{created["id"]}";
        return (address, await service.Read($"{address}/comparison"));
    }

    // What an hour of each role costs: the line's amount by its hours.
    private static IEnumerable<decimal> RoleRates(JsonObject comparison) => comparison["cost"]!["byRole"]!.AsArray()
        .Select(row => (Labour: row!["labour"]!.GetValue<decimal>(), Hours: row["expectedHours"]!.GetValue<decimal>())).Where(row => row.Hours > 0)
        .SelectMany(row => new[] { row.Labour, row.Labour / row.Hours }).Where(figure => figure > 10);

    private async Task Refuses(string engagement, (string Name, string Key) caller, IReadOnlyCollection<string> secrets)
    {
        var (text, answers) = await Texts(engagement, caller.Key);

        Assert.True(answers > 0, $"{caller.Name} got no answer at all.");
        // Not inside a hash, where any five digits turn up sooner or later.
        Assert.Empty(secrets.Where(secret => Regex.IsMatch(text, $"(?<![0-9a-f]){Regex.Escape(secret)}(?![0-9a-f])")).Select(secret => $"{caller.Name}: {secret}"));
    }

    private async Task<(string Text, int Answers)> Texts(string engagement, string? key)
    {
        var id = engagement[(engagement.LastIndexOf('/') + 1)..];
        var text = new StringBuilder();
        var answers = 0;
        foreach (var (method, path, operation) in ApiOperations.Of(await service.Read("/swagger/v1/swagger.json")).Where(entry => IsHarmless(entry.Method, entry.Path)))
        {
            var body = method == "get" ? null : operation["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject().First().Value!["value"]!.ToJsonString();
            var response = await service.Send(
                new HttpMethod(method.ToUpperInvariant()), ApiOperations.AddressOf(path, operation, path.StartsWith("/api/v1/rate-cards/", StringComparison.Ordinal) ? card : id), body is null ? null : Service.Json(Encoding.UTF8.GetBytes(body)),
                key is null ? [] : [("X-API-Key", key)]);
            answers += response.IsSuccessStatusCode ? 1 : 0;
            text.Append(response.Headers).Append(response.Content.Headers);
            Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType, text);
        }

        return (text.ToString(), answers);
    }

    private static bool IsHarmless(string method, string path) =>
        method == "get" || (method == "post" && (path.StartsWith("/api/v1/engagements/{id}/analyses/", StringComparison.Ordinal) || path.EndsWith("/repricing", StringComparison.Ordinal)));

    private static void Read(byte[] bytes, string? type, StringBuilder text)
    {
        switch (type)
        {
            case "application/pdf":
                using (var pdf = PdfDocument.Open(bytes))
                {
                    foreach (var page in pdf.GetPages())
                        text.Append(page.Text);
                    text.Append(pdf.Information);
                }

                break;
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
                using (var zip = new ZipArchive(new MemoryStream(bytes)))
                {
                    foreach (var part in zip.Entries)
                    {
                        using var reader = new StreamReader(part.Open());
                        text.Append(reader.ReadToEnd());
                    }
                }

                break;
            default:
                text.Append(Encoding.UTF8.GetString(bytes));
                break;
        }
    }

    // As people and programs write a number: plain, with separators of either language, in minor units.
    private static IEnumerable<string> Spellings(decimal figure)
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        var exact = figure.ToString("0.############", CultureInfo.InvariantCulture);
        var cents = Math.Abs(figure).ToString("0.00", CultureInfo.InvariantCulture);
        return new[]
        {
            exact[..Math.Min(exact.Length, 12)], cents, figure.ToString("N2", CultureInfo.InvariantCulture), figure.ToString("N2", german), figure.ToString("0.00", german),
            figure.ToString("N2", CultureInfo.InvariantCulture).Replace(',', ' '), cents.Replace(".", "", StringComparison.Ordinal),
        }.Where(text => text.Count(char.IsDigit) >= 5);
    }
}
