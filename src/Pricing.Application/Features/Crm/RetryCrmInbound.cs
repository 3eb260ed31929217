using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>Takes something that a CRM told for told anew, whatever became of it: the deal is read again.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Position">Its place in the order of arrival.</param>
public sealed record RetryCrmInbound(Guid ConnectionId, long Position) : IRequest<CrmInboundView>;

internal sealed class RetryCrmInboundHandler(PricingDb db, CrmSignal signal, TimeProvider time) : IRequestHandler<RetryCrmInbound, CrmInboundView>
{
    public async Task<CrmInboundView> Handle(RetryCrmInbound request, CancellationToken cancellationToken)
    {
        var told = await db.CrmInbound.SingleOrDefaultAsync(one => one.ConnectionId == request.ConnectionId && one.Position == request.Position, cancellationToken)
            ?? throw new NotFoundException("place", request.Position);
        if (!await db.CrmConnections.AnyAsync(connection => connection.Id == request.ConnectionId && connection.IsActive, cancellationToken))
            throw new ConflictException("connection-inactive", "The connection is switched off; switch it on first.");
        told.Retry(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        signal.Told.Raise();
        return CrmInboundView.Of(told);
    }
}
