using Pricing.Application.Contract;
using Pricing.Application.Features.Engagements;

namespace Pricing.Application.Features.Crm;

/// <summary>What a CRM calls things in one account; nothing of it is secret.</summary>
public sealed record CrmSettings
{
    /// <summary>HubSpot: internal id of the pipeline; leave out for the account's first.</summary>
    /// <example>default</example>
    public string? Pipeline { get; init; }

    /// <summary>The CRM's stage for each of ours (lead, qualified, proposal, negotiation, won, lost): HubSpot's internal id, Salesforce's StageName, the step's name in Dynamics. Two of ours may share one.</summary>
    public IReadOnlyDictionary<string, string> Stages { get; init; } = new Dictionary<string, string>();

    /// <summary>The CRM's id by ISO 4217 code. Salesforce: the price book entry of that currency for agency services. Dynamics: the transaction currency.</summary>
    public IReadOnlyDictionary<string, string> CurrencyIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Salesforce: id of the price book that holds the entries.</summary>
    public string? PriceBook { get; init; }

    /// <summary>Salesforce: whether the organisation has several currencies. Default false: then its own is the only one, and nothing else is sent.</summary>
    public bool SeveralCurrencies { get; init; }

    /// <summary>Salesforce without several currencies: the organisation's own currency.</summary>
    /// <example>EUR</example>
    public string? OwnCurrency { get; init; }

    /// <summary>Dynamics: where tokens are fetched, https. Salesforce takes the connection's address.</summary>
    public string? TokenAddress { get; init; }

    /// <summary>Code of the system under which the account's deals and companies are external ids here. Leave out for the CRM's name; several accounts of one CRM take different ones.</summary>
    /// <example>hubspot</example>
    public string? System { get; init; }

    /// <summary>HubSpot: IANA time zone of the portal, in which its days begin and end. Leave out for the agency's when a close date is read, and for UTC when one is sent.</summary>
    /// <example>Europe/Berlin</example>
    public string? TimeZone { get; init; }

    /// <summary>The engagement that deals from the CRM start from, one that is marked as template; leave out to take none in.</summary>
    public Guid? TemplateId { get; init; }

    internal TimeZoneInfo? Zone => TimeZone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The CRM's stage for one of ours; null where none is named.</summary>
    internal string? Theirs(EngagementStage stage) => Stages.GetValueOrDefault(EnumCode.Of(stage));

    /// <summary>Our stage for one of the CRM's, the first that names it; null where none does.</summary>
    internal EngagementStage? Ours(string? stage) => Enum.GetValues<EngagementStage>().Where(ours => stage is not null && Theirs(ours) == stage).Select(ours => (EngagementStage?)ours).FirstOrDefault();

    internal static bool IsStage(string code) => Enum.GetValues<EngagementStage>().Any(stage => EnumCode.Of(stage) == code);
}
