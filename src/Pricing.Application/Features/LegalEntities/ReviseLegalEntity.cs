using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>New details of a company; they replace the old ones. Proposals that were sent keep theirs.</summary>
public sealed record ReviseLegalEntity : LegalEntityTerms, IRequest<LegalEntityView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

/// <summary>Takes a company out of use; its proposals stay.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveLegalEntity(Guid Id, int? ReadVersion) : IRequest<LegalEntityView>;

internal sealed class ReviseLegalEntityValidator : LegalEntityTermsValidator<ReviseLegalEntity>;

internal sealed class ReviseLegalEntityHandler(PricingDb db, TimeProvider time)
    : IRequestHandler<ReviseLegalEntity, LegalEntityView>, IRequestHandler<ArchiveLegalEntity, LegalEntityView>
{
    public Task<LegalEntityView> Handle(ReviseLegalEntity request, CancellationToken cancellationToken) =>
        Change(request.Id, request.ReadVersion, entity => entity.State(request), cancellationToken);

    public Task<LegalEntityView> Handle(ArchiveLegalEntity request, CancellationToken cancellationToken) =>
        Change(request.Id, request.ReadVersion, entity => entity.Archive(), cancellationToken);

    private async Task<LegalEntityView> Change(Guid id, int? readVersion, Action<LegalEntityRecord> change, CancellationToken cancellationToken)
    {
        var entity = await db.ForChange<LegalEntityRecord>("legal entity", id, readVersion, cancellationToken);
        change(entity);
        entity.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return LegalEntityView.Of(entity);
    }
}
