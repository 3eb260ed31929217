using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Events;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client declines the version it was shown.</summary>
public sealed record DeclineSharedProposal : IRequest<ProposalDecision>
{
    /// <summary>Hash of the version that was shown.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who declines, at most 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Why, 1 to 4,000 characters.</summary>
    public required string Reason { get; init; }
}

internal sealed class DeclineSharedProposalValidator : AbstractValidator<DeclineSharedProposal>
{
    public DeclineSharedProposalValidator()
    {
        RuleFor(decline => decline.ContentHash).Matches(@"^[0-9a-f]{64}\z").WithMessage("contentHash is 64 hexadecimal digits.");
        RuleFor(decline => decline.Name).IsOptionalText(300);
        RuleFor(decline => decline.Reason).IsText(4_000);
    }
}

internal sealed class DeclineSharedProposalHandler(LinkedProposals links, ProposalDesk desk, ProposalMails mails, TimeProvider time) : IRequestHandler<DeclineSharedProposal, ProposalDecision>
{
    public async Task<ProposalDecision> Handle(DeclineSharedProposal request, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        version.RequireOpen(request.ContentHash, time.GetUtcNow());
        var decision = new ProposalDecision(time.GetUtcNow(), version.ContentHash!, request.Name, null, null, null, null, null, [], null, null, null, request.Reason);
        var from = version.State;
        version.Decide(ProposalState.Declined, decision);
        desk.Keep(proposal, version, ProposalStep.Decline, from, decision.Reason, request.Name);
        desk.Tell(EventTypes.ProposalDeclined, proposal, version);
        await mails.Write(ProposalNotice.Declined, proposal, version, link: null, cancellationToken);
        await desk.Save();
        return decision;
    }
}
