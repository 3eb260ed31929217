using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

internal static class ProposalsOfEngagement
{
    /// <summary>Gives the proposals of an engagement to the client that the engagement has now; the caller saves.</summary>
    /// <returns>Those that had another one.</returns>
    public static async Task<IReadOnlyList<ProposalRecord>> TakeProposalsAlong(this PricingDb db, EngagementRecord engagement, Client? client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var behind = await db.Proposals.Where(proposal => proposal.EngagementId == engagement.Id && proposal.ClientId != engagement.ClientId).OrderBy(proposal => proposal.Id).ToListAsync(cancellationToken);
        foreach (var proposal in behind)
        {
            proposal.MoveTo(client);
            proposal.Touch(now);
        }

        return behind;
    }
}
