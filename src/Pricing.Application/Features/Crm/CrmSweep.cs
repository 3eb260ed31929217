using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Crm;

/// <summary>How often accounts are asked what they failed to tell.</summary>
/// <param name="Every">Time between two sweeps of an account; zero for none.</param>
public sealed record CrmSweepSettings(TimeSpan Every)
{
    /// <summary>A quarter of an hour: Dynamics tells at most twice, and the sweep is all that comes after.</summary>
    public static readonly CrmSweepSettings Usual = new(TimeSpan.FromMinutes(15));
}

/// <summary>How far an account was asked for changed deals. Kept, so that nothing is left out after a restart.</summary>
public sealed class CrmSweep
{
    /// <summary>Longer than a sweep takes: what a killed process held is done again after it.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>The connection.</summary>
    public required Guid ConnectionId { get; init; }

    /// <summary>The agency.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>What was changed before is known, by the CRM's clock.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>When it may be swept next: while it is being swept the end of the lease.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Sweeps in a row that failed.</summary>
    public int Failures { get; set; }
}

internal sealed class CrmSweepMapping : IEntityTypeConfiguration<CrmSweep>
{
    public void Configure(EntityTypeBuilder<CrmSweep> builder)
    {
        builder.ToTable("CrmSweeps");
        builder.HasKey(sweep => sweep.ConnectionId);
        builder.Property(sweep => sweep.DueAt).IsConcurrencyToken();
        builder.HasOne<CrmConnection>().WithMany().HasForeignKey(sweep => sweep.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(sweep => sweep.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
