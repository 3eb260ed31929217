using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PriceBook;

/// <summary>What a price stands for today.</summary>
public enum PriceStatus
{
    /// <summary>The vendor charges it, or charged it until a later entry of the code replaced it.</summary>
    Active,

    /// <summary>The vendor will charge it from its first day on.</summary>
    Announced,

    /// <summary>The service ends, or has ended, on the entry's last day.</summary>
    Discontinued,
}

/// <summary>
/// A vendor's price of one variant of a model or service from a day on. Entries of one code follow each other: on a day
/// holds the one with the latest first day that is not after it; where that one has ended before the day, none holds.
/// Hence periods may overlap, the later entry wins.
/// </summary>
public sealed class PriceBookEntry : Record, IDated
{
    /// <summary>Code by which generations name the price.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Who charges it.</summary>
    public string Vendor { get; private set; } = "";

    /// <summary>Model or service, with its variant.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Code, vendor and model in lower case, by which the list searches: databases fold only ASCII.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>What it makes or does.</summary>
    public string Modality { get; private set; } = "";

    /// <summary>What the price is for one of: a unit of the contract, or <c>month</c> for plans.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Price of a unit.</summary>
    public decimal Price { get; private set; }

    /// <summary>ISO 4217 code of the price's currency.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null for open.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Where the price was found.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Day on which it was found there.</summary>
    public DateOnly RetrievedOn { get; private set; }

    /// <summary>Whether it holds, will hold or ends.</summary>
    public PriceStatus Status { get; private set; }

    /// <summary>Code of what to use instead; null where nothing is known.</summary>
    public string? Successor { get; private set; }

    /// <summary>Longest clip that one attempt makes, seconds; null where it is not known or none.</summary>
    public decimal? MaximumClipSeconds { get; private set; }

    /// <summary>Share of attempts that the agency accepts, in its experience; null where it has none.</summary>
    public decimal? AcceptanceProbability { get; private set; }

    /// <summary>Minutes of review for each attempt, in the agency's experience; null where it has none.</summary>
    public decimal? ReviewMinutesPerAttempt { get; private set; }

    /// <summary>What to know of the price.</summary>
    public string? Note { get; private set; }

    /// <summary>Which price it is and where it comes from, in one line: what an engagement keeps of its origin.</summary>
    public string InOneLine => OneLine.Of(
        $"{Code}, version {Version}: {Vendor} {Model}, {Price:0.############} {Currency} per {Unit}, valid from {ValidFrom:yyyy-MM-dd}; {Source}");

    /// <summary>The entry that holds on a day: the latest that has begun, unless it has ended. Null where there is none.</summary>
    /// <param name="ofOneCode">All entries of one code, in any order.</param>
    /// <param name="day">The day, as a rule the engagement's pricing date.</param>
    public static PriceBookEntry? Effective(IEnumerable<PriceBookEntry> ofOneCode, DateOnly day) => Validity.Effective(ofOneCode, day);

    internal void State(PriceTerms terms)
    {
        Code = terms.Code;
        Vendor = terms.Vendor;
        Model = terms.Model;
        SearchText = $"{terms.Code}\n{terms.Vendor}\n{terms.Model}".ToLowerInvariant();
        Modality = terms.Modality;
        Unit = terms.Unit;
        Price = terms.Price;
        Currency = terms.Currency;
        ValidFrom = terms.ValidFrom;
        ValidTo = terms.ValidTo;
        Source = terms.Source;
        RetrievedOn = terms.RetrievedOn;
        Status = terms.Status;
        Successor = terms.Successor;
        MaximumClipSeconds = terms.MaximumClipSeconds;
        AcceptanceProbability = terms.AcceptanceProbability;
        ReviewMinutesPerAttempt = terms.ReviewMinutesPerAttempt;
        Note = terms.Note;
    }
}

internal sealed class PriceBookEntryMapping : IEntityTypeConfiguration<PriceBookEntry>
{
    public void Configure(EntityTypeBuilder<PriceBookEntry> builder)
    {
        builder.MapRecord("PriceBook");
        builder.Property(entry => entry.Code).HasMaxLength(100);
        builder.Property(entry => entry.Vendor).HasMaxLength(300);
        builder.Property(entry => entry.Model).HasMaxLength(300);
        builder.Property(entry => entry.SearchText).HasMaxLength(702);
        builder.Property(entry => entry.Modality).HasMaxLength(30);
        builder.Property(entry => entry.Unit).HasMaxLength(30);
        builder.Property(entry => entry.Price).HasPrecision(28, 12);
        builder.Property(entry => entry.Currency).HasMaxLength(3);
        builder.Property(entry => entry.Source).HasMaxLength(300);
        builder.Property(entry => entry.Successor).HasMaxLength(100);
        builder.Property(entry => entry.MaximumClipSeconds).HasPrecision(28, 12);
        builder.Property(entry => entry.AcceptanceProbability).HasPrecision(28, 12);
        builder.Property(entry => entry.ReviewMinutesPerAttempt).HasPrecision(28, 12);
        builder.Property(entry => entry.Note).HasMaxLength(10_000);
        builder.HasIndex(entry => new { entry.TenantId, entry.Code, entry.ValidFrom }).IsUnique();
    }
}
