using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>Gives the version being written to review. Where no approval rule fires it is approved at once.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record SubmitProposal(Guid Id, int? ReadVersion) : IRequest<ProposalView>;

internal sealed class SubmitProposalHandler(ProposalDesk desk, ProposalViews views, TimeProvider time) : IRequestHandler<SubmitProposal, ProposalView>
{
    public async Task<ProposalView> Handle(SubmitProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForWork(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Submit);
        await desk.RequireUnagreed(proposal, cancellationToken);
        var drawn = await desk.DrawUp(proposal, version, cancellationToken);
        desk.RequireAhead(drawn);
        var fired = await desk.Fired(proposal, version, drawn, cancellationToken);
        var from = version.State;
        version.Submit(fired);
        ProposalDesk.Show(proposal, drawn);
        desk.Keep(proposal, version, ProposalStep.Submit, from);
        if (fired.Count == 0)
        {
            version.Approve(drawn.Statement.Hash, by: null, time.GetUtcNow());
            desk.Keep(proposal, version, ProposalStep.Approve, ProposalState.InReview, "No approval rule fired.");
        }

        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }
}
