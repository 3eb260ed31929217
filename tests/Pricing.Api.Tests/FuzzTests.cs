using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests;

/// <summary>Some thousand mutated requests, the same on every run: whatever is sent, the service answers, and a refusal says why.</summary>
public sealed class FuzzTests(Service service) : IClassFixture<Service>
{
    private const int Seed = 20_261_125, Requests = 2_000;

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e-400", "1e400", "99999999999999999999999999999", "0.3333333333333333333333333333333333", "\"\"", "\" \"", "\"\\u0000\"", "\"\\uD800\"",
        "\"2026-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "[]", "[null]", "{}", "[[[[]]]]", "\"1.5\"", "-0.0", "1E+2", "\"ÄÖÜß\"", "{\"\":0}", "\"00000000-0000-0000-0000-000000000000\"",
    ];

    private static readonly string[] Parameters =
    [
        "limit=0", "limit=1", "limit=-5", "limit=1e1", "limit=", "after=AAAAAAAAAAAAAAAAAAAAAA", "after=x", "search=%25", "search=%00", "search=%F0%9F%92%A9", "search=%ED%A0%80", "archived=1",
        "archived=true", "stage=won", "stage=Won", "asOf=2026-11-25", "asOf=0001-01-01", "asOf=9999-12-31", "status=discontinued", "kind=asset", "tag=a%27b", "clientId=x", "of=/cost/total",
        "of=/structures/0/expectedFee", "of=/structures/99999999999/x", "of=/byPhase", "of=%00", "lang=de", "lang=", "width=640", "width=-1", "height=2001", "structure=1", "structure=-1", "figure=expectedFee", "validateOnly=true", "limit=1&limit=2",
    ];

    private static readonly string[] Tags = ["*", "\"v1\"", "W/\"v1\"", "\"v2\"", "", "\"", "\"v-1\"", "a, b, *", "\"v1\", \"v2\""];

    private readonly Random random = new(Seed);

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_a_refusal_is_a_problem_document()
    {
        var (paths, bodies) = await Corpus();

        var faults = new List<string>();
        var statuses = new HashSet<int>();
        for (var i = 0; i < Requests; i++)
        {
            var (method, path, content, headers) = Mutated(paths, bodies);
            var sent = content is null ? "" : Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            var response = await service.Send(method, path, content, headers);

            var status = (int)response.StatusCode;
            statuses.Add(status);
            if (status >= 500 || (status >= 400 && method != HttpMethod.Head && !await IsProblem(response)))
                faults.Add($"{i}: {method} {path} {string.Join(' ', headers.Select(header => $"{header.Name}: {header.Value}"))} {sent[..Math.Min(sent.Length, 2000)]} -> {status}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.Superset(new HashSet<int> { 200, 201, 400, 404, 405, 412, 415, 428 }, statuses);
    }

    private async Task<(IReadOnlyList<string> Paths, IReadOnlyList<(string Method, string Path, JsonObject Body)> Bodies)> Corpus()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var self = (string)demo["links"]!["self"]!;
        var client = await service.Create("/api/v1/clients", """{"name":"Fuzz"}""");
        var profile = JsonNode.Parse("""{"code":"fuzz","title":"X","optimistic":0.8,"mostLikely":1,"pessimistic":1.5,"source":"Test"}""")!.AsObject();
        var card = JsonNode.Parse("""{"code":"fuzz","name":"S","currency":"EUR","validFrom":"2026-01-01","validTo":"2026-12-31","discount":0.1,"realisation":1,"source":"S","roles":[{"code":"A","title":"A","hourlyRate":1,"annualSalary":1,"utilisation":0.5,"onCostRate":0.2},{"code":"B","title":"B","hourlyRate":1,"costPerHour":1,"artistic":true}]}""")!.AsObject();
        var price = JsonNode.Parse("""{"code":"fuzz","vendor":"V","model":"M","modality":"video","unit":"second","price":0.5,"currency":"USD","validFrom":"2026-01-01","validTo":"2026-12-31","source":"S","retrievedOn":"2026-01-01","status":"active","successor":"x","maximumClipSeconds":8,"note":"n"}""")!.AsObject();
        var deliverable = JsonNode.Parse("""{"name":"A","tags":["a","b"],"workPackage":{"name":"A","phase":"strategy","effortProfile":"ai","hours":{"A":1}}}""")!.AsObject();
        var document = JsonNode.Parse(Service.Case("case-a.json"))!.AsObject();
        var engagement = new JsonObject
        {
            ["stage"] = "lost",
            ["lossReason"] = "Preis",
            ["winProbability"] = 0.5m,
            ["pricingDate"] = "2026-11-25",
            ["isTemplate"] = true,
            ["offer"] = JsonNode.Parse("""{"structures":[1,3],"recommended":1}"""),
            ["document"] = document.DeepClone(),
        };
        var change = JsonNode.Parse("""{"changes":[{"op":"replace","path":"/agency/vatRate","value":0.2},{"op":"add","path":"/costs/-","value":{"name":"x","kind":"ai","amount":1}},{"op":"remove","path":"/costs/0"}]}""")!.AsObject();
        var clientBody = JsonNode.Parse("""{"name":"F","country":"DE","language":"de","timeZone":"Europe/Berlin","currency":"EUR","inputTaxDeductible":true,"industry":"I","internalNotes":"N"}""")!.AsObject();

        List<(string, string, JsonObject)> bodies =
        [
            ("POST", "/api/v1/clients", clientBody), ("PUT", $"/api/v1/clients/{client["id"]}", clientBody), ("POST", "/api/v1/effort-profiles", profile),
            ("POST", "/api/v1/rate-cards", card), ("POST", "/api/v1/price-book", price), ("POST", "/api/v1/deliverables", deliverable), ("POST", "/api/v1/comparisons", document),
            ("POST", "/api/v1/engagements", engagement), ("PUT", self, engagement), ("PATCH", $"{self}/document", change),
            ("POST", $"{self}/copies", JsonNode.Parse("""{"name":"K","pricingDate":"2026-11-25"}""")!.AsObject()),
            ("POST", $"{self}/deliverables", JsonNode.Parse("""{"deliverableId":"00000000-0000-0000-0000-000000000000","quantity":2}""")!.AsObject()),
        ];
        var scenario = await service.Create($"{self}/scenarios", """{"name":"Fuzz"}""");
        bodies.AddRange(
        [
            ("POST", "/api/v1/value-drivers/calculators/incrementalGrossProfit", Parsed("""{"inputs":{"annualRevenue":{"value":1000,"owner":"O","source":"S","method":"M"},"uplift":{"value":0.1},"grossMargin":{"value":0.5}},"months":12,"monthlyRetention":1,"delayMonths":0,"attribution":0.5,"attributionMethod":"A","confidence":0.5,"currency":"EUR"}""")),
            ("POST", $"{self}/value-drivers", Parsed("""{"kind":"optionValue","position":0,"inputs":{"rebuildCost":{"value":20000},"month":{"value":12}},"confidence":0.5}""")),
            ("POST", $"{self}/scenarios", Parsed("""{"name":"S","note":"N","production":[{"from":[0,1],"to":2}],"scope":0.9,"changes":[{"op":"add","path":"/costs/-","value":{"name":"x","kind":"ai","amount":1}}]}""")),
            ("PATCH", $"/api/v1/scenarios/{scenario["id"]}/document", Parsed("""{"production":[{"from":[0],"to":1}],"scope":1.1,"changes":[{"path":"/agency/vatRate","value":0.2}]}""")),
            ("PUT", $"/api/v1/scenarios/{scenario["id"]}", new JsonObject { ["name"] = "S", ["note"] = "N", ["document"] = document.DeepClone() }),
            ("POST", "/api/v1/exchange-rates", Parsed("""{"currency":"USD","pricedIn":"EUR","rate":0.9,"asOf":"2026-11-25","source":"S"}""")),
            ("PUT", "/api/v1/price-drift/limits", Parsed("""{"margin":0.1,"certaintyEquivalent":0}""")),
            ("POST", "/api/v1/price-book/swaps", Parsed("""{"code":"flux.2-pro","successor":"flux.2-flex","acceptanceProbability":0.5,"reviewMinutesPerAttempt":1,"pricingDate":"2026-11-25","confirmation":"x"}""")),
            ("POST", $"{self}/repricing", Parsed("""{"asOf":"2026-12-01","against":{"asOf":"2026-11-25"},"structure":1}""")),
        ]);
        foreach (var list in new[] { "rate-cards", "price-book", "effort-profiles", "deliverables" })
        {
            var row = (await service.Read($"/api/v1/{list}?limit=1"))["items"]![0]!;
            bodies.Add(("PUT", $"/api/v1/{list}/{row["id"]}", bodies.Single(body => body.Item2 == $"/api/v1/{list}").Item3));
        }

        List<string> paths =
        [
            .. bodies.Select(body => body.Item2), $"{self}/resolved-document", $"{self}/comparison", $"{self}/comparison/explain", $"{self}/comparison/chart", "/api/v1/demo",
            $"{self}/scenarios/comparison", $"{self}/scenarios/comparison/chart", $"{self}/value-drivers", "/api/v1/value-drivers/calculators", "/api/v1/price-drift",
            "/", "/health/ready", "/problems/busy", "/api/v1", $"/api/v1/clients/{Guid.Empty}", "/api/v1/%F0%9F%92%A9",
        ];
        return (paths, bodies);
    }

    private static JsonObject Parsed(string json) => JsonNode.Parse(json)!.AsObject();

    private (HttpMethod Method, string Path, HttpContent? Content, (string Name, string Value)[] Headers) Mutated(
        IReadOnlyList<string> paths, IReadOnlyList<(string Method, string Path, JsonObject Body)> bodies)
    {
        var headers = new List<(string, string)>();
        if (random.Next(2) == 0)
            headers.Add(("If-Match", Pick(Tags)));
        if (random.Next(5) == 0)
            headers.Add(("If-None-Match", Pick(Tags)));
        if (random.Next(4) == 0)
            headers.Add(("Accept", Pick<string>(["text/html", "image/svg+xml", "nonsense", "*/*;q=0", ""])));

        if (random.Next(3) == 0)
        {
            var method = Pick<string>(["GET", "GET", "GET", "GET", "HEAD", "DELETE", "PATCH", "POST", "OPTIONS"]);
            var query = string.Join('&', Enumerable.Range(0, random.Next(3)).Select(_ => Pick(Parameters)));
            return (new HttpMethod(method), Pick(paths) + (query.Length == 0 ? "" : $"?{query}"), null, [.. headers]);
        }

        var (verb, path, body) = Pick(bodies);
        var mutated = body.DeepClone();
        var text = mutated.ToJsonString();
        for (var changes = random.Next(4); changes > 0; changes--)
            text = Mutated(text);
        var mediaType = random.Next(20) == 0 ? Pick<string>(["text/plain", "application/json; charset=utf-7", "application/merge-patch+json", "application/json; charset=\"utf-8\""]) : "application/json";
        return (new HttpMethod(verb), path, Service.Json(Bytes(text), mediaType), [.. headers]);
    }

    // Mostly a member that is another value, missing, doubled or unknown; now and then broken text.
    private string Mutated(string text)
    {
        if (random.Next(12) == 0)
            return text[..random.Next(text.Length)];
        if (Tree(text) is not { } root)
            return text;

        var nodes = Nodes(root).ToList();
        if (nodes.Count == 0)
            return text;
        var (parent, token) = Pick(nodes);
        var old = parent is JsonObject owner ? owner[token]?.ToJsonString() ?? "null" : parent[int.Parse(token, null)]?.ToJsonString() ?? "null";
        const string mark = "\"@@mutated@@\"";
        var action = random.Next(5);
        if (parent is JsonObject members)
        {
            if (action == 0)
                members.Remove(token);
            else
                members[token] = "@@mutated@@";
        }
        else
        {
            parent.AsArray()[int.Parse(token, null)] = "@@mutated@@";
        }

        var name = JsonSerializer.Serialize(token);
        var replacement = action switch
        {
            1 when parent is JsonObject => $"{old},{name}:{old}",
            2 when parent is JsonObject => $"{old},\"unknown\":{Pick(Values)}",
            _ => Pick(Values),
        };
        return root.ToJsonString().Replace(mark, replacement, StringComparison.Ordinal);
    }

    // Text that an earlier mutation broke, or that holds what no tree can, is left as it is.
    private static JsonNode? Tree(string text)
    {
        try
        {
            var root = JsonNode.Parse(text);
            return root?.ToJsonString() is null || Nodes(root).ToList().Count == 0 ? null : root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private byte[] Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(30) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private static IEnumerable<(JsonNode Parent, string Token)> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value).Prepend((members, member.Key))),
        JsonArray entries => entries.SelectMany((entry, i) => Nodes(entry).Prepend((entries, i.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        _ => [],
    };

    private static async Task<bool> IsProblem(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return false;
        var problem = await Service.Body(response);
        return ((string?)problem["type"])?.StartsWith("/problems/", StringComparison.Ordinal) == true && (int?)problem["status"] == (int)response.StatusCode;
    }
}
