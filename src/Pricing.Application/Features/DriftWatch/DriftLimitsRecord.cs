using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>The agency's limits of the price-drift watch; an engagement may have its own.</summary>
public sealed class DriftLimitsRecord : Record
{
    /// <summary>Margin below which an engagement is listed, a fraction.</summary>
    public decimal Margin { get; private set; }

    /// <summary>Certainty equivalent below which it is listed, in the engagement's currency.</summary>
    public decimal CertaintyEquivalent { get; private set; }

    internal void State(decimal margin, decimal certaintyEquivalent) => (Margin, CertaintyEquivalent) = (margin, certaintyEquivalent);
}

internal sealed class DriftLimitsMapping : IEntityTypeConfiguration<DriftLimitsRecord>
{
    public void Configure(EntityTypeBuilder<DriftLimitsRecord> builder)
    {
        builder.MapRecord("DriftLimits");
        builder.Property(limits => limits.Margin).HasPrecision(28, 12);
        builder.Property(limits => limits.CertaintyEquivalent).HasPrecision(28, 12);
        builder.HasIndex(limits => limits.TenantId).IsUnique();
    }
}
