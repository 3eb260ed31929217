using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>Takes a connection out of the list; nothing is sent or taken in any more. What it has sent stays readable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record ArchiveCrmConnection(Guid Id, int? ReadVersion) : IRequest<CrmConnectionView>;

internal sealed class ArchiveCrmConnectionHandler(PricingDb db, TimeProvider time) : IRequestHandler<ArchiveCrmConnection, CrmConnectionView>
{
    public async Task<CrmConnectionView> Handle(ArchiveCrmConnection request, CancellationToken cancellationToken)
    {
        var connection = await db.ForChange<CrmConnection>("CRM connection", request.Id, request.ReadVersion, cancellationToken);
        connection.Archive();
        connection.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return CrmConnectionView.Of(connection);
    }
}
