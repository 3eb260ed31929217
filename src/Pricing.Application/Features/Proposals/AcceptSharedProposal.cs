using FluentValidation;
using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client accepts an option of the version it was shown. There is one acceptance; a second one is refused.</summary>
public sealed record AcceptSharedProposal : AcceptedChoice, IRequest<ProposalDecision>;

internal sealed class AcceptSharedProposalValidator : AcceptedChoiceValidator<AcceptSharedProposal>
{
    public AcceptSharedProposalValidator(TimeProvider time) =>
        RuleFor(acceptance => acceptance.SignedOn).Must(day => Math.Abs(day.DayNumber - time.Today().DayNumber) <= 31).WithMessage("signedOn is at most a month from today.");
}

internal sealed class AcceptSharedProposalHandler(LinkedProposals links, ProposalDesk desk, ProposalAcceptance acceptance) : IRequestHandler<AcceptSharedProposal, ProposalDecision>
{
    public async Task<ProposalDecision> Handle(AcceptSharedProposal request, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        var decision = await acceptance.Accept(proposal, version, request, record: null, cancellationToken);
        await desk.Save();
        return decision;
    }
}
