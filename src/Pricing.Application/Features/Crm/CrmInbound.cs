using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;
using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Crm;

/// <summary>What became of something that a CRM told.</summary>
public enum CrmInboundState
{
    /// <summary>It waits for its turn or the next attempt.</summary>
    Waiting,

    /// <summary>An engagement was made or brought up to date.</summary>
    Done,

    /// <summary>There was nothing to do: we had caused it ourselves, or nothing of it concerns us.</summary>
    Dropped,

    /// <summary>Given up.</summary>
    Failed,
}

/// <summary>Something that a CRM told. It is believed to have happened, and nothing more: what is so is read from the CRM.</summary>
public sealed class CrmInbound
{
    private const int MostAttempts = 12, MostError = 1_000;

    /// <summary>Place in the order of arrival.</summary>
    public long Position { get; private init; }

    /// <summary>The agency.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The connection.</summary>
    public required Guid ConnectionId { get; init; }

    /// <summary>What it is known by, however often it comes.</summary>
    public required string Key { get; init; }

    /// <summary>The CRM's id of the deal.</summary>
    public required string DealId { get; init; }

    /// <summary>What was told, as it came.</summary>
    public required string Body { get; set; }

    /// <summary>When it came, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it.</summary>
    public CrmInboundState State { get; private set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it may be attempted.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; private set; }

    /// <summary>What was told now.</summary>
    internal static CrmInbound Of(CrmConnection connection, CrmTold told, DateTimeOffset now) => new()
    {
        TenantId = connection.TenantId,
        ConnectionId = connection.Id,
        Key = told.Key,
        DealId = told.DealId,
        Body = told.Body,
        ReceivedAt = now,
        DueAt = now,
    };

    /// <summary>Drops what was told, as the law wants it: that something was, and of which deal, stays.</summary>
    internal void Forget() => (Body, LastError) = ("{}", null);

    internal void Retry(DateTimeOffset now) => (State, Attempts, DueAt) = (CrmInboundState.Waiting, 0, now);

    internal void End(CrmInboundState state) => (State, LastError) = (state, null);

    internal void Fail(CrmRefusal refusal, Func<int, TimeSpan> wait, DateTimeOffset now)
    {
        Attempts++;
        LastError = Excerpt.Of(refusal.Message, MostError);
        if (refusal.IsTransient && Attempts < MostAttempts)
            DueAt = now + wait(Attempts);
        else
            State = CrmInboundState.Failed;
    }
}

internal sealed class CrmInboundMapping : IEntityTypeConfiguration<CrmInbound>
{
    public void Configure(EntityTypeBuilder<CrmInbound> builder)
    {
        builder.ToTable("CrmInbound");
        builder.HasKey(told => told.Position);
        builder.Property(told => told.Position).ValueGeneratedOnAdd();
        builder.Property(told => told.Key).HasMaxLength(64);
        builder.Property(told => told.DealId).HasMaxLength(100);
        builder.Property(told => told.LastError).HasMaxLength(1_000);
        builder.HasIndex(told => new { told.ConnectionId, told.Key }).IsUnique();
        builder.HasIndex(told => new { told.State, told.DueAt });
        builder.HasOne<CrmConnection>().WithMany().HasForeignKey(told => told.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(told => told.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
