using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Finds what a link opens.</summary>
internal sealed class LinkedProposals(PricingDb db, Actor actor, TimeProvider time)
{
    /// <summary>The proposal of the actor's link and the version that was sent last, about to change.</summary>
    /// <exception cref="NotFoundException">The link opens nothing: unknown, expired and revoked ones look alike.</exception>
    public async Task<(ShareLink Link, ProposalRecord Proposal, ProposalVersion Version)> Find(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var link = await db.ShareLinks.SingleOrDefaultAsync(link => link.Id == actor.KeyId && link.RevokedAt == null && link.ExpiresAt > now, cancellationToken) ?? throw new NotFoundException("link", "of this address");
        var proposal = await db.Proposals.SingleAsync(proposal => proposal.Id == link.ProposalId, cancellationToken);
        return (link, proposal, (await db.SentLast(proposal.Id, cancellationToken))!);
    }
}
