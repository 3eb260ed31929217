using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Events;

/// <summary>Something that happened to a resource and that the world outside may know. Written with the change, and never changed but by an erasure.</summary>
public sealed class EventRecord
{
    /// <summary>Place in the order of commits, growing and never used twice: the database has one writer, who gives it.</summary>
    public long Sequence { get; private init; }

    /// <summary>Id, the same in the feed and in every delivery.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agency it happened in.</summary>
    public Guid TenantId { get; private init; }

    /// <summary>What happened, one of <see cref="EventTypes"/>.</summary>
    public string Type { get; private init; } = "";

    /// <summary>Path of the resource it happened to; what is told of one resource is told in order.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>Whether a sandbox key did it; then no webhook leaves the service.</summary>
    public bool IsSandbox { get; private init; }

    /// <summary>The one endpoint that is told, and no feed: a ping. Null for all.</summary>
    public Guid? OnlyFor { get; private init; }

    /// <summary>The event as it is told: a CloudEvent in JSON, byte for byte what is signed and sent.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>Drops what it tells, as the law wants it: that something happened, and to what, stays.</summary>
    internal void Forget() => Body = CloudEvent.WithoutData(Body);

    /// <summary>An event that happens now.</summary>
    /// <param name="actor">Who makes it happen.</param>
    /// <param name="now">When.</param>
    /// <param name="type">What happens.</param>
    /// <param name="subject">Path of the resource.</param>
    /// <param name="facts">What is told of it: nothing that must stay inside the agency.</param>
    /// <param name="onlyFor">The one endpoint that is told; null for all.</param>
    internal static EventRecord Of<T>(Actor actor, DateTimeOffset now, string type, string subject, T facts, Guid? onlyFor = null)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            TenantId = actor.TenantId,
            Type = type,
            Subject = subject,
            OccurredAt = now,
            IsSandbox = actor.IsSandbox,
            OnlyFor = onlyFor,
            Body = CloudEvent.Write(id, actor, now, type, subject, facts),
        };
    }
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRecord>
{
    public void Configure(EntityTypeBuilder<EventRecord> builder)
    {
        builder.ToTable("Events");
        builder.HasKey(one => one.Sequence);
        builder.Property(one => one.Sequence).ValueGeneratedOnAdd();
        builder.Property(one => one.Type).HasMaxLength(100);
        builder.Property(one => one.Subject).HasMaxLength(200);
        builder.HasIndex(one => one.Id).IsUnique();
        builder.HasIndex(one => new { one.TenantId, one.Sequence });
        builder.HasOne<Agency>().WithMany().HasForeignKey(one => one.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
