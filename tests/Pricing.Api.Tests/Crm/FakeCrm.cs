using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pricing.Api.Tests.Crm;

/// <summary>What a fake CRM does to a call beside its work.</summary>
/// <param name="Status">What it answers instead; null to break the connection off.</param>
/// <param name="IsDone">Whether it does the work before.</param>
/// <param name="Header">A header of the answer.</param>
/// <param name="Body">The answer.</param>
internal sealed record Trouble(int? Status, bool IsDone = false, (string Name, string Value)? Header = null, string Body = "{}");

/// <summary>A row of a fake CRM.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fields">What it holds.</param>
internal sealed record Row(string Id, JsonObject Fields)
{
    public int Version { get; set; } = 1;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>0 open, 1 won, 2 lost.</summary>
    public int State { get; set; }

    public string? Parent { get; set; }
}

/// <summary>A CRM of our own that remembers: keys are unique, fields are those published, versions count, and it makes the trouble it is told to.</summary>
internal abstract partial class FakeCrm : IAsyncDisposable
{
    public const string Token = "canary-crm-token-0123456789";

    private readonly Lock gate = new();
    private WebApplication app = null!;
    private int last;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Trouble for a call, by how many came before; null for none.</summary>
    public Func<int, HttpRequest, Trouble?> Trouble { get; set; } = (_, _) => null;

    /// <summary>Holds every call against the published shapes, where it is given.</summary>
    public PublishedShapes? Shapes { get; set; }

    /// <summary>Most rows of a page of changed deals.</summary>
    public int PageSize { get; set; } = 3;

    /// <summary>The answer of the published shapes that is given instead of ours, such as <c>code=429</c>, by call and body; null for ours.</summary>
    public Func<string, string, string?> Published { get; set; } = (_, _) => null;

    /// <summary>Where calls departed from the published shapes.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Every call with its body, in the order of arrival.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Call, JsonNode? Body)> Calls { get; } = new();

    /// <summary>Deals by our key.</summary>
    public Dictionary<string, Row> Deals { get; } = [];

    /// <summary>Lines by our key.</summary>
    public Dictionary<string, Row> Lines { get; } = [];

    /// <summary>The name of its kind in the API.</summary>
    public abstract string Kind { get; }

    /// <summary>The settings of a connection to it.</summary>
    public abstract JsonObject Settings { get; }

    /// <summary>The credentials of a connection to it.</summary>
    public virtual JsonObject Credentials => new() { ["clientId"] = "us", ["clientSecret"] = "canary-client-secret-0123" };

    /// <summary>What a deal is worth.</summary>
    public abstract decimal AmountOf(Row deal);

    /// <summary>Whether a deal is won.</summary>
    public abstract bool IsWon(Row deal);

    /// <summary>What a line costs.</summary>
    public abstract decimal PriceOf(Row line);

