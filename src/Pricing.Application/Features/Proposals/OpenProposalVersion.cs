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

/// <summary>Starts a proposal that changes an accepted one: a delta with its own options, number and acceptance. Company, recipient, language and, where the engagement has none, client are those of the accepted one.</summary>
public sealed record OrderChange : ProposalTerms, IRequest<ProposalView>
{
    /// <summary>The accepted proposal; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The engagement that prices the change alone: of the same client and currency, and none that is agreed already, since its price would then count twice.</summary>
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
        var terms = newest.StatedTerms;
        // A last day that has come is none for the copy.
        if (terms.ValidUntil <= time.Today())
            terms = terms with { ValidUntil = null };
        return await views.Of(await proposals.Create(source.EngagementId, terms, changes: null, copiedFrom: newest, cancellationToken), cancellationToken);
    }

    public async Task<ProposalView> Handle(OrderChange request, CancellationToken cancellationToken)
    {
        var (contract, newest) = await Read(request.Id, cancellationToken);
        newest.Require(ProposalStep.OrderChange);
        var engagement = await db.Engagements.AsNoTracking().SingleOrDefaultAsync(engagement => engagement.Id == request.EngagementId, cancellationToken);
        if (engagement is not null && engagement.Currency != contract.Currency)
            throw new InvalidRequestException([new("/engagementId", $"A change is in the currency of the contract, {contract.Currency}.")]);
        if (engagement?.ClientId is { } client && contract.ClientId is { } party && client != party)
            throw new InvalidRequestException([new("/engagementId", $"The engagement is of another client than {contract.Number}. A change is for the client of the contract.")]);
        if (await desk.AgreedNumber(request.EngagementId, except: null, cancellationToken) is { } agreed)
            throw new InvalidRequestException([new("/engagementId", $"The engagement is agreed by {agreed} already, and its price would count twice. Name one that prices the change alone, such as a copy reduced to what comes on top.")]);
        var accepted = newest.Frozen!;
        var terms = request with
        {
            LegalEntityId = request.LegalEntityId ?? contract.LegalEntityId,
            Recipient = request.Recipient ?? accepted.Recipient,
            Language = request.Language ?? accepted.Language,
        };
        return await views.Of(await proposals.Create(request.EngagementId, terms, changes: contract, copiedFrom: null, cancellationToken), cancellationToken);
    }

    private async Task<(ProposalRecord Proposal, ProposalVersion Newest)> Read(Guid id, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) ?? throw new NotFoundException("proposal", id);
        return (proposal, await db.ProposalVersions.AsNoTracking().SingleAsync(version => version.ProposalId == id && version.Number == proposal.LatestVersion, cancellationToken));
    }
}
