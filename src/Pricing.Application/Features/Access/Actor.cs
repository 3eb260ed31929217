namespace Pricing.Application.Features.Access;

/// <summary>What a user may do.</summary>
public enum UserRole
{
    /// <summary>Drafts engagements and proposals.</summary>
    AccountLead,

    /// <summary>Checks figures and keeps rate cards; sees salaries.</summary>
    Finance,

    /// <summary>Everything within the agency.</summary>
    Administrator,

    /// <summary>Reads all, writes nothing.</summary>
    Auditor,
}

/// <summary>The user behind the request, in the agency (tenant) it belongs to.</summary>
/// <param name="TenantId">The agency.</param>
/// <param name="UserId">The user.</param>
/// <param name="Role">What it may do.</param>
public sealed record Actor(Guid TenantId, Guid UserId, UserRole Role);
