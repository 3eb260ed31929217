using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;

namespace Pricing.Application.Features.Clients;

/// <summary>What is told of a client. Industry and notes stay inside.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version after the change.</param>
/// <param name="Name">Name.</param>
/// <param name="Country">ISO 3166 code of the country.</param>
/// <param name="Language">Language of its documents: de or en.</param>
/// <param name="Currency">ISO 4217 code of its currency.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="MergedInto">The client that stays of two, where this one was merged into it; null where it was not.</param>
public sealed record ClientFacts(Guid Id, int Version, string Name, string Country, string Language, string Currency, bool IsArchived, Guid? MergedInto);

/// <summary>The events of clients.</summary>
internal static class ClientEvents
{
    public static EventRecord Event(this Client client, string type, Actor actor, DateTimeOffset now) => EventRecord.Of(
        actor, now, type, $"/api/v1/clients/{client.Id}",
        Facts(client, client.Name));

    /// <summary>That nobody works with a client's data any more, which says no longer whose they are.</summary>
    public static EventRecord Blocked(this Client client, Actor actor, DateTimeOffset now) => EventRecord.Of(
        actor, now, EventTypes.ClientArchived, $"/api/v1/clients/{client.Id}",
        Facts(client, Client.ErasedName));

    private static ClientFacts Facts(Client client, string name) => new(client.Id, client.Version, name, client.Country, client.Language, client.Currency, client.IsArchived, client.MergedInto);
}
