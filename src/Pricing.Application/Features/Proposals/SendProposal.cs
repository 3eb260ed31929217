using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>
/// Sends the approved version: freezes its content, renders its documents once, opens a link for the client, and supersedes what was sent before.
/// The link is shown this once.
/// </summary>
/// <remarks>Refused as <c>content-changed</c> where the content is no longer what was approved, as <c>approval-needed</c> where an approval rule fires that did not on submission, as <c>already-over</c> where its last day has passed, and as <c>already-agreed</c> where another proposal of the engagement is accepted.</remarks>
/// <param name="Id">The proposal.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record SendProposal(Guid Id, int? ReadVersion) : IRequest<SentProposalView>;

/// <summary>A proposal that was sent, and the client's link to it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Link">The link, shown this once.</param>
public sealed record SentProposalView(ProposalView Proposal, OpenedShareLink Link) : IVersioned
{
    Guid IVersioned.Id => Proposal.Id;

    int IVersioned.Version => Proposal.Version;
}

internal sealed class SendProposalHandler(PricingDb db, ProposalDesk desk, ProposalPapers papers, ProposalMails mails, ProposalViews views, Actor actor, TimeProvider time) : IRequestHandler<SendProposal, SentProposalView>
{
    public async Task<SentProposalView> Handle(SendProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForWork(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Send);
        await desk.RequireUnagreed(proposal, cancellationToken);
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        if (drawn.Statement.Hash != version.ApprovedHash)
            throw new ConflictException("content-changed", $"What was approved is {version.ApprovedHash}, the content is {drawn.Statement.Hash} now: terms, engagement, scenario or company changed since. Submit it again.");
        if ((await desk.Fired(proposal, version, drawn, cancellationToken)).Where(rule => !version.Fired.Any(rule.IsLike)).ToList() is { Count: > 0 } unseen)
            throw new ConflictException("approval-needed", $"Approval rules ask for an approval that nobody gave: {string.Join(", ", unseen.Select(rule => EnumCode.Of(rule.Rule)).Distinct())}. Submit it again.");
        var now = time.GetUtcNow();
        var expiresAt = drawn.Statement.ExpiresAt(drawn.Date);
        if (expiresAt <= now)
            throw new ConflictException("already-over", string.Create(CultureInfo.InvariantCulture, $"The last day, {drawn.Statement.LastDay(drawn.Date):yyyy-MM-dd}, is over where the client is. State a later validUntil."));

        foreach (var former in await db.ProposalVersions.Where(other => other.ProposalId == proposal.Id && other.Number < version.Number && !other.IsSuperseded && other.Statement != null).ToListAsync(cancellationToken))
        {
            former.Supersede();
            former.Touch(now);
        }

        version.Send(drawn, expiresAt, now, actor.IsSandbox);
        db.AddRange(papers.Render(drawn, version));
        var link = Record.New<ShareLink>(actor, now);
        var token = link.Open(proposal.Id, "Sent with the proposal", expiresAt.AddDays(ShareLink.DaysAfterExpiry));
        db.Add(link);
        ProposalDesk.Show(proposal, drawn);
        desk.Keep(proposal, version, ProposalStep.Send, ProposalState.Approved);
        desk.Tell(EventTypes.ProposalSent, proposal, version);
        var opened = OpenedShareLink.Of(link, token, views.PublicAddress);
        await mails.Write(ProposalNotice.Sent, proposal, version, opened.Address, cancellationToken);
        await desk.Save();
        return new(await views.Of((proposal, version), cancellationToken), opened);
    }
}
