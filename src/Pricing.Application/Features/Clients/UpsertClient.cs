using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>A client under the id that another system gave it: created where there is none, else replaced.</summary>
public sealed record UpsertClient : ClientTerms, IUpsert<ClientView>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string System { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public string ExternalId { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public UpsertCondition Condition { get; init; } = UpsertCondition.None;
}

internal sealed class UpsertClientValidator : ClientTermsValidator<UpsertClient>
{
    public UpsertClientValidator() => this.RuleForPlace<UpsertClient, ClientView>();
}

internal sealed class UpsertClientHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<UpsertClient, Upserted<ClientView>>
{
    public async Task<Upserted<ClientView>> Handle(UpsertClient request, CancellationToken cancellationToken)
    {
        var known = await db.ForUpsert<Client>(request.System, request.ExternalId, request.Condition, cancellationToken);
        if (known is not null)
            await db.RequireInUse(known, cancellationToken);
        var client = known ?? Record.New<Client>(actor, time.GetUtcNow());
        client.State(actor.May(Right.ReadFigures) ? request : request with { InternalNotes = client.InternalNotes });   // as when it is revised
        if (known is null)
        {
            client.KnowAs([new(request.System, request.ExternalId)]);
            db.Add(client);
            db.Events.Add(client.Event(EventTypes.ClientCreated, actor, time.GetUtcNow()));
        }
        else if (!db.LeavesAsItIs(known))
        {
            client.Touch(time.GetUtcNow());
            db.Events.Add(client.Event(EventTypes.ClientRevised, actor, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return new(ClientView.Of(client, actor), known is null);
    }
}
