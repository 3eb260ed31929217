using System.Globalization;
using System.Text.Json.Nodes;

namespace Pricing.Application.Features.Crm;

/// <summary>The calls of HubSpot. All values are texts, numbers too.</summary>
internal static class HubSpotRequests
{
    /// <summary>Most inputs of a batch.</summary>
    public const int MostInputs = 100;

    private const int LineItemToDeal = 20, MostFound = 200;

    public static CrmRequest Deal(CrmMapping mapping, CrmDeal deal, CrmSettings settings)
    {
        var properties = new JsonObject
        {
            [mapping[CrmMember.DealName]] = mapping.Fit(CrmMember.DealName, deal.Name),
            [mapping[CrmMember.DealAmount]] = AmountText(deal.Amount, deal),
            [mapping[CrmMember.DealCurrency]] = deal.Currency.Code,
            [mapping[CrmMember.DealCloseDate]] = NoonOf(deal.CloseDate, settings),
            [mapping[CrmMember.DealOption]] = mapping.Fit(CrmMember.DealOption, deal.Option),
        };
        if (settings.Theirs(deal.Stage) is { } stage)
            properties[mapping[CrmMember.DealStage]] = stage;
        if (settings.Pipeline is { } pipeline)
            properties[mapping[CrmMember.DealPipeline]] = pipeline;
        return Upsert(mapping, "deals", [Input(mapping[CrmMember.DealKey], deal.Key, properties)]);
    }

    public static IEnumerable<CrmRequest> Lines(CrmMapping mapping, CrmDeal deal) => deal.Lines.Chunk(MostInputs).Select(lines => Upsert(
        mapping, "line_items", [.. lines.Select(line => Input(mapping[CrmMember.LineKey], line.Key, new JsonObject
        {
            [mapping[CrmMember.LineName]] = mapping.Fit(CrmMember.LineName, line.Name),
            [mapping[CrmMember.LineQuantity]] = "1",
            [mapping[CrmMember.LineUnitPrice]] = AmountText(line.Amount, deal),
            [mapping[CrmMember.LinePosition]] = line.Position.ToString(CultureInfo.InvariantCulture),
        }))]));

    /// <summary>Hangs lines below the deal; a line has one parent.</summary>
    public static CrmRequest Attach(string dealId, IEnumerable<string> lineIds) => new(HttpMethod.Post, "/crm/v4/associations/line_items/deals/batch/create", new JsonObject
    {
        ["inputs"] = new JsonArray([.. lineIds.Select(id => new JsonObject
        {
            ["from"] = new JsonObject { ["id"] = id },
            ["to"] = new JsonObject { ["id"] = dealId },
            ["types"] = new JsonArray(new JsonObject { ["associationCategory"] = "HUBSPOT_DEFINED", ["associationTypeId"] = LineItemToDeal }),
        })]),
    });

    public static CrmRequest LinesOf(string dealId, string? after) =>
        new(HttpMethod.Get, $"/crm/v4/objects/deals/{Uri.EscapeDataString(dealId)}/associations/line_items?limit=500" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}"));

    public static CrmRequest ReadLines(CrmMapping mapping, IEnumerable<string> lineIds) => new(HttpMethod.Post, $"{mapping.BasePath}/objects/line_items/batch/read", new JsonObject
    {
        ["properties"] = new JsonArray(mapping[CrmMember.LineKey]),
        ["propertiesWithHistory"] = new JsonArray(),
        ["inputs"] = new JsonArray([.. lineIds.Select(id => new JsonObject { ["id"] = id })]),
    });

    public static CrmRequest RemoveLine(CrmMapping mapping, string lineId) => new(HttpMethod.Delete, $"{mapping.BasePath}/objects/line_items/{Uri.EscapeDataString(lineId)}");

    public static CrmRequest ReadDeal(CrmMapping mapping, string dealId) => new(
        HttpMethod.Get, $"{mapping.BasePath}/objects/deals/{Uri.EscapeDataString(dealId)}?properties={mapping.Read(CrmMember.DealCurrency)}&associations=companies");

    /// <summary>Deals that were changed at a moment or later, the earliest first.</summary>
    public static CrmRequest Changed(CrmMapping mapping, DateTimeOffset since, string? next)
    {
        var changedAt = mapping[CrmMember.DealChangedAt];
        var filter = new JsonObject { ["propertyName"] = changedAt, ["operator"] = "GTE", ["value"] = since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        var body = new JsonObject
        {
            ["filterGroups"] = new JsonArray(new JsonObject { ["filters"] = new JsonArray(filter) }),
            ["sorts"] = new JsonArray(changedAt),
            ["properties"] = new JsonArray(changedAt),
            ["limit"] = MostFound,
        };
        if (next is not null)
            body["after"] = next;
        return new(HttpMethod.Post, $"{mapping.BasePath}/objects/deals/search", body);
    }

    public static CrmRequest ReadCompany(CrmMapping mapping, string companyId) => new(HttpMethod.Get, $"{mapping.BasePath}/objects/companies/{Uri.EscapeDataString(companyId)}?properties=name,country");

    /// <summary>Writes our key into a deal that was made in the CRM, so that a push finds it.</summary>
    public static CrmRequest Mark(CrmMapping mapping, string dealId, string key) =>
        new(HttpMethod.Patch, $"{mapping.BasePath}/objects/deals/{Uri.EscapeDataString(dealId)}", new JsonObject { ["properties"] = new JsonObject { [mapping[CrmMember.DealKey]] = key } });

    // A day is a time there, which each portal reads in its own zone: midnight of UTC is the day before in America.
    private static string NoonOf(DateOnly day, CrmSettings settings) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new(12, 0)), settings.Zone ?? TimeZoneInfo.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string AmountText(decimal amount, CrmDeal deal) => amount.ToString($"F{deal.Currency.Decimals}", CultureInfo.InvariantCulture);

    // The trace id tells in a partly refused batch which input is meant.
    private static JsonObject Input(string keyName, string key, JsonObject properties) =>
        new() { ["idProperty"] = keyName, ["id"] = key, ["objectWriteTraceId"] = key, ["properties"] = properties };

    private static CrmRequest Upsert(CrmMapping mapping, string type, JsonNode[] inputs) =>
        new(HttpMethod.Post, $"{mapping.BasePath}/objects/{type}/batch/upsert", new JsonObject { ["inputs"] = new JsonArray(inputs) });
}
