using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Who did what to a proposal, when and why; the first step first.</summary>
/// <param name="Id">The proposal.</param>
public sealed record GetProposalHistory(Guid Id) : IRequest<IReadOnlyList<HistoryEntryView>>;

/// <summary>A step of a proposal.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="VersionNumber">Which version.</param>
/// <param name="Step">What happened.</param>
/// <param name="From">Where the version stood before; null for a new one.</param>
/// <param name="To">Where it stands since.</param>
/// <param name="UserId">Who did it; null for the client and for time passing.</param>
/// <param name="ClientPerson">The client's person; null where nobody is named.</param>
/// <param name="Why">Why, as given; null where nobody said.</param>
public sealed record HistoryEntryView(DateTimeOffset At, int VersionNumber, ProposalStep Step, ProposalState? From, ProposalState To, Guid? UserId, string? ClientPerson, string? Why);

internal sealed class GetProposalHistoryHandler(PricingDb db, Actor actor) : IRequestHandler<GetProposalHistory, IReadOnlyList<HistoryEntryView>>
{
    // A reason may speak of margins; who may not see them sees that a step was taken, and no words.
    public async Task<IReadOnlyList<HistoryEntryView>> Handle(GetProposalHistory request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        var entries = await db.ProposalHistory.AsNoTracking().Where(entry => entry.ProposalId == request.Id).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry => new HistoryEntryView(
                entry.At, entry.VersionNumber, entry.Step, entry.From, entry.To, entry.UserId, entry.ClientPerson,
                entry.UserId is null || actor.May(Right.ReadFigures) ? entry.Why : null)),
        ];
    }
}
