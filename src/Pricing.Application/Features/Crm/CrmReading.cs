using System.Globalization;
using System.Text.Json.Nodes;
using Pricing.Application.Features.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Crm;

/// <summary>A deal as the CRM holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Our key in it; null for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The CRM's stage.</param>
/// <param name="Closed">Our stage for how it was closed; null where it is open, or where its stage says so.</param>
/// <param name="CompanyId">The CRM's id of the company; null for none.</param>
/// <param name="CloseDate">Day on which it closes, where the account is; null for none.</param>
/// <param name="Probability">How likely it is won, a fraction; null where nothing is said.</param>
/// <param name="Amount">What the CRM takes it to be worth; null where nothing is said.</param>
/// <param name="Currency">Its currency; null where none is said, or none that there is.</param>
internal sealed record CrmDealSeen(
    string Id, string? Key, string? Name, string? Stage, EngagementStage? Closed, string? CompanyId, DateOnly? CloseDate, decimal? Probability, decimal? Amount, string? Currency);

/// <summary>A company as the CRM holds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country, as somebody wrote it; null for none.</param>
internal sealed record CrmCompany(string Name, string? Country);

/// <summary>A page of deals that were changed.</summary>
/// <param name="Deals">Their ids, and when.</param>
/// <param name="Next">How the list goes on; null where it ends.</param>
internal sealed record CrmChanges(IReadOnlyList<(string Id, DateTimeOffset At)> Deals, string? Next);

/// <summary>Reads deals and companies.</summary>
internal static class CrmReading
{
    /// <summary>A deal.</summary>
    /// <param name="session">The account.</param>
    /// <param name="mapping">How the CRM calls things.</param>
    /// <param name="settings">What the account calls things.</param>
    /// <param name="agencyZone">Time zone of the days of an account that names none.</param>
    /// <param name="id">The CRM's id of the deal.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<CrmDealSeen> Deal(CrmSession session, CrmMapping mapping, CrmSettings settings, TimeZoneInfo agencyZone, string id, CancellationToken cancellationToken)
    {
        var answer = await session.Send(
            mapping.Kind switch
            {
                CrmKind.Hubspot => HubSpotRequests.ReadDeal(mapping, id),
                CrmKind.Salesforce => SalesforceRequests.ReadDeal(mapping, id, settings),
                _ => DynamicsRequests.ReadDeal(mapping, id),
            },
            cancellationToken);
        var fields = mapping.Kind == CrmKind.Hubspot ? answer?["properties"] : answer;
        var company = mapping.Kind switch
        {
            CrmKind.Hubspot => (answer?["associations"]?["companies"]?["results"] as JsonArray)?.FirstOrDefault()?["id"]?.ToString(),
            CrmKind.Salesforce => (string?)answer?["AccountId"],
            _ => (string?)answer?["_parentaccountid_value"],
        };
        var closed = mapping.Closings is null ? null : mapping.ClosingIn((int?)answer?["statecode"])?.Ours;
        return new(
            id, (string?)fields?[mapping[CrmMember.DealKey]], (string?)fields?[mapping[CrmMember.DealName]], (string?)fields?[mapping[CrmMember.DealStage]], closed, company,
            DayOf(fields?[mapping[CrmMember.DealCloseDate]], settings.Zone ?? agencyZone), ProbabilityOf(mapping, fields), NumberOf(fields?[mapping[CrmMember.DealAmount]]), CurrencyOf(mapping, settings, fields));
    }

    // A time is of the day that it is in the account's zone; a mere day is that day.
    private static DateOnly? DayOf(JsonNode? field, TimeZoneInfo zone)
    {
        var text = field?.ToString();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null;
    }

    private static decimal? ProbabilityOf(CrmMapping mapping, JsonNode? fields)
    {
        var probability = NumberOf(fields?[mapping[CrmMember.DealProbability]]) / (mapping.Kind == CrmKind.Hubspot ? 1 : 100);
        return probability is >= 0 and <= 1 ? probability : null;
    }

    private static decimal? NumberOf(JsonNode? field) => decimal.TryParse(field?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? CurrencyOf(CrmMapping mapping, CrmSettings settings, JsonNode? fields)
    {
        var code = mapping.Kind switch
        {
            CrmKind.Dynamics => settings.CurrencyIds.FirstOrDefault(known => string.Equals(known.Value, fields?["_transactioncurrencyid_value"]?.ToString(), StringComparison.OrdinalIgnoreCase)).Key,
            _ => fields?[mapping[CrmMember.DealCurrency]]?.ToString(),
        };
        return code is not null && Currency.Find(code) is { IsMoney: true } ? code : settings.OwnCurrency;
    }

    /// <summary>Deals that were changed at a moment or later, the earliest first.</summary>
    public static async Task<CrmChanges> Changes(CrmSession session, CrmMapping mapping, DateTimeOffset since, string? next, CancellationToken cancellationToken)
    {
        var answer = await session.Send(
            mapping.Kind switch
            {
                CrmKind.Hubspot => HubSpotRequests.Changed(mapping, since, next),
                CrmKind.Salesforce => SalesforceRequests.Changed(mapping, since, next),
                _ => DynamicsRequests.Changed(mapping, since, next),
            },
            cancellationToken);
        var (list, id, further) = mapping.Kind switch
        {
            CrmKind.Hubspot => ("results", "id", answer?["paging"]?["next"]?["after"]?.ToString()),
            CrmKind.Salesforce => ("records", "Id", session.PathOf((string?)answer?["nextRecordsUrl"])),
            _ => ("value", "opportunityid", session.PathOf((string?)answer?["@odata.nextLink"])),
        };
        var deals = (answer?[list] as JsonArray ?? []).OfType<JsonNode>().Select(deal => (deal[id]!.ToString(), ChangedAt(mapping, deal))).ToList();
        return new(deals, deals.Count == 0 ? null : further);
    }

    private static DateTimeOffset ChangedAt(CrmMapping mapping, JsonNode deal)
    {
        var text = (string?)(mapping.Kind == CrmKind.Hubspot ? deal["properties"] : deal)?[mapping[CrmMember.DealChangedAt]];
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new CrmRefusal(200, "The CRM's answer does not say when a deal was changed.", isTransient: false);
    }

    /// <summary>A company; null where it has no name.</summary>
    public static async Task<CrmCompany?> Company(CrmSession session, CrmMapping mapping, string id, CancellationToken cancellationToken)
    {
        var (name, country) = mapping.Kind switch
        {
            CrmKind.Hubspot => Named((await session.Send(HubSpotRequests.ReadCompany(mapping, id), cancellationToken))?["properties"], "name", "country"),
            CrmKind.Salesforce => Named(await session.Send(SalesforceRequests.ReadCompany(mapping, id), cancellationToken), "Name", "BillingCountry"),
            _ => Named(await session.Send(DynamicsRequests.ReadCompany(mapping, id), cancellationToken), "name", "address1_country"),
        };
        return name is null ? null : new(name, country);

        static (string? Name, string? Country) Named(JsonNode? fields, string name, string country) => ((string?)fields?[name], (string?)fields?[country]);
    }

    public static CrmRequest Mark(CrmMapping mapping, string dealId, string key) => mapping.Kind switch
    {
        CrmKind.Hubspot => HubSpotRequests.Mark(mapping, dealId, key),
        CrmKind.Salesforce => SalesforceRequests.Mark(mapping, dealId, key),
        _ => DynamicsRequests.Mark(mapping, dealId, key),
    };
}
