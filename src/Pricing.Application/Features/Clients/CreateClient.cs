using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>A new client.</summary>
public sealed record CreateClient : ClientTerms, IRequest<ClientView>;

internal sealed class CreateClientValidator : ClientTermsValidator<CreateClient>;

internal sealed class CreateClientHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateClient, ClientView>
{
    public async Task<ClientView> Handle(CreateClient request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var client = Record.New<Client>(actor, now);
        client.State(request);
        db.Add(client);
        db.Events.Add(client.Event(EventTypes.ClientCreated, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return ClientView.Of(client, actor);
    }
}
