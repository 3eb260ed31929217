using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Proposals;

/// <summary>Approves a version in review. Nobody approves what they wrote; the approval holds for this content and no other.</summary>
public sealed record ApproveProposal : IRequest<ProposalView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The contentHash that was looked at, 64 hexadecimal digits.</summary>
    /// <example>b553db4db2d30f1e7c41537169744e715e4e3f540c5ee4d754d35b4dbffd4209</example>
    public required string ContentHash { get; init; }

    /// <summary>What the approver says, at most 2,000 characters.</summary>
    public string? Note { get; init; }
}

internal sealed class ApproveProposalValidator : AbstractValidator<ApproveProposal>
{
    public ApproveProposalValidator()
    {
        RuleFor(request => request.ContentHash).Matches(@"^[0-9a-f]{64}\z").WithMessage("contentHash is 64 hexadecimal digits.");
        RuleFor(request => request.Note).IsOptionalText(2_000);
    }
}

internal sealed class ApproveProposalHandler(ProposalDesk desk, ProposalViews views, Actor actor, TimeProvider time) : IRequestHandler<ApproveProposal, ProposalView>
{
    public async Task<ProposalView> Handle(ApproveProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await desk.ForWork(request.Id, request.ReadVersion, cancellationToken);
        version.Require(ProposalStep.Approve);
        if (version.WriterIds.Contains(actor.UserId))
            throw new NotAllowedException("Nobody approves what they wrote. Ask somebody else who may approve proposals.");
        var hash = (await desk.DrawUp(proposal, version, cancellationToken)).Statement.Hash;
        if (hash != request.ContentHash)
            throw new ConflictException("content-changed", $"The content is another one than that of contentHash: it is {hash} now. Read the proposal again before you approve it.");
        version.Approve(hash, actor.UserId, time.GetUtcNow());
        desk.Keep(proposal, version, ProposalStep.Approve, ProposalState.InReview, request.Note);
        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }
}
