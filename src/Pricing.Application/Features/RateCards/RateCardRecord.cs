using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Clients;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.RateCards;

/// <summary>
/// A kept rate card: what hours are sold for, and what the people cost. Cards of one code follow each other: on a day holds the one
/// with the latest first day that is not after it; where that one has ended before the day, none holds.
/// </summary>
public sealed class RateCardRecord : Record, IDated
{
    /// <summary>Code by which engagements name the card.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code and name in lower case, by which the list searches: databases fold only ASCII.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The client with whom it is agreed; null for the agency's general card.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>ISO 4217 code of the currency of rates, salaries and costs.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null for open.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Discount on the card, a fraction.</summary>
    public decimal Discount { get; private set; }

    /// <summary>Share of worked value that is billed, a fraction.</summary>
    public decimal Realisation { get; private set; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The roles as JSON text, which <see cref="CardRole.Read"/> reads.</summary>
    public string Roles { get; private set; } = "[]";

    /// <summary>Which card it is and where it comes from, in one line: what an engagement keeps of its origin.</summary>
    public string InOneLine => OneLine.Of($"{Code}, version {Version}: {Name}, {Currency}, valid from {ValidFrom:yyyy-MM-dd}; {Source}");

    /// <summary>The card that holds on a day: the latest that has begun, unless it has ended. Null where there is none.</summary>
    /// <param name="ofOneCode">All cards of one code, in any order.</param>
    /// <param name="day">The day, as a rule the engagement's pricing date.</param>
    public static RateCardRecord? Effective(IEnumerable<RateCardRecord> ofOneCode, DateOnly day) => Validity.Effective(ofOneCode, day);

    /// <summary>Gives it to the client that stays of two.</summary>
    internal void MoveTo(Guid clientId) => ClientId = clientId;

    internal void State(RateCardTerms terms)
    {
        Code = terms.Code;
        Name = terms.Name;
        SearchText = $"{terms.Code}\n{terms.Name}".ToLowerInvariant();
        ClientId = terms.ClientId;
        Currency = terms.Currency;
        ValidFrom = terms.ValidFrom;
        ValidTo = terms.ValidTo;
        Discount = terms.Discount;
        Realisation = terms.Realisation;
        Source = terms.Source;
        Roles = CardRole.Write(terms.Roles);
    }
}

internal sealed class RateCardMapping : IEntityTypeConfiguration<RateCardRecord>
{
    public void Configure(EntityTypeBuilder<RateCardRecord> builder)
    {
        builder.MapRecord("RateCards");
        builder.Property(card => card.Code).HasMaxLength(100);
        builder.Property(card => card.Name).HasMaxLength(300);
        builder.Property(card => card.SearchText).HasMaxLength(401);
        builder.Property(card => card.Currency).HasMaxLength(3);
        builder.Property(card => card.Discount).HasPrecision(28, 12);
        builder.Property(card => card.Realisation).HasPrecision(28, 12);
        builder.Property(card => card.Source).HasMaxLength(300);
        builder.HasOne<Client>().WithMany().HasForeignKey(card => card.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(card => new { card.TenantId, card.Code, card.ValidFrom }).IsUnique();
    }
}
