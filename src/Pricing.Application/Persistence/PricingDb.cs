using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.DriftWatch;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Features.PersonalData;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Idempotency;
using Pricing.Application.Outbox;

namespace Pricing.Application.Persistence;

/// <summary>The database, seen by one agency: every query is filtered by the actor's tenant.</summary>
public class PricingDb(DbContextOptions options, Actor actor, AuditTrail trail, Trial trial, WriteGate gate) : DbContext(options)
{
    private const string TurnOfEvents = "events";

    private readonly Guid tenantId = actor.TenantId;

    /// <summary>Records that are being erased: the audit trail names the places that change, and no longer what stood there.</summary>
    internal HashSet<Guid> Forgotten { get; } = [];

    /// <summary>The unit of a call with a key, which opens its transaction with the first save; null where every save is its own.</summary>
    internal KeyedUnit? Unit { get; set; }

    internal DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    internal DbSet<Agency> Agencies => Set<Agency>();

    internal DbSet<User> Users => Set<User>();

    internal DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    internal DbSet<PersonalDataCase> PersonalDataCases => Set<PersonalDataCase>();

    internal DbSet<SetupCode> SetupCodes => Set<SetupCode>();

    internal DbSet<Client> Clients => Set<Client>();

    internal DbSet<RateCardRecord> RateCards => Set<RateCardRecord>();

    internal DbSet<EffortProfileRecord> EffortProfiles => Set<EffortProfileRecord>();

    internal DbSet<PriceBookEntry> PriceBook => Set<PriceBookEntry>();

    internal DbSet<DeliverableRecord> Deliverables => Set<DeliverableRecord>();

    internal DbSet<EngagementRecord> Engagements => Set<EngagementRecord>();

    internal DbSet<ScenarioRecord> Scenarios => Set<ScenarioRecord>();

    internal DbSet<LegalEntityRecord> LegalEntities => Set<LegalEntityRecord>();

    internal DbSet<NumberRange> NumberRanges => Set<NumberRange>();

    internal DbSet<ProposalRecord> Proposals => Set<ProposalRecord>();

    internal DbSet<ProposalVersion> ProposalVersions => Set<ProposalVersion>();

    internal DbSet<ProposalPaper> ProposalPapers => Set<ProposalPaper>();

    internal DbSet<HistoryEntry> ProposalHistory => Set<HistoryEntry>();

    internal DbSet<ShareLink> ShareLinks => Set<ShareLink>();

    internal DbSet<ProposalQuestion> ProposalQuestions => Set<ProposalQuestion>();

    internal DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    internal DbSet<ApprovalRulesRecord> ApprovalRules => Set<ApprovalRulesRecord>();

    internal DbSet<ExchangeRateRecord> ExchangeRates => Set<ExchangeRateRecord>();

    internal DbSet<DriftLimitsRecord> DriftLimits => Set<DriftLimitsRecord>();

    internal DbSet<EventRecord> Events => Set<EventRecord>();

    internal DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    internal DbSet<Delivery> Deliveries => Set<Delivery>();

    internal DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    internal DbSet<CrmConnection> CrmConnections => Set<CrmConnection>();

    internal DbSet<CrmPush> CrmPushes => Set<CrmPush>();

    internal DbSet<CrmInbound> CrmInbound => Set<CrmInbound>();

    internal DbSet<CrmSweep> CrmSweeps => Set<CrmSweep>();

    internal DbSet<FeedStart> FeedStarts => Set<FeedStart>();

    internal DbSet<SpreadMark> SpreadMarks => Set<SpreadMark>();

    /// <summary>A record that is about to change, at the version the caller has read.</summary>
    /// <exception cref="NotFoundException">There is none in this agency.</exception>
    /// <exception cref="StaleVersionException">It has another version by now.</exception>
    internal async Task<T> ForChange<T>(string kind, Guid id, int? version, CancellationToken cancellationToken)
        where T : Record
    {
        var record = await Set<T>().SingleOrDefaultAsync(record => record.Id == id, cancellationToken) ?? throw new NotFoundException(kind, id);
        if (version is { } read && read != record.Version)
            throw new StaleVersionException(record.Version);
        return record;
    }

