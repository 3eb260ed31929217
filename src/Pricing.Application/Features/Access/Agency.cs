using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Application.Features.Access;

/// <summary>An agency: a tenant, to whom every record belongs.</summary>
public sealed class Agency
{
    /// <summary>The tenant's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in running text.</summary>
    public required string Name { get; set; }

    /// <summary>Legal name.</summary>
    public required string LegalName { get; set; }

    /// <summary>Address in one line.</summary>
    public required string Address { get; set; }

    /// <summary>Whom a client may ask.</summary>
    public required string ContactName { get; set; }

    /// <summary>What that person does.</summary>
    public required string ContactFunction { get; set; }

    /// <summary>Where that person is reached.</summary>
    public required string ContactEmail { get; set; }

    /// <summary>Brand colour, #RRGGBB.</summary>
    public required string BrandColour { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; set; }
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("Agencies");
        builder.Property(agency => agency.Name).HasMaxLength(300);
        builder.Property(agency => agency.LegalName).HasMaxLength(300);
        builder.Property(agency => agency.Address).HasMaxLength(300);
        builder.Property(agency => agency.ContactName).HasMaxLength(300);
        builder.Property(agency => agency.ContactFunction).HasMaxLength(300);
        builder.Property(agency => agency.ContactEmail).HasMaxLength(300);
        builder.Property(agency => agency.BrandColour).HasMaxLength(7);
        builder.Property(agency => agency.TimeZone).HasMaxLength(100);
    }
}
