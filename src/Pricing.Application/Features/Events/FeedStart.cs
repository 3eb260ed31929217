using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Events;

/// <summary>Where an agency's feed begins, once its oldest events are no longer kept.</summary>
internal sealed class FeedStart
{
    /// <summary>The agency.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The last event that is gone.</summary>
    public long ClearedUpTo { get; set; }
}

internal sealed class FeedStartMapping : IEntityTypeConfiguration<FeedStart>
{
    public void Configure(EntityTypeBuilder<FeedStart> builder)
    {
        builder.ToTable("FeedStarts");
        builder.HasKey(start => start.TenantId);
        builder.HasOne<Agency>().WithOne().HasForeignKey<FeedStart>(start => start.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class FeedStarts
{
    /// <summary>Refuses a place behind which events are missing.</summary>
    /// <exception cref="GoneException">Some of what happened after it is no longer kept.</exception>
    public static async Task RefuseGone(this PricingDb db, long after, CancellationToken cancellationToken)
    {
        if (await db.FeedStarts.AnyAsync(start => start.ClearedUpTo > after, cancellationToken))
            throw new GoneException("events-gone", "Some of what happened after this place is no longer kept. Read the resources anew, then the feed without after.");
    }
}