    public static async Task<FakeCrm> Start(string kind)
    {
        FakeCrm crm = kind switch { "hubspot" => new FakeHubSpot(), "salesforce" => new FakeSalesforce(), _ => new FakeDynamics() };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        crm.app = builder.Build();
        crm.app.Run(crm.Take);
        await crm.app.StartAsync();
        return crm;
    }

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(impatient.Token);
        await app.DisposeAsync();
    }

    /// <summary>Does a call and says status and answer.</summary>
    protected abstract (int Status, JsonNode? Answer) Do(HttpRequest request, JsonNode? body);

    public string NextId() => IdOf(++last);

    /// <summary>An id as this CRM gives them.</summary>
    protected virtual string IdOf(int number) => $"{100_000_000_000_000 + number}";

    /// <summary>A page of the deals that were changed at a moment or later.</summary>
    protected (IReadOnlyList<Row> Page, int? Next) Changed(DateTimeOffset since, int after)
    {
        var all = Deals.Values.Where(deal => deal.ChangedAt >= since).OrderBy(deal => deal.ChangedAt).ThenBy(deal => deal.Id, StringComparer.Ordinal).ToList();
        return ([.. all.Skip(after).Take(PageSize)], after + PageSize < all.Count ? after + PageSize : null);
    }

    /// <summary>Writes our key into a deal that was made there.</summary>
    protected Row? Mark(string id, JsonNode? fields, string key)
    {
        var (known, deal) = Deals.Single(deal => deal.Value.Id == id);
        var ours = (string)Fields(fields, key)[key]!;
        if (Deals.ContainsKey(ours))
            return null;
        Deals.Remove(known);
        Deals[ours] = deal;
        deal.Fields[key] = ours;
        return deal;
    }

    protected static JsonObject Fields(JsonNode? body, params string[] allowed)
    {
        var fields = body!.AsObject();
        var unknown = fields.Select(field => field.Key).Except(allowed).ToList();
        return unknown.Count == 0 ? fields : throw new BadHttpRequestException($"Unknown {string.Join(", ", unknown)}");
    }

    protected static void Set(JsonObject row, JsonObject fields)
    {
        foreach (var (name, value) in fields)
            row[name] = value?.DeepClone();
    }

    protected Row Upsert(Dictionary<string, Row> rows, string key, JsonObject fields, out bool isNew)
    {
        isNew = !rows.TryGetValue(key, out var row);
        rows[key] = row ??= new(NextId(), []);
        Set(row.Fields, fields);
        row.Version++;
        return row;
    }

    private async Task<Held> Hold(HttpContext context, byte[] body)
    {
        var headers = context.Request.Headers.Where(header => header.Key is "Authorization" or "Content-Type" or "Prefer" or "If-Match" or "If-None-Match" or "OData-Version" or "OData-MaxVersion" or "Sforce-Call-Options")
            .Select(header => (header.Key, header.Value.ToString()));
        var call = $"{context.Request.Path}{context.Request.QueryString}";
        var prefer = Published(call, System.Text.Encoding.UTF8.GetString(body));
        var held = await Shapes!.Hold(Kind, context.Request.Method, call, headers, body.Length == 0 ? null : body, prefer);
        if (held.Violations is { } violations)
            Violations.Enqueue($"{context.Request.Method} {call}: {violations}");
        else if (prefer is null && held.Status >= 300)
            Violations.Enqueue($"{context.Request.Method} {call}: {held.Status} {held.Body}");
        return held;
    }

    private async Task Take(HttpContext context)
    {
        using var stream = new MemoryStream();
        await context.Request.Body.CopyToAsync(stream);
        var isJson = context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var body = isJson ? JsonNode.Parse(stream.ToArray()) : null;
        if (Shapes is not null && await Hold(context, stream.ToArray()) is { Status: >= 207 } refused && Violations.IsEmpty)
        {
            context.Response.StatusCode = refused.Status;
            context.Response.ContentType = "application/json";
            if (refused.Headers.TryGetValue("Retry-After", out var wait))
                context.Response.Headers.RetryAfter = wait;
            await context.Response.WriteAsync(refused.Body);
            return;
        }

        var isToken = context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal);
        var number = Calls.Count;
        Calls.Enqueue((DateTimeOffset.UnixEpoch.AddMilliseconds(Environment.TickCount64), $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", body?.DeepClone()));
        var trouble = isToken ? null : Trouble(number, context.Request);
        var (status, answer) = (200, (JsonNode?)new JsonObject { ["access_token"] = Token, ["instance_url"] = Address, ["expires_in"] = 3600, ["token_type"] = "Bearer" });
        if (!isToken && trouble?.IsDone != false)
        {
            if (context.Request.Headers.Authorization != $"Bearer {Token}")
                (status, answer) = (401, new JsonObject { ["message"] = "no such token" });
            else
                (status, answer) = DoSafely(context.Request, body);
        }

        if (trouble is { Status: null })
        {
            context.Abort();
            return;
        }

        if (trouble?.Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        context.Response.StatusCode = trouble?.Status ?? status;
        context.Response.ContentType = "application/json";
        if (context.Response.StatusCode != 204)
            await context.Response.WriteAsync(trouble?.Body ?? answer?.ToJsonString() ?? "{}");
    }

    private (int Status, JsonNode? Answer) DoSafely(HttpRequest request, JsonNode? body)
    {
        try
        {
            lock (gate)
                return Do(request, body);
        }
        catch (BadHttpRequestException e)
        {
            return (400, new JsonObject { ["message"] = e.Message });
        }
    }

    [GeneratedRegex(@"\('?([0-9a-zA-Z-]+)'?\)|\(\w+='([^']+)'\)")]
    private static partial Regex KeyPattern();

    protected static string KeyOf(string path)
    {
        var match = KeyPattern().Match(path);
        return match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
    }
}

internal sealed class FakeHubSpot : FakeCrm
{
    public override string Kind => "hubspot";

    public override JsonObject Settings => new() { ["pipeline"] = "default", ["stages"] = new JsonObject { ["lead"] = "appointmentscheduled", ["won"] = "closedwon" } };

    public override JsonObject Credentials => new() { ["token"] = Token, ["hookSecret"] = "pricing-test-client-secret-0001" };

    public override decimal AmountOf(Row deal) => decimal.Parse((string)deal.Fields["amount"]!, System.Globalization.CultureInfo.InvariantCulture);

    public override bool IsWon(Row deal) => (string?)deal.Fields["dealstage"] == "closedwon";

    public override decimal PriceOf(Row line) => decimal.Parse((string)line.Fields["price"]!, System.Globalization.CultureInfo.InvariantCulture);

    protected override (int Status, JsonNode? Answer) Do(HttpRequest request, JsonNode? body) => $"{request.Method} {request.Path}" switch
    {
        "POST /crm/v3/objects/deals/batch/upsert" => UpsertAll(
            Deals, body, "pricing_engagement_id", "dealname", "amount", "deal_currency_code", "dealstage", "pipeline", "closedate", "pricing_option"),
        "POST /crm/v3/objects/deals/search" => Search(body!),
        "POST /crm/v3/objects/line_items/batch/upsert" => UpsertAll(Lines, body, "pricing_phase_id", "name", "quantity", "price", "hs_position_on_quote"),
        "POST /crm/v4/associations/line_items/deals/batch/create" => Attach(body),
        "POST /crm/v3/objects/line_items/batch/read" => (200, Results(Inputs(body).Select(input => Lines.Values.Single(line => line.Id == (string)input["id"]!)).Select(View))),
        var call when call.StartsWith("GET /crm/v4/objects/deals/", StringComparison.Ordinal) => (200, Results(
            Lines.Values.Where(line => line.Parent == call.Split('/')[5]).Select(line => (JsonNode)new JsonObject { ["toObjectId"] = long.Parse(line.Id, System.Globalization.CultureInfo.InvariantCulture) }))),
        var call when call.StartsWith("GET /crm/v3/objects/deals/", StringComparison.Ordinal) => ReadDeal(call.Split('/')[^1]),
        var call when call.StartsWith("PATCH /crm/v3/objects/deals/", StringComparison.Ordinal) => Mark(call.Split('/')[^1], body),
        "GET /crm/v3/objects/companies/5001" => (200, new JsonObject { ["id"] = "5001", ["properties"] = new JsonObject { ["name"] = "Beispielmarke GmbH", ["country"] = "Austria" } }),
        var call when call.StartsWith("DELETE /crm/v3/objects/line_items/", StringComparison.Ordinal) => Remove(call.Split('/')[^1]),
        _ => (404, null),
    };

    private (int Status, JsonNode? Answer) Search(JsonNode body)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(Number(body["filterGroups"]![0]!["filters"]![0]!["value"]));
        var (page, next) = Changed(since, (int)Number(body["after"]));
        var answer = Results(page.Select(deal => (JsonNode)new JsonObject { ["id"] = deal.Id, ["properties"] = new JsonObject { ["hs_lastmodifieddate"] = deal.ChangedAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture) } }));
        if (next is not null)
            answer["paging"] = new JsonObject { ["next"] = new JsonObject { ["after"] = $"{next}" } };
        return (200, answer);
    }

    private static long Number(JsonNode? text) => text is null ? 0 : long.Parse((string)text!, System.Globalization.CultureInfo.InvariantCulture);

    private (int Status, JsonNode? Answer) ReadDeal(string id)
    {
        if (Deals.Values.SingleOrDefault(deal => deal.Id == id) is not { } deal)
            return (404, null);
        var view = View(deal);
        view["associations"] = new JsonObject { ["companies"] = new JsonObject { ["results"] = new JsonArray(new JsonObject { ["id"] = "5001", ["type"] = "deal_to_company" }) } };
        return (200, view);
    }

    private (int Status, JsonNode? Answer) Mark(string id, JsonNode? body) =>
        Mark(id, body!["properties"], "pricing_engagement_id") is { } deal ? (200, View(deal)) : (409, null);

    private static IEnumerable<JsonObject> Inputs(JsonNode? body) => body!["inputs"]!.AsArray().Select(input => input!.AsObject());

    private static JsonObject Results(IEnumerable<JsonNode> rows) => new() { ["status"] = "COMPLETE", ["results"] = new JsonArray([.. rows]) };

    private static JsonObject View(Row row) => new() { ["id"] = row.Id, ["properties"] = row.Fields.DeepClone() };

    private (int Status, JsonNode? Answer) UpsertAll(Dictionary<string, Row> rows, JsonNode? body, string key, params string[] allowed)
    {
        var inputs = Inputs(body).ToList();
        if (inputs.Count is 0 or > 100 || inputs.Select(input => (string)input["id"]!).Distinct().Count() != inputs.Count || inputs.Any(input => (string)input["idProperty"]! != key))
            return (400, new JsonObject { ["category"] = "VALIDATION_ERROR" });
        var results = new List<JsonNode>();
        foreach (var input in inputs)
        {
            var fields = Fields(input["properties"], allowed);
            if (fields.Any(field => field.Value!.GetValueKind() != System.Text.Json.JsonValueKind.String) || ((string?)fields["price"])?.StartsWith('-') == true)
                return (400, new JsonObject { ["category"] = "VALIDATION_ERROR" });
            var row = Upsert(rows, (string)input["id"]!, fields, out var isNew);
            row.Fields[key] = (string)input["id"]!;
            var view = View(row);
            view["new"] = isNew;
            results.Add(view);
        }

        return (200, Results(results));
    }

    private (int Status, JsonNode? Answer) Attach(JsonNode? body)
    {
        foreach (var input in Inputs(body))
        {
            if ((int)input["types"]![0]!["associationTypeId"]! != 20 || (string)input["types"]![0]!["associationCategory"]! != "HUBSPOT_DEFINED")
                return (400, null);
            Lines.Values.Single(line => line.Id == (string)input["from"]!["id"]!).Parent = Deals.Values.Single(deal => deal.Id == (string)input["to"]!["id"]!).Id;
        }

        return (201, Results([]));
    }

    private (int Status, JsonNode? Answer) Remove(string id)
    {
        var found = Lines.FirstOrDefault(line => line.Value.Id == id);
        if (found.Key is not null)
            Lines.Remove(found.Key);
        return (204, null);
    }
}

