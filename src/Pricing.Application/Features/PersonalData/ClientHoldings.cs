using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>Everything that is stored of a client, found in one place: what an export hands out is what an erasure takes.</summary>
internal sealed class ClientHoldings
{
    /// <summary>The client, then those that were merged into it.</summary>
    public required IReadOnlyList<Client> Clients { get; init; }

    public required IReadOnlyList<EngagementRecord> Engagements { get; init; }

    public required IReadOnlyList<ScenarioRecord> Scenarios { get; init; }

    public required IReadOnlyList<ProposalRecord> Proposals { get; init; }

    public required IReadOnlyList<ProposalVersion> Versions { get; init; }

    public required IReadOnlyList<ProposalQuestion> Questions { get; init; }

    public required IReadOnlyList<ShareLink> Links { get; init; }

    public required IReadOnlyList<LinkOpening> Openings { get; init; }

    /// <summary>Steps of the client's side, and those that name a person of it.</summary>
    public required IReadOnlyList<HistoryEntry> Steps { get; init; }

    public required IReadOnlyList<OutgoingMail> Mails { get; init; }

    /// <summary>What CRMs told of the client's deals.</summary>
    public required IReadOnlyList<CrmInbound> Told { get; init; }

    /// <summary>The records among it: those of which the audit trail tells.</summary>
    public IEnumerable<Record> Records => [.. Clients, .. Engagements, .. Scenarios, .. Proposals, .. Versions, .. Questions, .. Links];

    /// <summary>Ids of a client and of those that were merged into it, one after the other.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsOf(PricingDb db, Guid clientId, CancellationToken cancellationToken)
    {
        var ids = new List<Guid> { clientId };
        for (var i = 0; i < ids.Count; i++)
        {
            var into = ids[i];
            ids.AddRange(await db.Clients.Where(client => client.MergedInto == into).OrderBy(client => client.Id).Select(client => client.Id).ToListAsync(cancellationToken));
        }

        return ids;
    }

    /// <summary>Finds it.</summary>
    public static async Task<ClientHoldings> Load(PricingDb db, Guid clientId, CancellationToken cancellationToken)
    {
        var clients = await IdsOf(db, clientId, cancellationToken);
        var engagements = await db.Engagements.Where(engagement => engagement.ClientId != null && clients.Contains(engagement.ClientId.Value)).OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        var works = engagements.ConvertAll(engagement => engagement.Id);
        // The order of a change may stand by an engagement that names no client.
        var proposals = await db.Proposals.Where(proposal => works.Contains(proposal.EngagementId) || (proposal.ClientId != null && clients.Contains(proposal.ClientId.Value))).OrderBy(proposal => proposal.Id).ToListAsync(cancellationToken);
        var offers = proposals.ConvertAll(proposal => proposal.Id);
        var links = await db.ShareLinks.Where(link => offers.Contains(link.ProposalId)).OrderBy(link => link.Id).ToListAsync(cancellationToken);
        var opened = links.ConvertAll(link => link.Id);
        var records = await db.Clients.Where(client => clients.Contains(client.Id)).ToListAsync(cancellationToken);
        return new()
        {
            Clients = [.. clients.Select(id => records.Single(client => client.Id == id))],
            Engagements = engagements,
            Scenarios = await db.Scenarios.Where(scenario => works.Contains(scenario.EngagementId)).OrderBy(scenario => scenario.Id).ToListAsync(cancellationToken),
            Proposals = proposals,
            Versions = await db.ProposalVersions.Where(version => offers.Contains(version.ProposalId)).OrderBy(version => version.Id).ToListAsync(cancellationToken),
            Questions = await db.ProposalQuestions.Where(question => offers.Contains(question.ProposalId)).OrderBy(question => question.Id).ToListAsync(cancellationToken),
            Links = links,
            Openings = await db.Set<LinkOpening>().Where(opening => opened.Contains(opening.LinkId)).OrderBy(opening => opening.Id).ToListAsync(cancellationToken),
            Steps = await db.ProposalHistory.Where(step => offers.Contains(step.ProposalId) && (step.UserId == null || step.ClientPerson != null)).OrderBy(step => step.Sequence).ToListAsync(cancellationToken),
            Mails = await db.OutgoingMails.Where(mail => offers.Contains(mail.RecordId)).OrderBy(mail => mail.Id).ToListAsync(cancellationToken),
            Told = await ToldOf(db, engagements, cancellationToken),
        };
    }

    /// <summary>Takes the client out of all of it; what was sent to the client, and what the client opened, goes.</summary>
    public async Task Forget(PricingDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var client in Clients)
            client.Forget();
        var placeholder = Clients[0].Name;
        foreach (var engagement in Engagements)
            engagement.ForgetClient(placeholder);
        foreach (var scenario in Scenarios)
            scenario.ForgetClient(placeholder);
        foreach (var proposal in Proposals)
            proposal.ForgetClient(placeholder);
        foreach (var version in Versions)
            version.ForgetClient(placeholder);
        foreach (var question in Questions)
            question.Forget();
        foreach (var link in Links)
            link.Forget(now);
        foreach (var record in Records)
            record.Touch(now);

        foreach (var step in Steps)
            step.Forget();
        foreach (var told in Told)
            told.Forget();
        db.RemoveRange(Openings);
        db.RemoveRange(Mails);
        var offers = Proposals.Select(proposal => proposal.Id).ToList();
        db.RemoveRange(await db.ProposalPapers.Where(paper => offers.Contains(paper.ProposalId)).ToListAsync(cancellationToken));
    }

    // A deal is known by the id that the engagement has in the CRM, or that a push has met with.
    private static async Task<IReadOnlyList<CrmInbound>> ToldOf(PricingDb db, IReadOnlyList<EngagementRecord> engagements, CancellationToken cancellationToken)
    {
        var works = engagements.Select(engagement => engagement.Id).ToList();
        var known = engagements.SelectMany(engagement => engagement.ExternalIds).ToHashSet();
        var connections = await db.CrmConnections.AsNoTracking().ToListAsync(cancellationToken);
        var pushed = await db.CrmPushes.Where(push => works.Contains(push.EngagementId) && push.DealId != null).Select(push => new { push.ConnectionId, DealId = push.DealId! }).Distinct().ToListAsync(cancellationToken);
        var deals = connections.SelectMany(connection => known.Where(id => id.System == connection.System()).Select(id => (connection.Id, id.Id)))
            .Concat(pushed.Select(push => (push.ConnectionId, push.DealId))).ToHashSet();
        var dealIds = deals.Select(deal => deal.Item2).ToList();
        var told = await db.CrmInbound.Where(one => dealIds.Contains(one.DealId)).OrderBy(one => one.Position).ToListAsync(cancellationToken);
        return [.. told.Where(one => deals.Contains((one.ConnectionId, one.DealId)))];
    }
}
