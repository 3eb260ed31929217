using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>A new client.</summary>
public sealed record CreateClient : ClientTerms, IRequest<ClientView>;

internal sealed class CreateClientValidator : ClientTermsValidator<CreateClient>;

internal sealed class CreateClientHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateClient, ClientView>
{
    public async Task<ClientView> Handle(CreateClient request, CancellationToken cancellationToken)
    {
        var client = Record.New<Client>(actor, time.GetUtcNow());
        client.State(request);
        db.Add(client);
        await db.SaveChangesAsync(CancellationToken.None);
        return ClientView.Of(client, actor);
    }
}
