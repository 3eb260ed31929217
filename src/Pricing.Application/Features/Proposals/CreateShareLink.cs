using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Another link to a proposal that was sent. It is shown this once.</summary>
public sealed record CreateShareLink : IRequest<OpenedShareLink>
{
    /// <summary>The proposal; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>For whom it is, 1 to 300 characters.</summary>
    /// <example>Purchasing, Beispielmarke</example>
    public required string Name { get; init; }

    /// <summary>When it stops opening anything, at most a year from now; leave out for 90 days after the proposal's last day.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>One link.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetShareLink(Guid Id) : IRequest<ShareLinkView>;

/// <summary>The links of a proposal, in the order of creation.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListShareLinks(Guid Id, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ShareLinkView>>;

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

/// <summary>A new link with its address.</summary>
/// <param name="Id">Id.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="Address">The address to give to the client, shown this once. It is a path where the service has no public address.</param>
/// <param name="ExpiresAt">When it stops opening anything, UTC.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
public sealed record OpenedShareLink(Guid Id, Guid ProposalId, string Name, string Address, DateTimeOffset ExpiresAt, int Version) : IVersioned
{
    internal static OpenedShareLink Of(ShareLink link, string token, string publicAddress) =>
        new(link.Id, link.ProposalId, link.Name, $"{publicAddress}/p/{token}", link.ExpiresAt, link.Version);
}

internal sealed class CreateShareLinkValidator : AbstractValidator<CreateShareLink>
{
    public CreateShareLinkValidator(TimeProvider time)
    {
        RuleFor(link => link.Name).IsText(300);
        RuleFor(link => link.ExpiresAt).Must(at => at is null || (at > time.GetUtcNow() && at < time.GetUtcNow().AddDays(366))).WithMessage("expiresAt lies in the future, at most a year from now.");
    }
}

internal sealed class ListShareLinksValidator : PagedRequestValidator<ListShareLinks>;

internal sealed class ShareLinksHandler(PricingDb db, Pages pages, ProposalViews views, Actor actor, TimeProvider time)
    : IRequestHandler<CreateShareLink, OpenedShareLink>, IRequestHandler<GetShareLink, ShareLinkView>, IRequestHandler<ListShareLinks, Page<ShareLinkView>>
{
    public async Task<OpenedShareLink> Handle(CreateShareLink request, CancellationToken cancellationToken)
    {
        var sent = await db.ProposalVersions.AsNoTracking().Where(version => version.ProposalId == request.Id && version.ExpiresAt != null).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
        if (sent is null)
        {
            throw await db.Proposals.AnyAsync(proposal => proposal.Id == request.Id, cancellationToken)
                ? new ConflictException("step-not-allowed", "A link shows what was sent, and nothing has been sent yet. Send the proposal; the answer holds a link.")
                : new NotFoundException("proposal", request.Id);
        }

        var link = Record.New<ShareLink>(actor, time.GetUtcNow());
        var token = link.Open(request.Id, request.Name, request.ExpiresAt ?? sent.ExpiresAt!.Value.AddDays(ShareLink.DaysAfterExpiry));
        db.Add(link);
        await db.SaveChangesAsync(CancellationToken.None);
        return OpenedShareLink.Of(link, token, views.PublicAddress);
    }

    public async Task<ShareLinkView> Handle(GetShareLink request, CancellationToken cancellationToken) => ShareLinkView.Of(
        await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == request.Id, cancellationToken) ?? throw new NotFoundException("share link", request.Id));

    public async Task<Page<ShareLinkView>> Handle(ListShareLinks request, CancellationToken cancellationToken)
    {
        if (!await db.Proposals.AnyAsync(proposal => proposal.Id == request.Id, cancellationToken))
            throw new NotFoundException("proposal", request.Id);
        return await pages.Of(db.ShareLinks.Where(link => link.ProposalId == request.Id), request, ShareLinkView.Of, link => link.Name, cancellationToken);
    }
}
