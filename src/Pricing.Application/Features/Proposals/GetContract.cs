using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>What is agreed by now: an accepted proposal and its accepted changes, with what is still open beside it.</summary>
/// <param name="Id">The accepted proposal.</param>
public sealed record GetContract(Guid Id) : IRequest<ContractView>;

/// <summary>What is agreed by now.</summary>
/// <param name="ProposalId">The accepted proposal.</param>
/// <param name="Number">Its number.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Parts">The proposal and its changes, in the order of creation.</param>
/// <param name="Net">Net total of what is accepted.</param>
/// <param name="Vat">VAT on it.</param>
/// <param name="Gross">Net and VAT.</param>
/// <param name="OpenNet">Net total of changes that the client can still accept, at the recommended option.</param>
public sealed record ContractView(Guid ProposalId, string Number, string Currency, IReadOnlyList<ContractPart> Parts, decimal Net, decimal Vat, decimal Gross, decimal OpenNet);

/// <summary>The proposal, or a change of it.</summary>
/// <param name="ProposalId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="VersionNumber">Its newest version.</param>
/// <param name="Net">Net price of what was accepted; of the recommended option while nothing is.</param>
/// <param name="Decision">What the client decided; null while nothing is.</param>
public sealed record ContractPart(Guid ProposalId, string Number, string Title, ProposalState State, int VersionNumber, decimal Net, ProposalDecision? Decision);

internal sealed class GetContractHandler(PricingDb db) : IRequestHandler<GetContract, ContractView>
{
    public async Task<ContractView> Handle(GetContract request, CancellationToken cancellationToken)
    {
        var (proposal, accepted) = await db.ReadProposal(request.Id, null, cancellationToken);
        if (accepted.State != ProposalState.Accepted)
            throw new ConflictException("step-not-allowed", "There is no contract yet: the proposal is not accepted.");
        var changes = await db.Proposals.AsNoTracking().Where(other => other.ChangesId == proposal.Id).OrderBy(other => other.CreatedAt).ThenBy(other => other.Id).ToListAsync(cancellationToken);
        var ids = changes.Select(change => change.Id).ToList();
        var newest = await db.ProposalVersions.AsNoTracking().Where(version => ids.Contains(version.ProposalId)).ToListAsync(cancellationToken);
        ContractPart[] parts =
        [
            Part(proposal, accepted),
            .. changes.Select(change => Part(change, newest.Single(version => version.ProposalId == change.Id && version.Number == change.LatestVersion))),
        ];
        var agreed = parts.Where(part => part.State == ProposalState.Accepted).Select(part => part.Decision!).ToList();
        return new(
            proposal.Id, proposal.Number, proposal.Currency, parts, agreed.Sum(decision => decision.Net!.Value), agreed.Sum(decision => decision.Vat!.Value), agreed.Sum(decision => decision.Gross!.Value),
            parts.Where(part => part.State is ProposalState.Sent or ProposalState.Viewed).Sum(part => part.Net));
    }

    private static ContractPart Part(ProposalRecord proposal, ProposalVersion version) =>
        new(proposal.Id, proposal.Number, proposal.Title, version.State, version.Number, ProposalSummary.Of(proposal).Net, version.Decided);
}
