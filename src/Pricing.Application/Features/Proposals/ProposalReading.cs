using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Reads proposals with their versions.</summary>
internal static class ProposalReading
{
    /// <summary>The version that was sent last, about to change; null where none was.</summary>
    public static Task<ProposalVersion?> SentLast(this PricingDb db, Guid proposalId, CancellationToken cancellationToken) =>
        db.ProposalVersions.Where(version => version.ProposalId == proposalId && version.Statement != null).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A proposal and one of its versions, to read.</summary>
    /// <exception cref="Errors.NotFoundException">There is no such proposal, or no such version of it.</exception>
    public static async Task<(ProposalRecord Proposal, ProposalVersion Version)> ReadProposal(this PricingDb db, Guid id, int? number, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) ?? throw new Errors.NotFoundException("proposal", id);
        var wanted = number ?? proposal.LatestVersion;
        var version = await db.ProposalVersions.AsNoTracking().SingleOrDefaultAsync(version => version.ProposalId == id && version.Number == wanted, cancellationToken);
        return (proposal, version ?? throw new Errors.NotFoundException("version", wanted));
    }
}
