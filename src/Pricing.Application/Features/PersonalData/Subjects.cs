using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.PersonalData;

/// <summary>What is stored of a person: found, kept as long as the law wants, and erased.</summary>
internal sealed class Subjects(PricingDb db, SeedFiles files, AuditTrail trail, Actor actor, TimeProvider time)
{
    private const string BusinessLetter = "businessLetter";

    /// <summary>The case of a person, a new one where there is none yet.</summary>
    /// <exception cref="NotFoundException">The agency has no such user or client.</exception>
    public async Task<PersonalDataCase> CaseOf(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        await Find(kind, id, cancellationToken);
        var known = await db.PersonalDataCases.SingleOrDefaultAsync(subject => subject.SubjectKind == kind && subject.SubjectId == id, cancellationToken);
        if (known is not null)
            return known;
        var fresh = Record.New<PersonalDataCase>(actor, time.GetUtcNow());
        fresh.Concern(kind, id);
        return fresh;
    }

    /// <summary>The user or client itself.</summary>
    /// <exception cref="NotFoundException">The agency has none of this id.</exception>
    public async Task<Record> Find(SubjectKind kind, Guid id, CancellationToken cancellationToken) => kind switch
    {
        SubjectKind.User => await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) ?? throw new NotFoundException("user", id),
        SubjectKind.Client => await db.Clients.SingleOrDefaultAsync(client => client.Id == id, cancellationToken) ?? throw new NotFoundException("client", id),
    };

    /// <summary>How long the law wants the data: to the end of the year in which the last offer was changed, and the years of its rule.</summary>
    public async Task<(DateOnly? Until, string? Basis)> Retention(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        var offers = await OffersOf(kind, id).Select(engagement => engagement.UpdatedAt).ToListAsync(cancellationToken);
        if (offers.Count == 0)
            return (null, null);
        var proposals = OffersOf(kind, id).Join(db.Proposals, engagement => engagement.Id, proposal => proposal.EngagementId, (_, proposal) => proposal.Id);
        var letters = await db.ProposalVersions.Where(version => proposals.Contains(version.ProposalId) && version.SentAt != null).Select(version => version.UpdatedAt).ToListAsync(cancellationToken);
        var last = offers.Concat(letters).Max();
        var rule = files.Retention.Where(rule => rule.Kind == BusinessLetter && rule.ValidFrom <= DateOnly.FromDateTime(last.UtcDateTime)).MaxBy(rule => rule.ValidFrom)!;
        return (new DateOnly(last.Year + rule.Years, 12, 31), rule.Basis);
    }

    /// <summary>Everything that is stored of a person.</summary>
    public async Task<JsonObject> Export(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        var record = await Find(kind, id, cancellationToken);
        var offers = await OffersOf(kind, id).AsNoTracking().OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.RecordId == id || entry.UserId == id).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return new()
        {
            ["subject"] = RecordChanges.Snapshot(db.Entry(record)),
            ["engagements"] = new JsonArray([.. offers.Select(offer => new JsonObject { ["id"] = offer.Id.ToString(), ["name"] = offer.Name, ["stage"] = offer.Stage.ToString() })]),
            ["auditEntries"] = new JsonArray([.. entries.Select(entry => new JsonObject
            {
                ["sequence"] = entry.Sequence,
                ["at"] = entry.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["action"] = entry.Action,
                ["kind"] = entry.Kind,
                ["recordId"] = entry.RecordId.ToString(),
                ["changes"] = entry.RecordId == id && entry.Payload is { } payload ? JsonNode.Parse(payload) : null,
            })]),
        };
    }

    /// <summary>Erases a person: from the record, from the documents that name it, and from the payloads of the audit trail, whose chain holds.</summary>
    public async Task Erase(PersonalDataCase subject, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var records = new List<Guid> { subject.SubjectId };
        var record = await Find(subject.SubjectKind, subject.SubjectId, cancellationToken);
        if (record is Client client)
        {
            client.Forget();
            foreach (var engagement in await OffersOf(subject.SubjectKind, subject.SubjectId).ToListAsync(cancellationToken))
            {
                engagement.ForgetClient(client.Name);
                engagement.Touch(now);
                records.Add(engagement.Id);
                await EraseProposals(engagement.Id, client.Name, records, now, cancellationToken);
            }
        }
        else if (record is User user)
        {
            user.Forget();
        }

        record.Touch(now);
        subject.Erased(now);
        subject.Touch(now);
        db.Forgotten.UnionWith(records);

        var paths = records.SelectMany(id => new[] { $"/api/v1/clients/{id}", $"/api/v1/engagements/{id}", $"/api/v1/proposals/{id}" }).ToList();
        (await db.Events.Where(told => paths.Contains(told.Subject)).ToListAsync(cancellationToken)).ForEach(told => told.Forget());

        var entries = await db.AuditEntries.Where(entry => records.Contains(entry.RecordId) && entry.Payload != null).ToListAsync(cancellationToken);
        entries.ForEach(entry => entry.Erase());
        var payload = ErasedEntries.Payload(entries.Select(entry => entry.Sequence), subject.Reason ?? "");
        await trail.Append(db, actor, new AuditFact(subject.TenantId, ErasedEntries.Action, RecordChanges.KindOf(record), subject.SubjectId, record.Version, payload), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // What was sent to a person goes with the person: documents, decisions, questions and who did what on the client's side.
    private async Task EraseProposals(Guid engagementId, string placeholder, List<Guid> records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var proposal in await db.Proposals.Where(proposal => proposal.EngagementId == engagementId).ToListAsync(cancellationToken))
        {
            proposal.ForgetClient(placeholder);
            proposal.Touch(now);
            records.Add(proposal.Id);
            foreach (var version in await db.ProposalVersions.Where(version => version.ProposalId == proposal.Id).ToListAsync(cancellationToken))
            {
                version.ForgetClient(placeholder);
                version.Touch(now);
                records.Add(version.Id);
            }

            foreach (var question in await db.ProposalQuestions.Where(question => question.ProposalId == proposal.Id).ToListAsync(cancellationToken))
            {
                question.Forget();
                question.Touch(now);
                records.Add(question.Id);
            }

            db.RemoveRange(await db.OutgoingMails.Where(mail => mail.RecordId == proposal.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.ProposalPapers.Where(paper => paper.ProposalId == proposal.Id).ToListAsync(cancellationToken));
            (await db.ProposalHistory.Where(entry => entry.ProposalId == proposal.Id && entry.UserId == null).ToListAsync(cancellationToken)).ForEach(entry => entry.Forget());
        }
    }

    private IQueryable<EngagementRecord> OffersOf(SubjectKind kind, Guid id) => kind switch
    {
        SubjectKind.User => db.Engagements.Where(engagement => engagement.OwnerId == id),
        SubjectKind.Client => db.Engagements.Where(engagement => engagement.ClientId == id),
    };
}
