using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Application.Outbox;

/// <summary>Up to which event deliveries have been made: one row. Moved in the transaction that makes them, so none is left out and none made twice.</summary>
internal sealed class SpreadMark
{
    public const int OnlyId = 1;

    public int Id { get; private init; }

    public long UpTo { get; set; }
}

internal sealed class SpreadMarkMapping : IEntityTypeConfiguration<SpreadMark>
{
    public void Configure(EntityTypeBuilder<SpreadMark> builder)
    {
        builder.ToTable("SpreadMarks");
        builder.Property(mark => mark.Id).ValueGeneratedNever();
        builder.Property(mark => mark.UpTo).IsConcurrencyToken();
        builder.HasData(new { Id = SpreadMark.OnlyId, UpTo = 0L });
    }
}
