using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>One client.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetClient(Guid Id) : IRequest<ClientView>;

internal sealed class GetClientHandler(PricingDb db, Actor actor) : IRequestHandler<GetClient, ClientView>
{
    public async Task<ClientView> Handle(GetClient request, CancellationToken cancellationToken)
    {
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == request.Id, cancellationToken);
        return ClientView.Of(client ?? throw new NotFoundException("client", request.Id), actor);
    }
}
