using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>What a CRM told, in the order of arrival, and what became of it.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="State">Only what is in a state; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListCrmInbound(Guid ConnectionId, CrmInboundState? State, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<CrmInboundView>>;

/// <summary>Something that a CRM told of a deal. What it said is not shown: the deal is read from the CRM.</summary>
/// <param name="Position">Place in the order of arrival.</param>
/// <param name="DealId">The CRM's id of the deal.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="LastError">Why the last attempt failed; null where it did not.</param>
/// <param name="NextAttemptAt">When it is attempted next at the earliest, UTC; null where it has ended.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
public sealed record CrmInboundView(long Position, string DealId, CrmInboundState State, int Attempts, string? LastError, DateTimeOffset? NextAttemptAt, DateTimeOffset ReceivedAt)
{
    internal static CrmInboundView Of(CrmInbound told) => new(
        told.Position, told.DealId, told.State, told.Attempts, told.LastError, told.State == CrmInboundState.Waiting ? told.DueAt : null, told.ReceivedAt);
}

internal sealed class ListCrmInboundValidator : PagedRequestValidator<ListCrmInbound>;

internal sealed class ListCrmInboundHandler(PricingDb db) : IRequestHandler<ListCrmInbound, Page<CrmInboundView>>
{
    public async Task<Page<CrmInboundView>> Handle(ListCrmInbound request, CancellationToken cancellationToken)
    {
        if (!await db.CrmConnections.AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
            throw new NotFoundException("CRM connection", request.ConnectionId);
        var (after, limit) = (request.After is null ? 0 : FeedPlace.PlaceOf(request.After), request.Limit ?? Pages.DefaultLimit);
        var told = db.CrmInbound.AsNoTracking().Where(one => one.ConnectionId == request.ConnectionId && one.Position > after);
        if (request.State is { } state)
            told = told.Where(one => one.State == state);
        var rows = await told.OrderBy(one => one.Position).Take(limit + 1).ToListAsync(cancellationToken);
        return new([.. rows.Take(limit).Select(CrmInboundView.Of)], rows.Count > limit ? FeedPlace.Of(rows[limit - 1].Position) : null);
    }
}
