using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>One link.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetShareLink(Guid Id) : IRequest<ShareLinkView>;

/// <summary>A link as it is read; its token is shown once, when it is made.</summary>
/// <param name="Id">Id.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="ExpiresAt">When it stops opening anything, UTC.</param>
/// <param name="RevokedAt">When it was revoked; null while it opens.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record ShareLinkView(Guid Id, Guid ProposalId, string Name, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, Guid OwnerId, int Version, DateTimeOffset CreatedAt) : IVersioned
{
    internal static ShareLinkView Of(ShareLink link) => new(link.Id, link.ProposalId, link.Name, link.ExpiresAt, link.RevokedAt, link.OwnerId, link.Version, link.CreatedAt);
}

internal sealed class GetShareLinkHandler(PricingDb db) : IRequestHandler<GetShareLink, ShareLinkView>
{
    public async Task<ShareLinkView> Handle(GetShareLink request, CancellationToken cancellationToken) => ShareLinkView.Of(
        await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == request.Id, cancellationToken) ?? throw new NotFoundException("share link", request.Id));
}
