using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Pricing.Browser.Tests.ClientPages;

/// <summary>The service on a real port with a clock that a test can put forward, and what an agency does there before and after its client.</summary>
public sealed class Agency : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-client-page-");
    private readonly MovedClock clock = new();
    private readonly HttpClient http;
    private readonly string lead;

    public Agency()
    {
        UseKestrel(0);
        StartServer();
        http = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
        var keys = JsonNode.Parse(http.GetStringAsync("/desk/roles.json").GetAwaiter().GetResult())!.AsArray();
        lead = (string)keys.Single(key => (string?)key!["key"] == "accountLead")!["value"]!;
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>How far the clock is put forward.</summary>
    public TimeSpan Ahead
    {
        set => clock.Ahead = value;
    }

    /// <summary>A proposal as a lead writes it, approved by the administrator and sent; answers with its address and the client's link.</summary>
    public async Task<(string Proposal, Uri Link)> Send(string language)
    {
        var seeded = (await Call(HttpMethod.Get, "/api/v1/proposals?search=Social"))["items"]![0]!;
        // An engagement is agreed once, so each proposal that may be accepted has its own.
        var terms = (await Call(HttpMethod.Get, $"/api/v1/proposals/{seeded["id"]}"))["terms"]!.DeepClone().AsObject();
        terms["engagementId"] = await CopyOf((string)seeded["engagementId"]!);
        var copy = await Call(HttpMethod.Post, "/api/v1/proposals", terms);
        return await Send((string)copy["id"]!, copy["terms"]!.AsObject(), language);
    }

    /// <summary>The same for a change of an accepted proposal.</summary>
    public async Task<(string Proposal, Uri Link)> SendChange(string accepted)
    {
        var contract = await Call(HttpMethod.Get, accepted);
        var change = await Call(HttpMethod.Post, $"{accepted}/change-orders", new JsonObject { ["engagementId"] = await CopyOf((string)contract["engagementId"]!), ["title"] = "Thirty more videos" });
        return await Send((string)change["id"]!, change["terms"]!.AsObject(), "en");
    }

    private async Task<string> CopyOf(string engagement)
    {
        var source = await Call(HttpMethod.Get, $"/api/v1/engagements/{engagement}");
        var copy = await Call(HttpMethod.Post, $"/api/v1/engagements/{engagement}/copies", new JsonObject { ["clientId"] = source["clientId"]!.DeepClone(), ["pricingDate"] = source["pricingDate"]!.DeepClone() });
        return (string)copy["id"]!;
    }

    public async Task<JsonObject> Call(HttpMethod method, string address, JsonNode? body = null, bool asAdministrator = false)
    {
        using var request = new HttpRequestMessage(method, address);
        if (!asAdministrator)
            request.Headers.Add("X-API-Key", lead);
        request.Headers.Add("If-Match", "*");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, $"{method} {address}: {answer}");
        return JsonNode.Parse(answer) as JsonObject ?? new JsonObject { ["items"] = JsonNode.Parse(answer) };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Pricing", $"Data Source={Path.Combine(folder.FullName, "pricing.db")}");
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        http?.Dispose();
        SqliteConnection.ClearAllPools();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }

    private async Task<(string Proposal, Uri Link)> Send(string id, JsonObject terms, string language)
    {
        var address = $"/api/v1/proposals/{id}";
        var stated = terms.DeepClone().AsObject();
        stated["language"] = language;
        await Call(HttpMethod.Put, address, stated);
        var submitted = await Call(HttpMethod.Post, $"{address}/submit");
        if ((string?)submitted["state"] == "inReview")
            await Call(HttpMethod.Post, $"{address}/approve", new JsonObject { ["contentHash"] = submitted["contentHash"]!.DeepClone() }, asAdministrator: true);
        var sent = await Call(HttpMethod.Post, $"{address}/send");
        return (address, new Uri(Address, (string)sent["link"]!["address"]!));
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
