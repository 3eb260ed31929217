using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>Gives a version in review back to its writers.</summary>
public sealed record RejectProposal : IRequest<ProposalView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>What has to change, 1 to 2,000 characters.</summary>
    /// <example>The success share needs a cap.</example>
    public required string Reason { get; init; }
}

internal sealed class RejectProposalValidator : AbstractValidator<RejectProposal>
{
    public RejectProposalValidator() => RuleFor(request => request.Reason).IsText(2_000);
}

internal sealed class RejectProposalHandler(ProposalDesk desk, ProposalViews views) : IRequestHandler<RejectProposal, ProposalView>
{
    public async Task<ProposalView> Handle(RejectProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForChange(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Reject);
        version.Reject();
        desk.Keep(proposal, version, ProposalStep.Reject, ProposalState.InReview, request.Reason);
        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }
}
