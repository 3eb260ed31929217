using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Starts the next version of a proposal from the terms of the newest one. What is with the client stays open until the new version is sent.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record OpenProposalVersion(Guid Id, int? ReadVersion) : IRequest<ProposalView>;

internal sealed class OpenProposalVersionHandler(PricingDb db, ProposalDesk desk, ProposalViews views, Actor actor, TimeProvider time) : IRequestHandler<OpenProposalVersion, ProposalView>
{
    public async Task<ProposalView> Handle(OpenProposalVersion request, CancellationToken cancellationToken)
    {
        var (proposal, newest) = await desk.ForWork(request.Id, request.ReadVersion, cancellationToken);
        newest.Require(ProposalStep.OpenVersion);
        var next = Record.New<ProposalVersion>(actor, time.GetUtcNow());
        next.Start(proposal.Id, newest.Number + 1, from: newest);
        next.StateTerms(newest.StatedTerms, actor.UserId);
        db.Add(next);
        desk.Keep(proposal, next, ProposalStep.OpenVersion, from: null);
        proposal.Touch(time.GetUtcNow());
        await desk.Save();
        return await views.Of((proposal, next), cancellationToken);
    }
}
