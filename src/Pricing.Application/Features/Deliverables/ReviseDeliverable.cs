using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>A new state of a deliverable; it replaces the old one. Engagements that took the old one keep it.</summary>
public sealed record ReviseDeliverable : DeliverableTerms, IRequest<DeliverableView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseDeliverableValidator : DeliverableTermsValidator<ReviseDeliverable>;

internal sealed class ReviseDeliverableHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReviseDeliverable, DeliverableView>
{
    public async Task<DeliverableView> Handle(ReviseDeliverable request, CancellationToken cancellationToken)
    {
        var deliverable = await db.ForChange<DeliverableRecord>("deliverable", request.Id, request.ReadVersion, cancellationToken);
        deliverable.State(request);
        deliverable.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return DeliverableView.Of(deliverable);
    }
}
