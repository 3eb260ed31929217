using System.Net;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.ClientPages;

/// <summary>A proposal that was sent, and the path of the client's link to it.</summary>
internal sealed record SentProposal(string Address, string Link, string ContentHash)
{
    /// <summary>The seeded proposal over an engagement of its own, written by the lead, approved by the administrator where a rule asks for it, and sent.</summary>
    public static async Task<SentProposal> In(Service service)
    {
        var lead = ("X-API-Key", (await service.Keys())["accountLead"]);
        var seeded = (await service.Read("/api/v1/proposals?search=Social"))["items"]![0]!;
        // An engagement is agreed once, so each proposal that may be accepted has its own.
        var source = await service.Read($"/api/v1/engagements/{seeded["engagementId"]}");
        var engagement = await service.Create($"/api/v1/engagements/{source["id"]}/copies", $$"""{"clientId":"{{source["clientId"]}}","pricingDate":"{{source["pricingDate"]}}"}""");
        var terms = (await service.Read($"/api/v1/proposals/{seeded["id"]}"))["terms"]!.DeepClone().AsObject();
        terms["engagementId"] = engagement["id"]!.DeepClone();
        var copy = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/proposals", terms.ToJsonString(), lead));
        var address = $"/api/v1/proposals/{copy["id"]}";
        var submitted = await Done(service.Send(HttpMethod.Post, $"{address}/submit", headers: [lead, ("If-Match", "*")]));
        if ((string?)submitted["state"] == "inReview")
            await Done(service.Send(HttpMethod.Post, $"{address}/approve", new JsonObject { ["contentHash"] = submitted["contentHash"]!.DeepClone() }.ToJsonString(), ("If-Match", "*")));
        return await Sent(service, address, lead);
    }

    /// <summary>The next version of it, sent in its place.</summary>
    public async Task<SentProposal> Next(Service service)
    {
        var lead = ("X-API-Key", (await service.Keys())["accountLead"]);
        await Done(service.Send(HttpMethod.Post, $"{Address}/versions", headers: [lead, ("If-Match", "*")]));
        var submitted = await Done(service.Send(HttpMethod.Post, $"{Address}/submit", headers: [lead, ("If-Match", "*")]));
        if ((string?)submitted["state"] == "inReview")
            await Done(service.Send(HttpMethod.Post, $"{Address}/approve", new JsonObject { ["contentHash"] = submitted["contentHash"]!.DeepClone() }.ToJsonString(), ("If-Match", "*")));
        return await Sent(service, Address, lead);
    }

    public string Token => Link[(Link.LastIndexOf('/') + 1)..];

    private static async Task<SentProposal> Sent(Service service, string address, (string, string) lead)
    {
        var sent = await Done(service.Send(HttpMethod.Post, $"{address}/send", headers: [lead, ("If-Match", "*")]));
        return new(address, (string)sent["link"]!["address"]!, (string)sent["proposal"]!["contentHash"]!);
    }

    private static async Task<JsonObject> Done(Task<HttpResponseMessage> call)
    {
        var response = await call;
        var body = await Service.Body(response);
        Assert.True(response.StatusCode == HttpStatusCode.OK, body.ToJsonString());
        return body;
    }
}
