namespace Pricing.Application.Features.Crm;

/// <summary>A kind of CRM.</summary>
public enum CrmKind
{
    /// <summary>HubSpot: deals and line items.</summary>
    Hubspot,

    /// <summary>Salesforce: opportunities and their products.</summary>
    Salesforce,

    /// <summary>Microsoft Dynamics 365 Sales: opportunities and their products.</summary>
    Dynamics,
}
