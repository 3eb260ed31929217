namespace Pricing.Application.Features.Access;

/// <summary>Who stands behind a request, in the agency (tenant) it belongs to.</summary>
/// <param name="TenantId">The agency.</param>
/// <param name="UserId">The user; for an API key the one who answers for it.</param>
/// <param name="Role">What it may do.</param>
public sealed record Actor(Guid TenantId, Guid UserId, UserRole Role)
{
    /// <summary>Nobody: sees no agency and may do nothing.</summary>
    public static readonly Actor Nobody = new(Guid.Empty, Guid.Empty, UserRole.Auditor) { Scopes = new HashSet<Right>() };

    /// <summary>The API key that was used, or the link of a client; null for a person.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>What the API key is narrowed to; null for all that the role may do.</summary>
    public IReadOnlySet<Right>? Scopes { get; init; }

    /// <summary>Whether it tries things out: its documents are marked, and its events stay inside.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Whether it may do something.</summary>
    public bool May(Right right) => Rights.Of(Role).Contains(right) && Scopes?.Contains(right) != false;
}

/// <summary>Carries the actor of a unit of work: set once by whoever has found out who it is, before anything else asks.</summary>
public sealed class ActingAs
{
    /// <summary>The actor; nobody until somebody is known.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;
}
