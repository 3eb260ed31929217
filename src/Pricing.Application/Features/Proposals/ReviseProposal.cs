using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Proposals;

/// <summary>States the version being written anew; whatever was approved is void. The company stays, as the number is its own.</summary>
public sealed record ReviseProposal : ProposalTerms, IRequest<ProposalView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseProposalValidator : ProposalTermsValidator<ReviseProposal>;

internal sealed class ReviseProposalHandler(ProposalDesk desk, ProposalDrafting drafting, ProposalViews views, Actor actor) : IRequestHandler<ReviseProposal, ProposalView>
{
    public async Task<ProposalView> Handle(ReviseProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForWork(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Revise);
        if (request.LegalEntityId is { } entity && entity != proposal.LegalEntityId)
            throw new InvalidRequestException([new("/legalEntityId", "The number belongs to the legal entity that issued it. Copy the proposal to issue it by another one.")]);
        var from = version.State;
        version.StateTerms(request, actor.UserId);
        var drawn = desk.Today(await drafting.State(proposal, version, cancellationToken));
        desk.RequireAhead(drawn);
        ProposalDesk.Show(proposal, drawn);
        desk.Keep(proposal, version, ProposalStep.Revise, from);
        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }
}
