using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>The client that another system knows under an id.</summary>
/// <param name="System">Code of the system.</param>
/// <param name="ExternalId">The id there.</param>
public sealed record GetClientByExternalId(string System, string ExternalId) : IRequest<ClientView>;

internal sealed class GetClientByExternalIdHandler(PricingDb db, Actor actor) : IRequestHandler<GetClientByExternalId, ClientView>
{
    public async Task<ClientView> Handle(GetClientByExternalId request, CancellationToken cancellationToken)
    {
        var client = await db.Clients.AsNoTracking().KnownAs(request.System, request.ExternalId).SingleOrDefaultAsync(cancellationToken);
        return ClientView.Of(client ?? throw new NotFoundException("client known as", $"{request.System}/{request.ExternalId}"), actor);
    }
}
