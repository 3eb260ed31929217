using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using static Pricing.Api.Tests.Crm.CrmSteps;

namespace Pricing.Api.Tests.Crm;

/// <summary>Every call of the service is as the CRMs publish it, in the judgement of a mock server that we did not write.</summary>
public sealed class CrmShapeTests(CrmShapeTests.Desk desk) : IClassFixture<CrmShapeTests.Desk>
{
    private static readonly (string Name, string Value)[] Headers = [("Authorization", "Bearer t"), ("Content-Type", "application/json"), ("OData-Version", "4.0"), ("OData-MaxVersion", "4.0")];

    public static TheoryData<string> Kinds => ["hubspot", "salesforce", "dynamics"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_call_of_a_push_is_as_published(string kind)
    {
        PublishedShapes.SkipWhereAbsent();
        var (crm, service) = (desk.Crms[kind], desk.Service);
        var (engagement, _) = await Offer(service);
        var connection = await Connect(service, crm, $"{kind}-pushed");

        var made = await Ended(service, await Push(service, engagement, connection));
        crm.Lines[$"{engagement}-099"] = new(crm.NextId(), Surplus(kind, engagement)) { Parent = kind == "salesforce" ? engagement : crm.Deals[engagement].Id };
        await Bring(service, engagement, "won");
        var updated = await Ended(service, await Push(service, engagement, connection));

        Assert.Empty(crm.Violations);
        Assert.Equal(("done", "done"), ((string)made["state"]!, (string)updated["state"]!));
        Assert.DoesNotContain($"{engagement}-099", crm.Lines.Keys);
        Assert.Equal(kind == "dynamics", crm.Calls.Any(call => call.Call.EndsWith("/WinOpportunity", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_call_that_reads_deals_and_marks_them_is_as_published(string kind)
    {
        PublishedShapes.SkipWhereAbsent();
        var crm = desk.Crms[kind];
        var deal = Deal(crm, "Spring campaign", (string)crm.Settings["stages"]!["lead"]!, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        crm.Deals["made-there"] = deal;

        await ConnectInbound(desk.Service, crm, $"{kind}-read");
        await Until(() => Task.FromResult(!crm.Deals.ContainsKey("made-there") || !crm.Violations.IsEmpty));

        Assert.Empty(crm.Violations);
        Assert.True(Guid.TryParse(crm.Deals.Single(known => known.Value == deal).Key, out _));
    }

    [Theory]
    [InlineData("hubspot", "code=401:failed", "code=403:failed", "code=422:failed", "code=207:waiting", "code=409:waiting", "code=429:waiting", "code=502:waiting")]
    [InlineData(
        "salesforce", "code=300:failed", "code=400, example=missing:failed", "code=400, example=locked:waiting", "code=401:failed", "code=403, example=access:failed",
        "code=403, example=limit:waiting", "code=503:waiting")]
    [InlineData("dynamics", "code=400:failed", "code=401:failed", "code=403:failed", "code=412, example=version:waiting", "code=429:waiting", "code=503:waiting")]
    public async Task A_refusal_as_published_ends_a_push_or_lets_it_wait(string kind, params string[] refusals)
    {
        PublishedShapes.SkipWhereAbsent();
        var (crm, service) = (desk.Crms[kind], desk.Service);
        var (template, _) = await Offer(service);
        var connection = await Connect(service, crm, $"{kind}-refused");
        var answers = new ConcurrentDictionary<string, string>();
        crm.Published = (call, body) => answers.FirstOrDefault(answer => (call + body).Contains(answer.Key, StringComparison.Ordinal)).Value;
        var pushes = await Task.WhenAll(refusals.Select(async refusal =>
        {
            var engagement = (string)(await service.Create($"/api/v1/engagements/{template}/copies", "{}"))["id"]!;
            answers[engagement] = refusal.Split(':')[0];
            return (Id: await Push(service, engagement, connection), Refusal: refusal);
        }));

        foreach (var (id, refusal) in pushes)
        {
            JsonObject push = [];
            await Until(async () => (int?)(push = await service.Read($"/api/v1/crm-pushes/{id}"))["lastStatus"] is not null);
            Assert.Equal((refusal[5..8], refusal.Split(':')[1]), (push["lastStatus"]!.ToString(), (string)push["state"]!));
        }

        Assert.Empty(crm.Violations);
    }

    [Theory]
    [InlineData("hubspot", "POST", "/crm/v3/objects/deals/batch/upsert", """{"inputs":[{"id":"a","idProperty":"pricing_engagement_id","properties":{"amount":"1.00"}}]}""", "\"1.00\"", "1.00")]
    [InlineData("hubspot", "POST", "/crm/v3/objects/deals/batch/upsert", """{"inputs":[{"id":"a","idProperty":"pricing_engagement_id","properties":{}}]}""", "pricing_engagement_id", "hs_object_id")]
    [InlineData("salesforce", "PATCH", "/services/data/v60.0/sobjects/Opportunity/Pricing_Id__c/a", """{"Name":"n","StageName":"s","CloseDate":"2026-12-31"}""", "\"Name\"", "\"Title\"")]
    [InlineData("salesforce", "PATCH", "/services/data/v60.0/sobjects/Opportunity/Pricing_Id__c/a", """{"Name":"n","StageName":"s","CloseDate":"2026-12-31"}""", "31\"", "31T12:00:00Z\"")]
    [InlineData("dynamics", "PATCH", "/api/data/v9.2/opportunities(pricing_engagementid='a')", """{"name":"n","estimatedvalue":1}""", "estimatedvalue", "EstimatedValue")]
    [InlineData("dynamics", "PATCH", "/api/data/v9.2/opportunities(pricing_engagementid='a')", """{"name":"n","estimatedvalue":1}""", ":1", ":\"1\"")]
    public async Task A_wrong_body_is_found_and_the_right_one_beside_it_is_not(string kind, string method, string path, string body, string right, string wrong)
    {
        PublishedShapes.SkipWhereAbsent();

        Assert.Null((await desk.Shapes.Hold(kind, method, path, Headers, Encoding.UTF8.GetBytes(body))).Violations);
        Assert.NotNull((await desk.Shapes.Hold(kind, method, path, Headers, Encoding.UTF8.GetBytes(body.Replace(right, wrong, StringComparison.Ordinal)))).Violations);
        Assert.NotNull((await desk.Shapes.Hold(kind, method, path, Headers.Skip(1), Encoding.UTF8.GetBytes(body))).Violations);
    }

    private static JsonObject Surplus(string kind, string engagement) => kind == "hubspot" ? new() { ["pricing_phase_id"] = $"{engagement}-099" } : [];

    /// <summary>One service that may call all three, and the mock servers.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        internal PublishedShapes Shapes { get; } = new();

        internal Dictionary<string, FakeCrm> Crms { get; } = [];

        internal Service Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            foreach (var kind in Kinds.Select(kind => kind.Data))
                (Crms[kind] = await FakeCrm.Start(kind)).Shapes = Shapes;
            await Shapes.InitializeAsync();
            Service = ServiceThatSweeps("00:00:01", [.. Crms.Values]);
        }

        public async ValueTask DisposeAsync()
        {
            await Service.DisposeAsync();
            await Shapes.DisposeAsync();
            foreach (var crm in Crms.Values)
                await crm.DisposeAsync();
        }
    }
}
