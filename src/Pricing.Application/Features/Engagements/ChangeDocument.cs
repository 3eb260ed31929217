using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>Changes single members of an engagement's document: replace a number, add an entry, remove one. All changes take effect, or none.</summary>
public sealed record ChangeDocument : IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The changes, 1 to 100, in order.</summary>
    public required IReadOnlyList<DocumentChange> Changes { get; init; }
}

internal sealed class ChangeDocumentValidator : AbstractValidator<ChangeDocument>
{
    public ChangeDocumentValidator()
    {
        RuleFor(request => request.Changes).Holds(1, DocumentChanges.Most).WithMessage("changes holds 1 to 100 changes.");
        RuleForEach(request => request.Changes).NotNull().WithMessage("A change is an object.").SetValidator(new DocumentChangeValidator());
    }
}

internal sealed class ChangeDocumentHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<ChangeDocument, EngagementView>
{
    public async Task<EngagementView> Handle(ChangeDocument request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForWork(request.Id, request.ReadVersion, cancellationToken);
        var before = EngagementMark.Of(engagement);
        var clientName = await pricing.ClientName(engagement.ClientId, cancellationToken);
        var document = SalaryVeil.Changed(engagement.SentDocument, actor, request.Changes.Select(change => change.Path), document => DocumentChanges.Applied(document, request.Changes));
        engagement.Price(await pricing.Price(document, engagement.OfferTerms, engagement.PricingDate, cancellationToken), clientName);
        var now = time.GetUtcNow();
        engagement.Touch(now);
        db.Events.AddRange(engagement.Revised(before, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }
}
