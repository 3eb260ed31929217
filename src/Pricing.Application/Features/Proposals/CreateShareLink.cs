using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
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

internal sealed class CreateShareLinkHandler(PricingDb db, ProposalViews views, Actor actor, TimeProvider time) : IRequestHandler<CreateShareLink, OpenedShareLink>
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

        await db.RequireInUse(await db.Proposals.Where(proposal => proposal.Id == request.Id).Select(proposal => proposal.ClientId).SingleAsync(cancellationToken), cancellationToken);
        var link = Record.New<ShareLink>(actor, time.GetUtcNow());
        var token = link.Open(request.Id, request.Name, request.ExpiresAt ?? sent.ExpiresAt!.Value.AddDays(ShareLink.DaysAfterExpiry));
        db.Add(link);
        await db.SaveChangesAsync(CancellationToken.None);
        return OpenedShareLink.Of(link, token, views.PublicAddress);
    }
}
