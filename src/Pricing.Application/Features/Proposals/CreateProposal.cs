using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>A new proposal of an engagement: the engagement's id is enough, everything else has a default. It takes the next number of its company.</summary>
/// <remarks>Refused as <c>no-legal-entity</c> where the agency has none, and as <c>nothing-to-offer</c> where no fee structure may go to a client, and as <c>already-agreed</c> where another proposal of the engagement is accepted.</remarks>
public sealed record CreateProposal : ProposalTerms, IRequest<ProposalView>
{
    /// <summary>The engagement that it prices.</summary>
    public required Guid EngagementId { get; init; }
}

internal sealed class CreateProposalValidator : ProposalTermsValidator<CreateProposal>;

internal sealed class CreateProposalHandler(NewProposals proposals, ProposalViews views) : IRequestHandler<CreateProposal, ProposalView>
{
    public async Task<ProposalView> Handle(CreateProposal request, CancellationToken cancellationToken) =>
        views.Of(await proposals.Create(request.EngagementId, request, changes: null, copiedFrom: null, cancellationToken));
}
