namespace Pricing.Application.Features.Access;

/// <summary>Who stands behind a request.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="UserId">The user; for an API key the one who answers for it.</param>
/// <param name="ApiKeyId">The key; null for a person.</param>
/// <param name="Role">The role.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="Sandbox">Whether it tries things out.</param>
public sealed record WhoAmIView(Guid AgencyId, Guid UserId, Guid? ApiKeyId, UserRole Role, IReadOnlyList<Right> Rights, bool Sandbox)
{
    /// <summary>What is told of an actor.</summary>
    public static WhoAmIView Of(Actor actor) =>
        new(actor.TenantId, actor.UserId, actor.KeyId, actor.Role, [.. Enum.GetValues<Right>().Where(actor.May)], actor.IsSandbox);
}
