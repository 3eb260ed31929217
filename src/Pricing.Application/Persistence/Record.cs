using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Persistence;

/// <summary>What every stored resource has: a tenant, an owner, a version and its times.</summary>
public abstract class Record
{
    /// <summary>Id; grows with time.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agency it belongs to.</summary>
    public Guid TenantId { get; private init; }

    /// <summary>The user who owns it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Counts changes; its ETag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Gives a new record its identity.</summary>
    /// <param name="actor">Who creates it.</param>
    /// <param name="now">When.</param>
    /// <param name="id">Its id; a new one where none is given.</param>
    public static T New<T>(Actor actor, DateTimeOffset now, Guid? id = null)
        where T : Record, new() => new()
        {
            Id = id ?? Guid.CreateVersion7(now),
            TenantId = actor.TenantId,
            OwnerId = actor.UserId,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>Gives the record to another owner.</summary>
    internal void HandTo(Guid ownerId, DateTimeOffset now)
    {
        OwnerId = ownerId;
        Touch(now);
    }

    /// <summary>Counts a change.</summary>
    public void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}

internal static class RecordMapping
{
    public static void MapRecord<T>(this EntityTypeBuilder<T> builder, string table)
        where T : Record
    {
        builder.ToTable(table);
        builder.HasKey(record => record.Id);
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.HasOne<Agency>().WithMany().HasForeignKey(record => record.TenantId).OnDelete(DeleteBehavior.Restrict);
        if (typeof(T) != typeof(User))   // whoever adds the first user is none yet
            builder.HasOne<User>().WithMany().HasForeignKey(record => record.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => new { record.TenantId, record.CreatedAt, record.Id });
        builder.HasIndex(record => new { record.TenantId, record.UpdatedAt, record.Id });
    }
}
