using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>A new lead that starts from another engagement or a template: same work, prices of the new pricing date, no dates and no history.</summary>
public sealed record CopyEngagement : IRequest<EngagementView>
{
    /// <summary>The engagement to start from; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Name of the copy, 1 to 300 characters; leave out to keep the name.</summary>
    /// <example>Social content campaign, spring wave</example>
    public string? Name { get; init; }

    /// <summary>Client of the copy; leave out for none.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Day as of which references are resolved. Default: today.</summary>
    public DateOnly? PricingDate { get; init; }
}

internal sealed class CopyEngagementValidator : AbstractValidator<CopyEngagement>
{
    public CopyEngagementValidator() => RuleFor(copy => copy.Name).IsOptionalText(300);
}

internal sealed class CopyEngagementHandler(PricingDb db, EngagementCopies copies, Actor actor, TimeProvider time)
    : IRequestHandler<CopyEngagement, EngagementView>
{
    public async Task<EngagementView> Handle(CopyEngagement request, CancellationToken cancellationToken)
    {
        var source = await db.ReadEngagement(request.Id, cancellationToken);
        var copy = await copies.Start(source, request.Name, request.ClientId, request.PricingDate ?? time.Today(), actor, cancellationToken);
        db.Add(copy);
        db.Events.Add(copy.Event(EventTypes.EngagementCreated, actor, time.GetUtcNow()));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(copy, actor);
    }
}
