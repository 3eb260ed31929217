using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>What became of a push.</summary>
public enum CrmPushState
{
    /// <summary>It waits for its turn, is on its way, or waits for the next attempt.</summary>
    Waiting,

    /// <summary>The CRM holds the offer.</summary>
    Done,

    /// <summary>Given up; push again once the cause is gone.</summary>
    Failed,
}

/// <summary>An offer on its way to a CRM. What is sent is the offer at that moment, not that of the request.</summary>
public sealed class CrmPush : Record
{
    /// <summary>Longer than an attempt may take: what a killed process held is attempted again after it.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private const int MostAttempts = 12, MostError = 1_000, MostId = 100;

    /// <summary>The connection.</summary>
    public Guid ConnectionId { get; private set; }

    /// <summary>The engagement.</summary>
    public Guid EngagementId { get; private set; }

    /// <summary>Day of the decision.</summary>
    public DateOnly CloseDate { get; private set; }

    /// <summary>What became of it.</summary>
    public CrmPushState State { get; private set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it may be attempted: the next time, or while it is on its way the end of the lease.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The CRM's id of the deal.</summary>
    public string? DealId { get; private set; }

    /// <summary>The lines as the CRM holds them, as JSON.</summary>
    public string Lines { get; private set; } = "[]";

    /// <summary>HTTP status of the last refusal; null where there was none, or no answer came.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was done or given up, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal IReadOnlyList<CrmPushedLine> LineList => JsonSerializer.Deserialize<IReadOnlyList<CrmPushedLine>>(Lines, JsonSerializerOptions.Web)!;

    internal void Ask(Guid connection, Guid engagement, DateOnly closeDate, DateTimeOffset now) =>
        (ConnectionId, EngagementId, CloseDate, DueAt) = (connection, engagement, closeDate, now);

    internal void Begin(DateTimeOffset now)
    {
        Attempts++;
        DueAt = now + Lease;
        Touch(now);
    }

    internal void Finish(CrmPushed pushed, DateTimeOffset now)
    {
        (State, DealId, Lines, EndedAt) = (CrmPushState.Done, Excerpt.Of(pushed.DealId, MostId), JsonSerializer.Serialize(pushed.Lines, JsonSerializerOptions.Web), now);
        (LastStatus, LastError) = (null, null);
        Touch(now);
    }

    internal void Fail(CrmRefusal refusal, TimeSpan wait, DateTimeOffset now)
    {
        (LastStatus, LastError) = (refusal.Status, Excerpt.Of(refusal.Message, MostError));
        if (refusal.IsTransient && Attempts < MostAttempts)
            DueAt = now + wait;
        else
            (State, EndedAt) = (CrmPushState.Failed, now);
        Touch(now);
    }
}

internal sealed class CrmPushMapping : IEntityTypeConfiguration<CrmPush>
{
    public void Configure(EntityTypeBuilder<CrmPush> builder)
    {
        builder.MapRecord("CrmPushes");
        builder.Property(push => push.DealId).HasMaxLength(100);
        builder.Property(push => push.LastError).HasMaxLength(1_000);
        builder.Ignore(push => push.LineList);
        builder.HasIndex(push => new { push.State, push.DueAt });
        builder.HasOne<CrmConnection>().WithMany().HasForeignKey(push => push.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EngagementRecord>().WithMany().HasForeignKey(push => push.EngagementId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A line as the CRM holds it.</summary>
/// <param name="Key">Our key: the engagement's id and the line's place.</param>
/// <param name="CrmId">The CRM's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Amount">Its net amount.</param>
public sealed record CrmPushedLine(string Key, string CrmId, string Name, decimal Amount);

/// <summary>What a CRM holds after a push.</summary>
/// <param name="DealId">Its id of the deal.</param>
/// <param name="Lines">The lines.</param>
internal sealed record CrmPushed(string DealId, IReadOnlyList<CrmPushedLine> Lines)
{
    public static CrmPushed Of(string dealId, CrmDeal deal, IReadOnlyDictionary<string, string> ids) =>
        new(dealId, [.. deal.Lines.Select(line => new CrmPushedLine(line.Key, ids[line.Key], line.Name, line.Amount))]);
}

/// <summary>A push as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="ConnectionId">Where it goes.</param>
/// <param name="EngagementId">The engagement.</param>
/// <param name="CloseDate">Day of the decision.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">Attempts begun.</param>
/// <param name="NextAttemptAt">When it is attempted next at the earliest, UTC; null where it has ended.</param>
/// <param name="DealId">The CRM's id of the deal; null while there is none.</param>
/// <param name="Lines">The lines as the CRM holds them.</param>
/// <param name="LastStatus">HTTP status of the last refusal; null where there was none, or no answer came.</param>
/// <param name="LastError">Why the last attempt failed; null where it did not.</param>
/// <param name="EndedAt">When it was done or given up, UTC; null while it waits.</param>
/// <param name="Version">Version, counted from 1.</param>
/// <param name="CreatedAt">When it was asked for, UTC.</param>
public sealed record CrmPushView(
    Guid Id, Guid ConnectionId, Guid EngagementId, DateOnly CloseDate, CrmPushState State, int Attempts, DateTimeOffset? NextAttemptAt, string? DealId,
    IReadOnlyList<CrmPushedLine> Lines, int? LastStatus, string? LastError, DateTimeOffset? EndedAt, int Version, DateTimeOffset CreatedAt) : IVersioned
{
    internal static CrmPushView Of(CrmPush push) => new(
        push.Id, push.ConnectionId, push.EngagementId, push.CloseDate, push.State, push.Attempts, push.State == CrmPushState.Waiting ? push.DueAt : null, push.DealId,
        push.LineList, push.LastStatus, push.LastError, push.EndedAt, push.Version, push.CreatedAt);
}
