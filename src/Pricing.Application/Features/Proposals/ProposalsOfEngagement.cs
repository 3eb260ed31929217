using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

internal static class ProposalsOfEngagement
{
    /// <summary>Lets an engagement, which names another client by now, go to that one with its proposals; the caller saves.</summary>
    /// <exception cref="ConflictException">What was sent to the former client would go to one who never had it, or data that must stay where they are would leave.</exception>
    public static async Task GoToClient(this PricingDb db, EngagementRecord engagement, Guid? former, Client? client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (engagement.ClientId == former)
            return;
        if (former is not null && await db.PersonalDataCases.AnyAsync(subject => subject.SubjectId == former && (subject.RequestedAt != null || subject.Hold != null), cancellationToken))
            throw Stays("The data of its client are held, or only kept because the law wants it.");
        if (await db.Proposals.Where(proposal => proposal.EngagementId == engagement.Id && proposal.ClientId != null && proposal.ClientId != engagement.ClientId)
            .Where(proposal => db.ProposalVersions.Any(version => version.ProposalId == proposal.Id && version.SentAt != null))
            .OrderBy(proposal => proposal.Number).Select(proposal => proposal.Number).FirstOrDefaultAsync(cancellationToken) is { } sent)
        {
            throw Stays($"Its client was sent {sent}.");
        }

        await db.TakeProposalsAlong(engagement, proposal => proposal.GoTo(client), now, cancellationToken);

        static ConflictException Stays(string why) => new("client-stays", $"{why} Copy the engagement for another client; where two clients are one, merge them.");
    }

    /// <summary>Lets the proposals of an engagement go to the client that the engagement has now; the caller saves.</summary>
    /// <returns>Those that had another one.</returns>
    public static async Task<IReadOnlyList<ProposalRecord>> TakeProposalsAlong(this PricingDb db, EngagementRecord engagement, Action<ProposalRecord> go, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var behind = await db.Proposals.Where(proposal => proposal.EngagementId == engagement.Id && proposal.ClientId != engagement.ClientId).OrderBy(proposal => proposal.Id).ToListAsync(cancellationToken);
        foreach (var proposal in behind)
        {
            go(proposal);
            proposal.Touch(now);
        }

        return behind;
    }
}
