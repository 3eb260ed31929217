using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>A proposal that was just started, with the figures it was started with: none of its readers works them out again.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Version">Its first version.</param>
/// <param name="Drawn">What that version says.</param>
internal sealed record StartedProposal(ProposalRecord Proposal, ProposalVersion Version, DrawnUpProposal Drawn);

/// <summary>Starts proposals: new ones, copies and change orders.</summary>
internal sealed class NewProposals(PricingDb db, AllOrNothing allOrNothing, ProposalDrafting drafting, ProposalDesk desk, Actor actor, TimeProvider time)
{
    public async Task<StartedProposal> Create(
        Guid engagementId, ProposalTerms terms, ProposalRecord? changes, ProposalVersion? copiedFrom, CancellationToken cancellationToken)
    {
        var engagement = await db.Engagements.AsNoTracking().SingleOrDefaultAsync(engagement => engagement.Id == engagementId, cancellationToken)
            ?? throw new InvalidRequestException([new("/engagementId", "There is no such engagement.")]);
        await db.RequireInUse(engagement.ClientId ?? changes?.ClientId, cancellationToken);
        var issuer = await Issuer(terms.LegalEntityId, cancellationToken);
        return await allOrNothing.InTurn(async () =>   // one number after the other: nobody else takes one until this is saved
        {
            var added = await Add(actor, id: null, engagement, issuer, terms, changes, copiedFrom, cancellationToken);
            await desk.RequireUnagreed(added.Proposal, cancellationToken);
            if (terms.ValidUntil is not null)
                desk.RequireAhead(added.Drawn);
            desk.Tell(EventTypes.ProposalCreated, added.Proposal, added.Version);
            await desk.Save();
            return added;
        });
    }

    /// <summary>Adds a proposal to the unit of work; the caller holds a transaction and saves.</summary>
    public async Task<StartedProposal> Add(
        Actor writer, Guid? id, EngagementRecord engagement, LegalEntityRecord issuer, ProposalTerms terms, ProposalRecord? changes, ProposalVersion? copiedFrom, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (proposal, version) = (Record.New<ProposalRecord>(writer, now, id), Record.New<ProposalVersion>(writer, now));
        version.Start(proposal.Id, 1, copiedFrom);
        version.StateTerms(terms, writer.UserId);
        proposal.Start(await NextNumber(issuer, now, cancellationToken), engagement, issuer.Id, changes, copiedFrom?.ProposalId);
        var drawn = desk.Today(await drafting.State(proposal, version, cancellationToken));
        ProposalDesk.Show(proposal, drawn);
        proposal.Follow(version);
        db.AddRange(proposal, version, HistoryEntry.Of(version, ProposalStep.Create, from: null, now, writer.UserId, clientPerson: null, why: null));
        return new(proposal, version, drawn);
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
        var year = TimeZones.DayOf(now, issuer.TimeZone).Year;
        var range = await db.NumberRanges.SingleOrDefaultAsync(range => range.LegalEntityId == issuer.Id && range.Year == year, cancellationToken);
        if (range is null)
            db.Add(range = new() { TenantId = issuer.TenantId, LegalEntityId = issuer.Id, Year = year });
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{issuer.NumberPrefix}{year}-{range.Next():0000}");
    }
}
