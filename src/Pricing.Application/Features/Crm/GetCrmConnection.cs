using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>One connection.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetCrmConnection(Guid Id) : IRequest<CrmConnectionView>;

internal sealed class GetCrmConnectionHandler(PricingDb db) : IRequestHandler<GetCrmConnection, CrmConnectionView>
{
    public async Task<CrmConnectionView> Handle(GetCrmConnection request, CancellationToken cancellationToken)
    {
        var connection = await db.CrmConnections.AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.Id, cancellationToken);
        return CrmConnectionView.Of(connection ?? throw new NotFoundException("CRM connection", request.Id));
    }
}
