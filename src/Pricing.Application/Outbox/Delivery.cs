using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.Webhooks;

namespace Pricing.Application.Outbox;

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its turn, is on its way, or waits for the next attempt.</summary>
    Waiting,

    /// <summary>The receiver accepted it.</summary>
    Delivered,

    /// <summary>Given up after the last attempt; it can be replayed.</summary>
    Dead,

    /// <summary>Never sent, because a sandbox key caused the event.</summary>
    KeptInside,

    /// <summary>Never sent, because its endpoint was archived before.</summary>
    Dropped,
}

/// <summary>One event on its way to one endpoint. Only the queue changes it, and only while it holds the claim: owner and attempt take the place of a version.</summary>
public sealed class Delivery
{
    /// <summary>Place in the queue, growing and never used twice.</summary>
    public long Position { get; private init; }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agency.</summary>
    public Guid TenantId { get; private init; }

    /// <summary>Where it goes.</summary>
    public Guid EndpointId { get; private init; }

    /// <summary>What it tells.</summary>
    public long EventSequence { get; private init; }

    /// <summary>The event itself.</summary>
    public EventRecord? Event { get; private init; }

    /// <summary>Path of the resource; the deliveries of one resource to one endpoint go one after the other.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it may be claimed: the next attempt, or while it is on its way the end of the lease.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The dispatcher that holds it; null where none does.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>HTTP status of the last answer; null where none came.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>When it was put into the queue, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was accepted or given up, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The delivery that it repeats; null for a first one.</summary>
    public Guid? ReplayOf { get; private init; }

    /// <summary>Puts an event into the queue of an endpoint.</summary>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="told">The event.</param>
    /// <param name="now">When.</param>
    /// <param name="replayOf">The delivery that is repeated; null for a first one.</param>
    internal static Delivery Of(Guid endpointId, EventRecord told, DateTimeOffset now, Guid? replayOf = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = told.TenantId,
        EndpointId = endpointId,
        Event = told,
        EventSequence = told.Sequence,
        Subject = told.Subject,
        State = told.IsSandbox ? DeliveryState.KeptInside : DeliveryState.Waiting,
        EndedAt = told.IsSandbox ? now : null,
        DueAt = now,
        CreatedAt = now,
        ReplayOf = replayOf,
    };
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasKey(delivery => delivery.Position);
        builder.Property(delivery => delivery.Position).ValueGeneratedOnAdd();
        builder.Property(delivery => delivery.Subject).HasMaxLength(200);
        builder.HasIndex(delivery => delivery.Id).IsUnique();
        builder.HasIndex(delivery => new { delivery.TenantId, delivery.Position });
        builder.HasIndex(delivery => new { delivery.State, delivery.EndpointId, delivery.DueAt });
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.Subject, delivery.State, delivery.Position });
        builder.HasOne(delivery => delivery.Event).WithMany().HasForeignKey(delivery => delivery.EventSequence).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(delivery => delivery.EndpointId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(delivery => delivery.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
