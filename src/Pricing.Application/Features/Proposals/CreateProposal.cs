using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Persistence;

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
        await views.Of(await proposals.Create(request.EngagementId, request, changes: null, copiedFrom: null, cancellationToken), cancellationToken);
}

/// <summary>Starts proposals: new ones, copies and change orders.</summary>
internal sealed class NewProposals(PricingDb db, AllOrNothing allOrNothing, ProposalDrafting drafting, ProposalDesk desk, Actor actor, TimeProvider time)
{
    public async Task<(ProposalRecord Proposal, ProposalVersion Version)> Create(
        Guid engagementId, ProposalTerms terms, ProposalRecord? changes, ProposalVersion? copiedFrom, CancellationToken cancellationToken)
    {
        var engagement = await db.Engagements.AsNoTracking().SingleOrDefaultAsync(engagement => engagement.Id == engagementId, cancellationToken)
            ?? throw new InvalidRequestException([new("/engagementId", "There is no such engagement.")]);
        var issuer = await Issuer(terms.LegalEntityId, cancellationToken);
        (ProposalRecord Proposal, ProposalVersion Version) added = default;
        await allOrNothing.Run(async () =>
        {
            await db.Unit!.Begin();   // one number after the other: nobody else takes one until this is saved
            added = await Add(actor, id: null, engagement, issuer, terms, changes, copiedFrom, cancellationToken);
            await desk.RequireUnagreed(added.Proposal, cancellationToken);
            if (terms.ValidUntil is not null)
                desk.RequireAhead(await desk.DrawUp(added.Proposal, added.Version, cancellationToken));
            desk.Tell(EventTypes.ProposalCreated, added.Proposal, added.Version);
            await desk.Save();
            return true;
        });
        return added;
    }

    /// <summary>Adds a proposal to the unit of work; the caller holds a transaction and saves.</summary>
    public async Task<(ProposalRecord Proposal, ProposalVersion Version)> Add(
        Actor writer, Guid? id, EngagementRecord engagement, LegalEntityRecord issuer, ProposalTerms terms, ProposalRecord? changes, ProposalVersion? copiedFrom, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (proposal, version) = (Record.New<ProposalRecord>(writer, now, id), Record.New<ProposalVersion>(writer, now));
        version.Start(proposal.Id, 1, copiedFrom);
        version.StateTerms(terms, writer.UserId);
        proposal.Start(await NextNumber(issuer, now, cancellationToken), engagement, issuer.Id, changes, copiedFrom?.ProposalId);
        ProposalDesk.Show(proposal, desk.Today(await drafting.State(proposal, version, cancellationToken)));
        proposal.Follow(version);
        db.AddRange(proposal, version, HistoryEntry.Of(version, ProposalStep.Create, from: null, now, writer.UserId, clientPerson: null, why: null));
        return (proposal, version);
    }

    private async Task<LegalEntityRecord> Issuer(Guid? id, CancellationToken cancellationToken)
    {
        var entities = db.LegalEntities.AsNoTracking().Where(entity => !entity.IsArchived);
        return id is { } named
            ? await entities.SingleOrDefaultAsync(entity => entity.Id == named, cancellationToken) ?? throw new InvalidRequestException([new("/legalEntityId", "There is no such legal entity in use.")])
            : await entities.OrderBy(entity => entity.CreatedAt).ThenBy(entity => entity.Id).FirstOrDefaultAsync(cancellationToken)
                ?? throw new UnprocessableException("no-legal-entity", "The agency has no legal entity that issues proposals. Add one at /api/v1/legal-entities.");
    }

    private async Task<string> NextNumber(LegalEntityRecord issuer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(issuer.TimeZone)).Year;
        var range = await db.NumberRanges.SingleOrDefaultAsync(range => range.LegalEntityId == issuer.Id && range.Year == year, cancellationToken);
        if (range is null)
            db.Add(range = new() { TenantId = issuer.TenantId, LegalEntityId = issuer.Id, Year = year });
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{issuer.NumberPrefix}{year}-{range.Next():0000}");
    }
}
