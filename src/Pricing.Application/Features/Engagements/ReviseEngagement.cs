using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>A new statement of an engagement; it replaces the old one and is resolved anew as of its pricing date.</summary>
public sealed record ReviseEngagement : EngagementTerms, IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseEngagementValidator : DeskTermsValidator<ReviseEngagement>;

internal sealed class ReviseEngagementHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<ReviseEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(ReviseEngagement request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForWork(request.Id, request.ReadVersion, cancellationToken);
        var before = EngagementMark.Of(engagement);
        var former = engagement.ClientId;
        var client = await pricing.ClientOf(request.ClientId, former, cancellationToken);
        var priced = await pricing.Price(SalaryVeil.Restored(request.Document, engagement.SentDocument, actor), request.Offer, request.PricingDate ?? engagement.PricingDate, cancellationToken);

        engagement.State(request, priced, client?.Name);
        var now = time.GetUtcNow();
        engagement.Touch(now);
        await db.GoToClient(engagement, former, client, now, cancellationToken);
        db.Events.AddRange(engagement.Revised(before, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
