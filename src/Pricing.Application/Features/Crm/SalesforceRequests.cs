using System.Globalization;
using System.Text.Json.Nodes;
using Pricing.Application.Errors;

namespace Pricing.Application.Features.Crm;

/// <summary>The calls of Salesforce. The key stands in the path or the row, and never in the body of a keyed upsert.</summary>
internal static class SalesforceRequests
{
    /// <summary>Most rows of a collection.</summary>
    public const int MostRows = 200;

    /// <exception cref="UnprocessableException">The settings lack a stage, or cannot hold the currency.</exception>
    public static CrmRequest Deal(CrmMapping mapping, CrmDeal deal, CrmSettings settings)
    {
        var body = new JsonObject
        {
            [mapping[CrmMember.DealName]] = mapping.Fit(CrmMember.DealName, deal.Name),
            [mapping[CrmMember.DealStage]] = settings.Theirs(deal.Stage) ?? throw CrmSetting.Missing($"stages names no stage for {deal.Stage}"),
            [mapping[CrmMember.DealCloseDate]] = deal.CloseDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [mapping[CrmMember.DealAmount]] = deal.Amount,
            [mapping[CrmMember.DealOption]] = mapping.Fit(CrmMember.DealOption, deal.Option),
        };
        if (settings.PriceBook is { } book)
            body["Pricebook2Id"] = book;
        if (settings.SeveralCurrencies)
            body[mapping[CrmMember.DealCurrency]] = deal.Currency.Code;
        else if (settings.OwnCurrency != deal.Currency.Code)
            throw CrmSetting.Missing($"the organisation has one currency, {settings.OwnCurrency ?? "which ownCurrency does not name"}, and would book {deal.Currency.Code} as its own");
        return new(HttpMethod.Patch, $"{mapping.BasePath}/sobjects/Opportunity/{mapping[CrmMember.DealKey]}/{deal.Key}", body);
    }

    /// <summary>Creates and updates lines by key. What a line belongs to can be said only once.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="settings">The connection's settings.</param>
    /// <param name="known">Keys of the lines that are there.</param>
    /// <exception cref="UnprocessableException">The settings lack a price book entry of the currency.</exception>
    public static IEnumerable<CrmRequest> Lines(CrmMapping mapping, CrmDeal deal, CrmSettings settings, IReadOnlySet<string> known)
    {
        var entry = settings.CurrencyIds.GetValueOrDefault(deal.Currency.Code) ?? throw CrmSetting.Missing($"currencyIds names no price book entry for {deal.Currency.Code}");
        return deal.Lines.Chunk(MostRows).Select(lines => new CrmRequest(HttpMethod.Patch, $"{mapping.BasePath}/composite/sobjects/OpportunityLineItem/{mapping[CrmMember.LineKey]}", new JsonObject
        {
            ["allOrNone"] = true,
            ["records"] = new JsonArray([.. lines.Select(line => Row(mapping, deal, line, known.Contains(line.Key) ? null : entry))]),
        }));
    }

    public static CrmRequest LinesOf(CrmMapping mapping, CrmDeal deal) => new(
        HttpMethod.Get, $"{mapping.BasePath}/query?q=" + Uri.EscapeDataString($"SELECT Id, {mapping[CrmMember.LineKey]} FROM OpportunityLineItem WHERE Opportunity.{mapping[CrmMember.DealKey]} = '{deal.Key}'"));

    public static CrmRequest RemoveLines(CrmMapping mapping, IEnumerable<string> ids) =>
        new(HttpMethod.Delete, $"{mapping.BasePath}/composite/sobjects?ids={string.Join(',', ids.Select(Uri.EscapeDataString))}&allOrNone=true");

    public static CrmRequest ReadDeal(CrmMapping mapping, string dealId, CrmSettings settings) =>
        new(HttpMethod.Get, $"{mapping.BasePath}/sobjects/Opportunity/{Uri.EscapeDataString(dealId)}?fields={(settings.SeveralCurrencies ? mapping.Read(CrmMember.DealCurrency) : mapping.Read())},AccountId");

    /// <summary>Opportunities that were changed at a moment or later, the earliest first; the CRM says how the list goes on.</summary>
    public static CrmRequest Changed(CrmMapping mapping, DateTimeOffset since, string? next)
    {
        var changedAt = mapping[CrmMember.DealChangedAt];
        var query = string.Create(CultureInfo.InvariantCulture, $"SELECT Id, {changedAt} FROM Opportunity WHERE {changedAt} >= {since.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} ORDER BY {changedAt}, Id");
        return new(HttpMethod.Get, next ?? $"{mapping.BasePath}/query?q=" + Uri.EscapeDataString(query));
    }

    public static CrmRequest ReadCompany(CrmMapping mapping, string companyId) => new(HttpMethod.Get, $"{mapping.BasePath}/sobjects/Account/{Uri.EscapeDataString(companyId)}?fields=Name,BillingCountry");

    /// <summary>Writes our key into an opportunity that was made in the CRM, so that a push finds it.</summary>
    public static CrmRequest Mark(CrmMapping mapping, string dealId, string key) =>
        new(HttpMethod.Patch, $"{mapping.BasePath}/sobjects/Opportunity/{Uri.EscapeDataString(dealId)}", new JsonObject { [mapping[CrmMember.DealKey]] = key });

    private static JsonObject Row(CrmMapping mapping, CrmDeal deal, CrmLine line, string? entryOfNew)
    {
        var row = new JsonObject
        {
            ["attributes"] = new JsonObject { ["type"] = "OpportunityLineItem" },
            [mapping[CrmMember.LineKey]] = line.Key,
            [mapping[CrmMember.LineName]] = mapping.Fit(CrmMember.LineName, line.Name),
            [mapping[CrmMember.LineQuantity]] = 1,
            [mapping[CrmMember.LineUnitPrice]] = line.Amount,
            [mapping[CrmMember.LinePosition]] = line.Position,
        };
        if (entryOfNew is not null)
        {
            row["Opportunity"] = new JsonObject { [mapping[CrmMember.DealKey]] = deal.Key };
            row["PricebookEntryId"] = entryOfNew;
        }

        return row;
    }
}

/// <summary>What a connection's settings lack.</summary>
internal static class CrmSetting
{
    public static UnprocessableException Missing(string what) => new("crm-settings", $"The connection's settings do not suffice: {what}.");
}
