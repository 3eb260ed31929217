using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Makes a link open nothing any more, from the next request on.</summary>
/// <param name="Id">The link.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record RevokeShareLink(Guid Id, int? ReadVersion) : IRequest<ShareLinkView>;

internal sealed class RevokeShareLinkHandler(PricingDb db, TimeProvider time) : IRequestHandler<RevokeShareLink, ShareLinkView>
{
    public async Task<ShareLinkView> Handle(RevokeShareLink request, CancellationToken cancellationToken)
    {
        var link = await db.ForChange<ShareLink>("share link", request.Id, request.ReadVersion, cancellationToken);
        link.Revoke(time.GetUtcNow());
        link.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return ShareLinkView.Of(link);
    }
}
