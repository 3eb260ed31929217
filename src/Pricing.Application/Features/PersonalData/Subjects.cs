using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.PersonalData;

/// <summary>What is stored of a person: found, kept as long as the law wants, and erased.</summary>
internal sealed class Subjects(PricingDb db, SeedFiles files, AuditTrail trail, Actor actor, TimeProvider time)
{
    private const string BusinessLetter = "businessLetter";

    /// <summary>The case of a person, a new one where there is none yet.</summary>
    /// <inheritdoc cref="Find" path="/exception"/>
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
    /// <exception cref="ConflictException">The client was merged into another, with which everything of it is.</exception>
    public async Task<Record> Find(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        if (kind == SubjectKind.User)
            return await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken) ?? throw new NotFoundException("user", id);
        var client = await db.Clients.SingleOrDefaultAsync(client => client.Id == id, cancellationToken) ?? throw new NotFoundException("client", id);
        return client.MergedInto is { } other ? throw ClientsInUse.OutOfUse($"The client was merged into {other}, with which everything of it is. Ask for that one.") : client;
    }

    /// <summary>Lets a hold go with what it holds to the client that stays of two; the caller saves.</summary>
    public async Task MoveHold(Guid from, Guid to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await db.PersonalDataCases.SingleOrDefaultAsync(subject => subject.SubjectKind == SubjectKind.Client && subject.SubjectId == from && subject.Hold != null, cancellationToken);
        if (held is null)
            return;
        var subject = await CaseOf(SubjectKind.Client, to, cancellationToken);
        subject.HoldAlsoFor(held.Hold!);
        held.HoldFor(null);
        held.Touch(now);
        if (db.Entry(subject).State == EntityState.Detached)
            db.Add(subject);
        else
            subject.Touch(now);
    }

    /// <summary>Keeps the data as long as the law wants them by now, for an offer may have come, or been accepted, since it was last asked.</summary>
    /// <returns>Whether that is longer than was known.</returns>
    public async Task<bool> Keep(PersonalDataCase subject, CancellationToken cancellationToken)
    {
        var (until, basis) = await Retention(subject.SubjectKind, subject.SubjectId, cancellationToken);
        return subject.Keep(until, basis);
    }

    // To the end of the year in which the last offer was changed, and the years of its rule.
    private async Task<(DateOnly? Until, string? Basis)> Retention(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        var (engagements, proposals) = await OffersOf(kind, id, cancellationToken);
        var offers = await engagements.Select(engagement => engagement.UpdatedAt).ToListAsync(cancellationToken);
        var letters = await db.ProposalVersions.Where(version => version.SentAt != null && proposals.Any(proposal => proposal.Id == version.ProposalId)).Select(version => version.UpdatedAt).ToListAsync(cancellationToken);
        offers.AddRange(letters);
        if (offers.Count == 0)
            return (null, null);
        var last = offers.Max();
        var rule = files.Retention.Where(rule => rule.Kind == BusinessLetter && rule.ValidFrom <= DateOnly.FromDateTime(last.UtcDateTime)).MaxBy(rule => rule.ValidFrom)!;
        return (new DateOnly(last.Year + rule.Years, 12, 31), rule.Basis);
    }

    /// <summary>Everything that is stored of a person.</summary>
    public async Task<JsonObject> Export(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        var record = await Find(kind, id, cancellationToken);
        var data = new JsonObject { ["subject"] = RecordChanges.Snapshot(db.Entry(record)) };
        if (record is User)
        {
            data["engagements"] = await OwnedBy(id, cancellationToken);
            data["mails"] = await MailsTo(id, cancellationToken);
            data["auditEntries"] = await EntriesOf([id], id, [id], cancellationToken);
            return data;
        }

        // What was stored of the client itself is told place by place; of what it stands in, only that something was done: there stand the agency's figures.
        var held = await ClientHoldings.Load(db, id, cancellationToken);
        data["mergedClients"] = new JsonArray([.. held.Clients.Skip(1).Select(client => RecordChanges.Snapshot(db.Entry(client)))]);
        ClientExport.Write(data, held);
        data["auditEntries"] = await EntriesOf([.. held.Records.Select(one => one.Id)], id, [.. held.Clients.Select(client => client.Id)], cancellationToken);
        return data;
    }

    /// <summary>Erases a person: from the record, from the documents that name it, and from the payloads of the audit trail, whose chain holds.</summary>
    public async Task Erase(PersonalDataCase subject, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var record = await Find(subject.SubjectKind, subject.SubjectId, cancellationToken);
        var records = await Forget(record, now, cancellationToken);
        subject.Erased(now);
        subject.Touch(now);
        db.Forgotten.UnionWith(records);

        var paths = records.SelectMany(id => new[] { $"/api/v1/clients/{id}", $"/api/v1/engagements/{id}", $"/api/v1/proposals/{id}" }).ToList();
        (await db.Events.Where(told => paths.Contains(told.Subject)).ToListAsync(cancellationToken)).ForEach(told => told.Forget());

        var entries = await db.AuditEntries.Where(entry => records.Contains(entry.RecordId) && entry.Payload != null).ToListAsync(cancellationToken);
        if (record is Client)
            entries = [.. entries.Union(await FormerWork.EntriesOf(db, await ClientHoldings.IdsOf(db, record.Id, cancellationToken), cancellationToken)).OrderBy(entry => entry.Sequence)];
        entries.ForEach(entry => entry.Erase());
        var payload = ErasedEntries.Payload(entries.Select(entry => entry.Sequence), subject.Reason ?? "");
        await trail.Append(db, actor, new AuditFact(subject.TenantId, ErasedEntries.Action, RecordChanges.KindOf(record), subject.SubjectId, record.Version, payload), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<Guid>> Forget(Record record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (record is User user)
        {
            user.Forget();
            user.Touch(now);
            db.RemoveRange(await db.OutgoingMails.Where(mail => mail.ReaderId == user.Id).ToListAsync(cancellationToken));   // what waits is not sent any more
            return [user.Id];
        }

        var held = await ClientHoldings.Load(db, record.Id, cancellationToken);
        await held.Forget(db, now, cancellationToken);
        return [.. held.Records.Select(one => one.Id)];
    }

    private async Task<JsonArray> OwnedBy(Guid id, CancellationToken cancellationToken)
    {
        var offers = await db.Engagements.AsNoTracking().Where(engagement => engagement.OwnerId == id).OrderBy(engagement => engagement.Id).ToListAsync(cancellationToken);
        return new([.. offers.Select(offer => new JsonObject { ["id"] = offer.Id.ToString(), ["name"] = offer.Name, ["stage"] = EnumCode.Of(offer.Stage) })]);
    }

    private async Task<JsonArray> MailsTo(Guid id, CancellationToken cancellationToken)
    {
        var mails = await db.OutgoingMails.AsNoTracking().Where(mail => mail.ReaderId == id).OrderBy(mail => mail.Id).ToListAsync(cancellationToken);
        return new([.. mails.Select(mail => new JsonObject { ["at"] = ClientExport.At(mail.CreatedAt), ["kind"] = mail.Kind, ["to"] = mail.To, ["subject"] = mail.Subject, ["body"] = mail.Body })]);
    }

    private async Task<JsonArray> EntriesOf(IReadOnlyList<Guid> records, Guid userId, HashSet<Guid> selves, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => records.Contains(entry.RecordId) || entry.UserId == userId).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return new([.. entries.Select(entry => new JsonObject
        {
            ["sequence"] = entry.Sequence,
            ["at"] = ClientExport.At(entry.At),
            ["action"] = entry.Action,
            ["kind"] = entry.Kind,
            ["recordId"] = entry.RecordId.ToString(),
            ["changes"] = selves.Contains(entry.RecordId) && entry.Payload is { } payload ? JsonNode.Parse(payload) : null,
        })]);
    }

    private async Task<(IQueryable<EngagementRecord> Engagements, IQueryable<ProposalRecord> Proposals)> OffersOf(SubjectKind kind, Guid id, CancellationToken cancellationToken)
    {
        var clients = kind == SubjectKind.Client ? await ClientHoldings.IdsOf(db, id, cancellationToken) : [];
        var engagements = kind == SubjectKind.User
            ? db.Engagements.Where(engagement => engagement.OwnerId == id)
            : db.Engagements.Where(engagement => engagement.ClientId != null && clients.Contains(engagement.ClientId.Value));
        // The order of a change may stand by an engagement that names no client.
        return (engagements, db.Proposals.Where(proposal => engagements.Any(engagement => engagement.Id == proposal.EngagementId) || (proposal.ClientId != null && clients.Contains(proposal.ClientId.Value))));
    }
}
