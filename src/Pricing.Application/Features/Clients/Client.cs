using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>A client of the agency.</summary>
public sealed class Client : KnownRecord
{
    /// <summary>What stands where a name was.</summary>
    internal const string ErasedName = "Erased client";

    /// <summary>Name, as proposals print it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in lower case, by which the list searches: databases fold only ASCII.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>ISO 3166 code of the country.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Language of its documents, de or en.</summary>
    public string Language { get; private set; } = "";

    /// <summary>IANA time zone in which its days end.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>ISO 4217 code of its currency.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Whether it deducts input tax; banks, insurers and public bodies do not.</summary>
    public bool InputTaxDeductible { get; private set; }

    /// <summary>Industry.</summary>
    public string? Industry { get; private set; }

    /// <summary>Notes that stay inside the agency.</summary>
    public string? InternalNotes { get; private set; }

    /// <summary>Archived clients stay out of lists.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>The client that stays of two; null where it was merged into none.</summary>
    public Guid? MergedInto { get; private set; }

    internal void State(ClientTerms terms)
    {
        Name = terms.Name;
        SearchText = terms.Name.ToLowerInvariant();
        Country = terms.Country;
        Language = terms.Language;
        TimeZone = terms.TimeZone;
        Currency = terms.Currency;
        InputTaxDeductible = terms.InputTaxDeductible;
        Industry = terms.Industry;
        InternalNotes = terms.InternalNotes;
    }

    internal void Archive() => IsArchived = true;

    /// <summary>Leaves everything to the client that stays of two.</summary>
    internal void MergeInto(Client client)
    {
        MergedInto = client.Id;
        KnowAs([]);
        Archive();
    }

    /// <summary>Takes out who the client is, under whatever id; that there was one stays.</summary>
    internal void Forget()
    {
        Name = ErasedName;
        SearchText = Name.ToLowerInvariant();
        (Industry, InternalNotes, IsArchived) = (null, null, true);
        KnowAs([]);
    }
}

internal sealed class ClientMapping : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.MapRecord("Clients");
        builder.MapExternalKeys("ClientExternalIds");
        builder.Property(client => client.Name).HasMaxLength(300);
        builder.Property(client => client.SearchText).HasMaxLength(300);
        builder.Property(client => client.Country).HasMaxLength(2);
        builder.Property(client => client.Language).HasMaxLength(2);
        builder.Property(client => client.TimeZone).HasMaxLength(100);
        builder.Property(client => client.Currency).HasMaxLength(3);
        builder.Property(client => client.Industry).HasMaxLength(300);
        builder.Property(client => client.InternalNotes).HasMaxLength(10_000);
        builder.HasIndex(client => client.MergedInto);
    }
}
