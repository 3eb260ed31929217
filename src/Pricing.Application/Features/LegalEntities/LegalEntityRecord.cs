using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;
using Pricing.Documents;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>A company of the agency that issues proposals under its own letterhead and numbers.</summary>
public sealed class LegalEntityRecord : Record
{
    /// <summary>Name as registered.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Short name, for the running head and the cover.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Address in one line.</summary>
    public string Address { get; private set; } = "";

    /// <summary>ISO 3166 code of the country, whose VAT it charges.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Entry in the commercial register; null where there is none.</summary>
    public string? Register { get; private set; }

    /// <summary>VAT identification number; null where there is none.</summary>
    public string? VatId { get; private set; }

    /// <summary>Where to pay, in one line.</summary>
    public string? Bank { get; private set; }

    /// <summary>Whom a client may ask.</summary>
    public string ContactName { get; private set; } = "";

    /// <summary>What that person does.</summary>
    public string ContactFunction { get; private set; } = "";

    /// <summary>Where that person is reached; answers of clients to mail go there.</summary>
    public string ContactEmail { get; private set; } = "";

    /// <summary>Brand colour, #RRGGBB.</summary>
    public string BrandColour { get; private set; } = "";

    /// <summary>Second colour, for the cover alone, #RRGGBB; null for the first.</summary>
    public string? CoverColour { get; private set; }

    /// <summary>Its logo, an SVG or PNG file; null for its name alone.</summary>
    public byte[]? Logo { get; private set; }

    /// <summary>IANA time zone in which its days end.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>What its numbers begin with; empty for the year alone.</summary>
    public string NumberPrefix { get; private set; } = "";

    /// <summary>Days for which a proposal is open where it says nothing else.</summary>
    public int ValidityDays { get; private set; }

    /// <summary>Archived ones issue nothing more.</summary>
    public bool IsArchived { get; private set; }

    internal void State(LegalEntityTerms terms)
    {
        (Name, ShortName, Address, Country) = (terms.Name, terms.ShortName ?? terms.Name, terms.Address, terms.Country);
        (Register, VatId, Bank) = (terms.Register, terms.VatId, terms.Bank);
        (ContactName, ContactFunction, ContactEmail) = (terms.ContactName, terms.ContactFunction, terms.ContactEmail);
        (CoverColour, Logo) = (terms.CoverColour, terms.Logo);
        (BrandColour, TimeZone, NumberPrefix, ValidityDays) = (terms.BrandColour, terms.TimeZone, terms.NumberPrefix, terms.ValidityDays);
    }

    internal void Archive() => IsArchived = true;
}

/// <summary>The last number that a legal entity gave in a year.</summary>
internal sealed class NumberRange
{
    public Guid TenantId { get; init; }

    public Guid LegalEntityId { get; init; }

    public int Year { get; init; }

    public int Last { get; private set; }

    /// <summary>The next number.</summary>
    public int Next() => ++Last;
}

internal sealed class LegalEntityMapping : IEntityTypeConfiguration<LegalEntityRecord>, IEntityTypeConfiguration<NumberRange>
{
    public void Configure(EntityTypeBuilder<LegalEntityRecord> builder)
    {
        builder.MapRecord("LegalEntities");
        foreach (var text in new[]
        {
            nameof(LegalEntityRecord.Name), nameof(LegalEntityRecord.ShortName), nameof(LegalEntityRecord.Address), nameof(LegalEntityRecord.Register),
            nameof(LegalEntityRecord.Bank), nameof(LegalEntityRecord.ContactName), nameof(LegalEntityRecord.ContactFunction), nameof(LegalEntityRecord.ContactEmail),
        })
            builder.Property(text).HasMaxLength(300);
        builder.Property(entity => entity.Country).HasMaxLength(2);
        builder.Property(entity => entity.VatId).HasMaxLength(20);
        builder.Property(entity => entity.BrandColour).HasMaxLength(7);
        builder.Property(entity => entity.CoverColour).HasMaxLength(7);
        builder.Property(entity => entity.Logo).HasMaxLength(LogoFile.MostBytes);
        builder.Property(entity => entity.TimeZone).HasMaxLength(100);
        builder.Property(entity => entity.NumberPrefix).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<NumberRange> builder)
    {
        builder.ToTable("NumberRanges");
        builder.HasKey(range => new { range.LegalEntityId, range.Year });
        builder.Property(range => range.Last).IsConcurrencyToken();
        builder.HasOne<LegalEntityRecord>().WithMany().HasForeignKey(range => range.LegalEntityId).OnDelete(DeleteBehavior.Restrict);
    }
}
