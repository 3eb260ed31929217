using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>With which clients the agency still works.</summary>
internal static class ClientsInUse
{
    private const string OnlyKept = "The client's data are erased, or only kept because the law wants it. Nobody works with them.";

    /// <summary>Refuses a client that is another one by now, or with whose data nobody works any more.</summary>
    /// <exception cref="ConflictException">The client was merged into another, or its data are erased or only kept.</exception>
    public static async Task RequireInUse(this PricingDb db, Client client, CancellationToken cancellationToken)
    {
        if (await db.WhyOutOfUse(client, cancellationToken) is { } why)
            throw OutOfUse(why);
    }

    /// <summary>Refuses work for a client with whose data nobody works any more; an archived one may have it, and so may nobody in particular.</summary>
    /// <inheritdoc cref="RequireInUse(PricingDb, Client, CancellationToken)" path="/exception"/>
    public static async Task RequireInUse(this PricingDb db, Guid? clientId, CancellationToken cancellationToken)
    {
        if (await db.WhyOutOfUse(clientId, cancellationToken) is { } why)
            throw OutOfUse(why);
    }

    /// <summary>Refuses what is about to give an engagement or a letter to a client who asked to be forgotten since its maker looked; nobody else writes any more.</summary>
    /// <inheritdoc cref="RequireInUse(PricingDb, Client, CancellationToken)" path="/exception"/>
    public static async Task RequireStillInUse(this PricingDb db, IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        var given = RecordsWith("/clientId").OfType<EngagementRecord>().Select(engagement => engagement.ClientId).OfType<Guid>().ToList();
        var sent = RecordsWith("/sentAt").OfType<ProposalVersion>().Select(version => version.ProposalId).ToList();
        if (given.Count == 0 && sent.Count == 0)
            return;
        if (await db.PersonalDataCases.AnyAsync(subject => subject.RequestedAt != null
            && (given.Contains(subject.SubjectId) || db.Proposals.Any(proposal => sent.Contains(proposal.Id) && proposal.ClientId == subject.SubjectId)), cancellationToken))
        {
            throw OutOfUse(OnlyKept);
        }

        IEnumerable<Record> RecordsWith(string place) => changes.Where(change => change.Changes.Any(one => one.Path == place)).Select(change => change.Record);
    }

    /// <summary>Whether nobody works with a client's data any more; an archived one is in use.</summary>
    public static async Task<bool> IsOutOfUse(this PricingDb db, Guid? clientId, CancellationToken cancellationToken) => await db.WhyOutOfUse(clientId, cancellationToken) is not null;

    /// <summary>Why the agency no longer works with a client; null where it does, be it archived or not.</summary>
    public static async Task<string?> WhyOutOfUse(this PricingDb db, Client client, CancellationToken cancellationToken)
    {
        if (client.MergedInto is { } other)
            return $"The client was merged into {other}. Name that one.";
        return await db.PersonalDataCases.AnyAsync(subject => subject.SubjectId == client.Id && subject.RequestedAt != null, cancellationToken)
            ? OnlyKept
            : null;
    }

    private static async Task<string?> WhyOutOfUse(this PricingDb db, Guid? clientId, CancellationToken cancellationToken) =>
        clientId is not null && await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == clientId, cancellationToken) is { } client
            ? await db.WhyOutOfUse(client, cancellationToken)
            : null;

    public static ConflictException OutOfUse(string why) => new("client-out-of-use", why);
}