internal sealed class FakeSalesforce : FakeCrm
{
    private const string Base = "/services/data/v60.0";

    public override string Kind => "salesforce";

    public override JsonObject Settings => new()
    {
        ["stages"] = new JsonObject { ["lead"] = "Prospecting", ["won"] = "Closed Won" },
        ["currencyIds"] = new JsonObject { ["EUR"] = "01u000000000001AAA" },
        ["priceBook"] = "01s000000000001AAA",
        ["ownCurrency"] = "EUR",
    };

    public override decimal AmountOf(Row deal) => (decimal)deal.Fields["Amount"]!;

    public override bool IsWon(Row deal) => (string?)deal.Fields["StageName"] == "Closed Won";

    public override decimal PriceOf(Row line) => (decimal)line.Fields["UnitPrice"]!;

    protected override (int Status, JsonNode? Answer) Do(HttpRequest request, JsonNode? body)
    {
        var path = request.Path.Value![Base.Length..];
        if (request.Method == "PATCH" && path.StartsWith("/sobjects/Opportunity/Pricing_Id__c/", StringComparison.Ordinal))
        {
            var fields = Fields(body, "Name", "StageName", "CloseDate", "Amount", "Pricebook2Id", "CurrencyIsoCode", "Pricing_Option__c");
            var row = Upsert(Deals, path.Split('/')[^1], fields, out var isNew);
            return (isNew ? 201 : 200, new JsonObject { ["id"] = row.Id, ["success"] = true, ["errors"] = new JsonArray(), ["created"] = isNew });
        }

        if (path.StartsWith("/sobjects/Opportunity/", StringComparison.Ordinal) && Deals.Values.SingleOrDefault(deal => deal.Id == path.Split('/')[^1]) is { } deal)
        {
            if (request.Method == "PATCH")
                return Mark(deal.Id, body, "Pricing_Id__c") is null ? (400, new JsonArray(new JsonObject { ["errorCode"] = "DUPLICATE_VALUE" })) : (204, null);
            var read = (JsonObject)deal.Fields.DeepClone();
            read["AccountId"] = "001000000000001AAA";
            return (200, read);
        }

        if (request.Method == "GET" && path == "/sobjects/Account/001000000000001AAA")
            return (200, new JsonObject { ["Name"] = "Beispielmarke GmbH", ["BillingCountry"] = "Austria" });
        if (request.Method == "GET" && (path.StartsWith("/query/", StringComparison.Ordinal) || request.Query["q"].ToString().Contains("FROM Opportunity WHERE", StringComparison.Ordinal)))
            return (200, Changed(path, request.Query["q"].ToString()));
        if (request.Method == "GET" && path == "/query")
        {
            var key = request.Query["q"].ToString().Split('\'')[1];
            var records = Lines.Where(line => line.Value.Parent == key).Select(line => (JsonNode)new JsonObject { ["Id"] = line.Value.Id, ["Pricing_Line_Id__c"] = line.Key });
            return (200, new JsonObject { ["done"] = true, ["records"] = new JsonArray([.. records]) });
        }

        if (request.Method == "PATCH" && path == "/composite/sobjects/OpportunityLineItem/Pricing_Line_Id__c")
            return (200, new JsonArray([.. body!["records"]!.AsArray().Select(row => Line(row!))]));
        if (request.Method == "DELETE" && path == "/composite/sobjects")
        {
            foreach (var id in request.Query["ids"].ToString().Split(','))
                Lines.Remove(Lines.FirstOrDefault(line => line.Value.Id == id).Key ?? "");
            return (200, new JsonArray());
        }

        return (404, null);
    }

