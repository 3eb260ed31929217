using System.Globalization;
using System.Text.Json.Nodes;
using Pricing.Application.Errors;
using Pricing.Application.Features.Engagements;

namespace Pricing.Application.Features.Crm;

/// <summary>The calls of Dynamics 365 Sales: each row by its alternate key, which creates it or updates it.</summary>
internal static class DynamicsRequests
{
    /// <exception cref="UnprocessableException">The settings lack the currency.</exception>
    public static CrmRequest Deal(CrmMapping mapping, CrmDeal deal, CrmSettings settings)
    {
        var currency = settings.CurrencyIds.GetValueOrDefault(deal.Currency.Code) ?? throw CrmSetting.Missing($"currencyIds names no transaction currency for {deal.Currency.Code}");
        var body = new JsonObject
        {
            [mapping[CrmMember.DealName]] = mapping.Fit(CrmMember.DealName, deal.Name),
            [mapping[CrmMember.DealAmount]] = deal.Amount,
            ["isrevenuesystemcalculated"] = false,
            [mapping[CrmMember.DealCurrency]] = $"/transactioncurrencies({currency})",
            [mapping[CrmMember.DealCloseDate]] = deal.CloseDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [mapping[CrmMember.DealOption]] = mapping.Fit(CrmMember.DealOption, deal.Option),
        };
        if (settings.Theirs(deal.Stage) is { } stage)
            body[mapping[CrmMember.DealStage]] = mapping.Fit(CrmMember.DealStage, stage);
        return new(HttpMethod.Patch, $"{mapping.BasePath}/{DealPlace(mapping, deal)}", body);
    }

    /// <summary>Lines that are written in: a catalogue would price them anew later.</summary>
    public static IEnumerable<CrmRequest> Lines(CrmMapping mapping, CrmDeal deal) => deal.Lines.Select(line => new CrmRequest(
        HttpMethod.Patch, $"{mapping.BasePath}/opportunityproducts({mapping[CrmMember.LineKey]}='{line.Key}')", new JsonObject
        {
            [mapping[CrmMember.LineName]] = mapping.Fit(CrmMember.LineName, line.Name),
            ["isproductoverridden"] = true,
            [mapping[CrmMember.LineQuantity]] = 1,
            [mapping[CrmMember.LineUnitPrice]] = line.Amount,
            [mapping[CrmMember.LinePosition]] = line.Position,
            ["opportunityid@odata.bind"] = $"/{DealPlace(mapping, deal)}",
        }));

    public static CrmRequest LinesOf(CrmMapping mapping, string dealId) => new(
        HttpMethod.Get, $"{mapping.BasePath}/opportunityproducts?$select=opportunityproductid,{mapping[CrmMember.LineKey]}&$filter=" + Uri.EscapeDataString($"_opportunityid_value eq {dealId}"));

    public static CrmRequest RemoveLine(CrmMapping mapping, string lineId) => new(HttpMethod.Delete, $"{mapping.BasePath}/opportunityproducts({lineId})");

    /// <summary>Reads whether a deal is closed, and with what amount.</summary>
    public static CrmRequest ReadState(CrmMapping mapping, CrmDeal deal) => new(HttpMethod.Get, $"{mapping.BasePath}/{DealPlace(mapping, deal)}?$select=opportunityid,statecode,{mapping[CrmMember.DealAmount]}");

    /// <summary>Closes a deal, which is read-only from then on.</summary>
    public static CrmRequest Close(CrmMapping mapping, CrmDeal deal, string dealId, CrmClosing closing)
    {
        var note = new JsonObject { ["subject"] = mapping.Fit(CrmMember.DealOption, deal.Option), ["opportunityid@odata.bind"] = $"/opportunities({dealId})" };
        if (closing.Ours == EngagementStage.Won)
            note["actualrevenue"] = deal.Amount;
        return new(HttpMethod.Post, $"{mapping.BasePath}/{closing.Action}", new JsonObject { ["Status"] = closing.Status, ["OpportunityClose"] = note });
    }

    public static CrmRequest ReadDeal(CrmMapping mapping, string dealId) => new(
        HttpMethod.Get, $"{mapping.BasePath}/opportunities({dealId})?$select={mapping.Read()},statecode,_parentaccountid_value,_transactioncurrencyid_value");

    /// <summary>Opportunities that were changed at a moment or later, the earliest first; the CRM says how the list goes on.</summary>
    public static CrmRequest Changed(CrmMapping mapping, DateTimeOffset since, string? next)
    {
        var changedAt = mapping[CrmMember.DealChangedAt];
        var filter = string.Create(CultureInfo.InvariantCulture, $"{changedAt} ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}");
        return new(HttpMethod.Get, next ?? $"{mapping.BasePath}/opportunities?$select=opportunityid,{changedAt}&$filter={Uri.EscapeDataString(filter)}&$orderby={changedAt}");
    }

    public static CrmRequest ReadCompany(CrmMapping mapping, string companyId) => new(HttpMethod.Get, $"{mapping.BasePath}/accounts({companyId})?$select=name,address1_country");

    /// <summary>Writes our key into an opportunity that was made in the CRM, so that a push finds it.</summary>
    public static CrmRequest Mark(CrmMapping mapping, string dealId, string key) =>
        new(HttpMethod.Patch, $"{mapping.BasePath}/opportunities({dealId})", new JsonObject { [mapping[CrmMember.DealKey]] = key });

    private static string DealPlace(CrmMapping mapping, CrmDeal deal) => $"opportunities({mapping[CrmMember.DealKey]}='{deal.Key}')";
}
