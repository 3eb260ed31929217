using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Events;

/// <summary>The feed of events, in the order in which they were committed, for those who rather ask than be told.</summary>
/// <param name="Type">Only those of a type; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before; null for the beginning.</param>
public sealed record ListEvents(string? Type, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<EventPage>;

/// <summary>A page of the feed.</summary>
/// <param name="Items">The events, the same as webhooks bring.</param>
/// <param name="Next">What to send as <c>after</c> the next time; the feed has no end, so there always is one.</param>
/// <param name="HasMore">Whether more has happened already.</param>
public sealed record EventPage(IReadOnlyList<CloudEvent> Items, string Next, bool HasMore);

internal sealed class ListEventsValidator : PagedRequestValidator<ListEvents>
{
    public ListEventsValidator() =>
        RuleFor(request => request.Type).Must(type => type is null || EventTypes.All.Contains(type)).WithMessage($"type is one of {string.Join(", ", EventTypes.All)}.");
}

internal sealed class ListEventsHandler(PricingDb db) : IRequestHandler<ListEvents, EventPage>
{
    public async Task<EventPage> Handle(ListEvents request, CancellationToken cancellationToken)
    {
        var after = request.After is null ? 0 : FeedPlace.PlaceOf(request.After);
        if (request.After is not null)
            await db.RefuseGone(after, cancellationToken);
        var limit = request.Limit ?? Pages.DefaultLimit;
        var events = db.Events.AsNoTracking().Where(one => one.Sequence > after && one.OnlyFor == null);
        if (request.Type is { } type)
            events = events.Where(one => one.Type == type);

        var rows = await events.OrderBy(one => one.Sequence).Take(limit + 1).ToListAsync(cancellationToken);
        var page = rows.Take(limit).ToList();
        return new([.. page.Select(one => CloudEvent.Read(one.Body))], FeedPlace.Of(page.Count > 0 ? page[^1].Sequence : after), rows.Count > limit);
    }
}