    // The list goes on at an address that names where: here the moment and the number.
    private JsonObject Changed(string path, string query)
    {
        var (since, after) = path == "/query" ? (query.Split(' ')[8], 0) : (path.Split('/')[2], int.Parse(path.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture));
        var (page, next) = Changed(DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture), after);
        var answer = new JsonObject
        {
            ["done"] = next is null,
            ["records"] = new JsonArray([.. page.Select(deal => (JsonNode)new JsonObject { ["Id"] = deal.Id, ["SystemModstamp"] = deal.ChangedAt.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", System.Globalization.CultureInfo.InvariantCulture) })]),
        };
        if (next is not null)
            answer["nextRecordsUrl"] = $"{Base}/query/{since}/{next}";
        return answer;
    }

    private JsonObject Line(JsonNode sent)
    {
        var fields = Fields(sent, "attributes", "Pricing_Line_Id__c", "Opportunity", "PricebookEntryId", "Quantity", "UnitPrice", "Description", "SortOrder");
        var key = (string)fields["Pricing_Line_Id__c"]!;
        var isThere = Lines.ContainsKey(key);
        if (isThere && fields.ContainsKey("PricebookEntryId"))
            return Refused(key, "INVALID_FIELD_FOR_INSERT_UPDATE");   // what a line belongs to cannot be changed
        if (!isThere && !fields.ContainsKey("PricebookEntryId"))
            return Refused(key, "REQUIRED_FIELD_MISSING");
        var parent = (string?)fields["Opportunity"]?["Pricing_Id__c"];
        var row = Upsert(Lines, key, fields, out var isNew);
        row.Parent ??= parent;
        return new() { ["id"] = row.Id, ["success"] = true, ["errors"] = new JsonArray(), ["created"] = isNew };
    }

    private static JsonObject Refused(string key, string code) =>
        new() { ["success"] = false, ["errors"] = new JsonArray(new JsonObject { ["statusCode"] = code, ["message"] = key, ["fields"] = new JsonArray() }) };
}

internal sealed class FakeDynamics : FakeCrm
{
    private const string Base = "/api/data/v9.2", Account = "00000000-0000-0000-0000-0000000000a1";

    protected override string IdOf(int number) => $"00000000-0000-0000-0000-{number:000000000000}";

    public override string Kind => "dynamics";

    public override JsonObject Settings => new()
    {
        ["stages"] = new JsonObject { ["lead"] = "Qualify", ["won"] = "Close" },
        ["currencyIds"] = new JsonObject { ["EUR"] = "00000000-0000-0000-0000-0000000000e0" },
        ["tokenAddress"] = $"{Address}/tenant/oauth2/v2.0/token",
    };

    public override decimal AmountOf(Row deal) => (decimal)deal.Fields["estimatedvalue"]!;

    public override bool IsWon(Row deal) => deal.State == 1;

    public override decimal PriceOf(Row line) => (decimal)line.Fields["priceperunit"]!;

    protected override (int Status, JsonNode? Answer) Do(HttpRequest request, JsonNode? body)
    {
        if (request.Headers["OData-Version"] != "4.0" || request.Headers["Prefer"] != "return=representation")
            return (400, null);
        var path = request.Path.Value![Base.Length..];
        if (path.StartsWith("/opportunities(", StringComparison.Ordinal) && Deals.Values.SingleOrDefault(deal => deal.Id == KeyOf(path)) is { } deal)
        {
            if (request.Method == "PATCH")
                return Mark(deal.Id, body, "pricing_engagementid") is null ? (412, null) : (200, new JsonObject { ["opportunityid"] = deal.Id });
            var read = (JsonObject)deal.Fields.DeepClone();
            read["_parentaccountid_value"] = Account;
            read["statecode"] = deal.State;
            return (200, read);
        }

        if (request.Method == "GET" && path.StartsWith("/opportunities(", StringComparison.Ordinal))
        {
            return Deals.TryGetValue(KeyOf(path), out var keyed)
                ? (200, new JsonObject { ["opportunityid"] = keyed.Id, ["statecode"] = keyed.State, ["estimatedvalue"] = keyed.Fields["estimatedvalue"]?.DeepClone() })
                : (404, null);
        }

        if (path is "/WinOpportunity" or "/LoseOpportunity")
        {
            var closed = Deals.Values.Single(deal => deal.Id == KeyOf((string)Fields(body!["OpportunityClose"], "subject", "opportunityid@odata.bind", "actualrevenue")["opportunityid@odata.bind"]!));
            if (closed.State != 0)
                return (400, new JsonObject { ["error"] = new JsonObject { ["code"] = "", ["message"] = "The opportunity has already been closed." } });
            closed.State = path == "/WinOpportunity" ? 1 : 2;
            return (204, null);
        }

        if (request.Method == "GET" && path == $"/accounts({Account})")
            return (200, new JsonObject { ["name"] = "Beispielmarke GmbH", ["address1_country"] = "Austria" });
        if (request.Method == "PATCH" && path.StartsWith("/opportunities(", StringComparison.Ordinal))
        {
            var fields = Fields(body, "name", "estimatedvalue", "isrevenuesystemcalculated", "transactioncurrencyid@odata.bind", "estimatedclosedate", "pricing_option", "stepname");
            return Keyed(request, Deals, path, fields, "opportunityid", null);
        }

        if (request.Method == "PATCH" && path.StartsWith("/opportunityproducts(", StringComparison.Ordinal))
        {
            var fields = Fields(body, "productdescription", "isproductoverridden", "quantity", "priceperunit", "lineitemnumber", "opportunityid@odata.bind");
            return Keyed(request, Lines, path, fields, "opportunityproductid", Deals[KeyOf((string)fields["opportunityid@odata.bind"]!)].Id);
        }

        if (request.Method == "GET" && path == "/opportunities")
        {
            var (page, next) = Changed(
                DateTimeOffset.Parse(request.Query["$filter"].ToString().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(request.Query["$skiptoken"].FirstOrDefault() ?? "0", System.Globalization.CultureInfo.InvariantCulture));
            var answer = new JsonObject { ["value"] = new JsonArray([.. page.Select(deal => (JsonNode)new JsonObject { ["opportunityid"] = deal.Id, ["modifiedon"] = deal.ChangedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture) })]) };
            if (next is not null)
                answer["@odata.nextLink"] = $"https://elsewhere.example{request.Path}?$filter={Uri.EscapeDataString(request.Query["$filter"]!)}&$skiptoken={next}";
            return (200, answer);
        }

        if (request.Method == "GET" && path == "/opportunityproducts")
        {
            var parent = request.Query["$filter"].ToString().Split(' ')[^1];
            var rows = Lines.Where(line => line.Value.Parent == parent).Select(line => (JsonNode)new JsonObject { ["opportunityproductid"] = line.Value.Id, ["pricing_phaseid"] = line.Key });
            return (200, new JsonObject { ["value"] = new JsonArray([.. rows]) });
        }

        if (request.Method == "DELETE")
            return (Lines.Remove(Lines.FirstOrDefault(line => line.Value.Id == KeyOf(path)).Key ?? "") ? 204 : 404, null);
        return (404, null);
    }

    private (int Status, JsonNode? Answer) Keyed(HttpRequest request, Dictionary<string, Row> rows, string path, JsonObject fields, string idName, string? parent)
    {
        var key = KeyOf(path);
        var isThere = rows.TryGetValue(key, out var row);
        if (row?.State > 0 || (parent is not null && Deals.Values.Single(deal => deal.Id == parent).State > 0))
            return (403, new JsonObject { ["error"] = new JsonObject { ["code"] = "", ["message"] = "The opportunity is closed and read-only." } });
        if ((request.Headers.IfNoneMatch == "*" && isThere) || (request.Headers.IfMatch.Count > 0 && request.Headers.IfMatch != "*" && request.Headers.IfMatch != $"W/\"{row?.Version}\""))
            return (412, new JsonObject { ["error"] = new JsonObject { ["code"] = "", ["message"] = "The version of the existing record doesn't match the RowVersion property provided." } });
        row = Upsert(rows, key, fields, out var isNew);
        row.Parent ??= parent;
        return (isNew ? 201 : 200, new JsonObject { [idName] = row.Id });
    }
}
