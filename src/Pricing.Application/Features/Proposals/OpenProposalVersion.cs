using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Starts the next version of a proposal from the terms of the newest one. What is with the client stays open until the new version is sent.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="ReadVersion">The version the caller has read; null for whatever it is.</param>
public sealed record OpenProposalVersion(Guid Id, int? ReadVersion) : IRequest<ProposalView>;

/// <summary>Starts a new proposal with the terms of another one; it takes a number of its own and no approval with it.</summary>
/// <param name="Id">The proposal to copy.</param>
public sealed record CopyProposal(Guid Id) : IRequest<ProposalView>;

/// <summary>Starts a proposal that changes an accepted one: a delta with its own options, number and acceptance.</summary>
public sealed record OrderChange : ProposalTerms, IRequest<ProposalView>
{
    /// <summary>The accepted proposal; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The engagement that prices the change alone: what comes on top, or goes.</summary>
    public required Guid EngagementId { get; init; }
}

internal sealed class OrderChangeValidator : ProposalTermsValidator<OrderChange>;

internal sealed class OpenProposalVersionHandler(PricingDb db, ProposalDesk desk, NewProposals proposals, ProposalViews views, Actor actor, TimeProvider time)
    : IRequestHandler<OpenProposalVersion, ProposalView>, IRequestHandler<CopyProposal, ProposalView>, IRequestHandler<OrderChange, ProposalView>
{
    public async Task<ProposalView> Handle(OpenProposalVersion request, CancellationToken cancellationToken)
    {
        var (proposal, newest) = await desk.ForChange(request.Id, request.ReadVersion, cancellationToken);
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

    public async Task<ProposalView> Handle(CopyProposal request, CancellationToken cancellationToken)
    {
        var (source, newest) = await Read(request.Id, cancellationToken);
        return await views.Of(await proposals.Create(source.EngagementId, newest.StatedTerms, changes: null, copiedFrom: newest, cancellationToken), cancellationToken);
    }

    public async Task<ProposalView> Handle(OrderChange request, CancellationToken cancellationToken)
    {
        var (contract, newest) = await Read(request.Id, cancellationToken);
        newest.Require(ProposalStep.OrderChange);
        if (await db.Engagements.AnyAsync(engagement => engagement.Id == request.EngagementId && engagement.Currency != contract.Currency, cancellationToken))
            throw new InvalidRequestException([new("/engagementId", $"A change is in the currency of the contract, {contract.Currency}.")]);
        var terms = request with { LegalEntityId = request.LegalEntityId ?? contract.LegalEntityId };
        return await views.Of(await proposals.Create(request.EngagementId, terms, changes: contract, copiedFrom: null, cancellationToken), cancellationToken);
    }

    private async Task<(ProposalRecord Proposal, ProposalVersion Newest)> Read(Guid id, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) ?? throw new NotFoundException("proposal", id);
        return (proposal, await db.ProposalVersions.AsNoTracking().SingleAsync(version => version.ProposalId == id && version.Number == proposal.LatestVersion, cancellationToken));
    }
}
