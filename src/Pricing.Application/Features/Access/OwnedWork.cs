using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Something that a person owns.</summary>
/// <param name="Kind">What it is: client, engagement, scenario and so on.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
public sealed record OwnedItem(string Kind, Guid Id, string Name);

/// <summary>What people own, and how it changes hands.</summary>
internal static class OwnedWork
{
    /// <summary>What a person owns and works with: everything but what is archived.</summary>
    public static async Task<IReadOnlyList<(Record Record, OwnedItem Item)>> OwnedBy(this PricingDb db, Guid userId, CancellationToken cancellationToken)
    {
        var owned = new List<(Record, OwnedItem)>();
        await Add(db.Clients.Where(client => !client.IsArchived), "client", client => client.Name);
        await Add(db.Engagements.Where(engagement => !engagement.IsArchived), "engagement", engagement => engagement.Name);
        await Add(db.Scenarios.Where(scenario => !scenario.IsArchived), "scenario", scenario => scenario.Name);
        await Add(db.Proposals, "proposal", proposal => $"{proposal.Number} {proposal.Title}");
        await Add(db.LegalEntities.Where(entity => !entity.IsArchived), "legalEntity", entity => entity.Name);
        await Add(db.ApprovalRules, "approvalRules", _ => "Approval rules");
        await Add(db.Deliverables.Where(deliverable => !deliverable.IsArchived), "deliverable", deliverable => deliverable.Name);
        await Add(db.RateCards, "rateCard", card => card.Code);
        await Add(db.EffortProfiles, "effortProfile", profile => profile.Code);
        await Add(db.PriceBook, "price", price => price.Code);
        await Add(db.ExchangeRates, "exchangeRate", rate => $"{rate.Currency}/{rate.PricedIn}");
        await Add(db.DriftLimits, "driftLimits", _ => "Price-drift limits");
        await Add(db.WebhookEndpoints.Where(endpoint => !endpoint.IsArchived), "webhookEndpoint", endpoint => endpoint.Address);
        await Add(db.CrmConnections.Where(connection => !connection.IsArchived), "crmConnection", connection => connection.Name);
        return owned;

        async Task Add<T>(IQueryable<T> records, string kind, Func<T, string> name)
            where T : Record
        {
            foreach (var record in await records.Where(record => record.OwnerId == userId).OrderBy(record => record.Id).ToListAsync(cancellationToken))
                owned.Add((record, new(kind, record.Id, name(record))));
        }
    }

    /// <summary>Who takes over.</summary>
    /// <exception cref="InvalidRequestException">There is no such active user, or it is the one who hands over.</exception>
    public static async Task<User> Successor(this PricingDb db, Guid successorId, Guid leavingId, CancellationToken cancellationToken) =>
        (successorId == leavingId ? null : await db.Users.SingleOrDefaultAsync(user => user.Id == successorId && user.DeactivatedAt == null, cancellationToken))
        ?? throw new InvalidRequestException([new("/successorId", "The successor is another active user of the agency.")]);
}