    /// <summary>Opens a transaction that writes, once no other writer of this process is at it.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <param name="patience">How long to wait; five seconds where nothing is said.</param>
    /// <exception cref="BusyException">The turn does not come.</exception>
    internal async Task<Writing> BeginWriting(CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var turn = await (patience is { } own ? gate.Enter(own) : gate.Enter());
        try
        {
            return new(turn, await Database.BeginTransactionAsync(cancellationToken));
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Waits inside the open transaction until no other one is at the same work, and keeps the others waiting until it ends. Here the transaction itself is the only one.</summary>
    /// <exception cref="DbException">The turn does not come within five seconds.</exception>
    internal virtual Task WaitForTurn(string work, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits inside the open transaction until nobody else changes anything of the agency.</summary>
    internal Task WaitForAgency(CancellationToken cancellationToken) => WaitForTurn(TurnOf(tenantId), cancellationToken);

    /// <summary>Does the work of a timer unless another node of the service is at it. Here there is one node.</summary>
    internal virtual Task UnlessAnotherNode(string work, Func<Task> act, CancellationToken cancellationToken) => act();

    /// <summary>Saves, and writes into the audit trail what is saved: both, or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = RecordChanges.Pending(ChangeTracker, Forgotten).ToList();   // while others may still write
        var tells = ChangeTracker.Entries<EventRecord>().Any(entry => entry.State == EntityState.Added);
        if (Unit is { } unit)
            await unit.Begin();

        // Taken before the trail's end is read: writers continue the chain one after the other.
        await using var own = Database.CurrentTransaction is null ? await BeginWriting(cancellationToken) : null;
        foreach (var agency in changes.Select(change => change.Record.TenantId).Distinct().Order())
            await WaitForTurn(TurnOf(agency), cancellationToken);
        await this.RequireStillInUse(changes, cancellationToken);
        await trail.Append(this, actor, changes, cancellationToken);
        if (tells)
            await WaitForTurn(TurnOfEvents, cancellationToken);   // their numbers are the order of commits, in all agencies
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (trial.IsOn)
            trial.Changes.AddRange(changes);
        if (own is not null)
            await own.Commit();
        return rows;
    }

    private static string TurnOf(Guid agency) => $"agency {agency}";

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: that is where the audit trail is written.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PricingDb).Assembly);
        modelBuilder.Entity<KeptAnswer>().HasQueryFilter(answer => answer.TenantId == tenantId);
        modelBuilder.Entity<User>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(entry => entry.TenantId == tenantId);
        modelBuilder.Entity<PersonalDataCase>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<ApiKey>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<Client>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<RateCardRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<EffortProfileRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<PriceBookEntry>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<DeliverableRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<EngagementRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<ScenarioRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<LegalEntityRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<NumberRange>().HasQueryFilter(range => range.TenantId == tenantId);
        modelBuilder.Entity<ProposalRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<ProposalVersion>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<ProposalPaper>().HasQueryFilter(paper => paper.TenantId == tenantId);
        modelBuilder.Entity<HistoryEntry>().HasQueryFilter(entry => entry.TenantId == tenantId);
        modelBuilder.Entity<ShareLink>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<LinkOpening>().HasQueryFilter(opening => opening.TenantId == tenantId);
        modelBuilder.Entity<ProposalQuestion>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<OutgoingMail>().HasQueryFilter(mail => mail.TenantId == tenantId);
        modelBuilder.Entity<ApprovalRulesRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<ExchangeRateRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<DriftLimitsRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<EventRecord>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<FeedStart>().HasQueryFilter(start => start.TenantId == tenantId);
        modelBuilder.Entity<WebhookEndpoint>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<Delivery>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<DeliveryAttempt>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<CrmConnection>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<CrmPush>().HasQueryFilter(record => record.TenantId == tenantId);
        modelBuilder.Entity<CrmInbound>().HasQueryFilter(told => told.TenantId == tenantId);
        modelBuilder.Entity<CrmSweep>().HasQueryFilter(sweep => sweep.TenantId == tenantId);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Ticks of UTC sort and compare alike on every database; text with offsets does not.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
