using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Takes a proposal back: a draft is dropped, and what is with the client, also an earlier version, can no longer be accepted.</summary>
public sealed record WithdrawProposal : IRequest<ProposalView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>Why, 1 to 2,000 characters.</summary>
    /// <example>The scope has changed.</example>
    public required string Reason { get; init; }
}

internal sealed class WithdrawProposalValidator : AbstractValidator<WithdrawProposal>
{
    public WithdrawProposalValidator() => RuleFor(request => request.Reason).IsText(2_000);
}

internal sealed class WithdrawProposalHandler(PricingDb db, ProposalDesk desk, ProposalViews views) : IRequestHandler<WithdrawProposal, ProposalView>
{
    public async Task<ProposalView> Handle(WithdrawProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForChange(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Withdraw);
        if (await db.SentLast(proposal.Id, cancellationToken) is { } withClient && withClient.Id != version.Id && withClient.IsOpen())
            Withdraw(proposal, withClient, request.Reason);
        Withdraw(proposal, version, request.Reason);
        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }

    private void Withdraw(ProposalRecord proposal, ProposalVersion version, string reason)
    {
        var from = version.State;
        version.Move(ProposalState.Withdrawn);
        desk.Keep(proposal, version, ProposalStep.Withdraw, from, reason);
        if (version.SentAt is not null)
            desk.Tell(EventTypes.ProposalWithdrawn, proposal, version);
    }
}
