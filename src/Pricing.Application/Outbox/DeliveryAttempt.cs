using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Application.Outbox;

/// <summary>One attempt of a delivery and what came of it. Written once.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>Most characters of an answer that are kept.</summary>
    internal const int MostAnswer = 4_000;

    /// <summary>Key.</summary>
    public long Id { get; private init; }

    /// <summary>The agency.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The delivery.</summary>
    public required long DeliveryPosition { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it began, UTC; the time that was signed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>HTTP status of the answer; null where none came.</summary>
    public required int? Status { get; init; }

    /// <summary>Why no answer came; null where one did.</summary>
    public required string? Fault { get; init; }

    /// <summary>How the answer began; null where none came.</summary>
    public required string? Answer { get; init; }
}

internal sealed class DeliveryAttemptMapping : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("WebhookAttempts");
        builder.Property(attempt => attempt.Fault).HasMaxLength(300);
        builder.Property(attempt => attempt.Answer).HasMaxLength(DeliveryAttempt.MostAnswer);
        builder.HasIndex(attempt => new { attempt.DeliveryPosition, attempt.Number });
        builder.HasOne<Delivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryPosition).OnDelete(DeleteBehavior.Cascade);
    }
}
