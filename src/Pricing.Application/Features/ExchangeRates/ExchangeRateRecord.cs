using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>
/// A dated exchange rate of the agency. Rates of one pair follow each other: on a day holds the one with the latest day that is not after it.
/// Engagements keep the rates of their documents; only a repricing takes these.
/// </summary>
public sealed class ExchangeRateRecord : Record
{
    /// <summary>ISO 4217 code of the foreign currency.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>ISO 4217 code of the currency in which engagements are priced.</summary>
    public string PricedIn { get; private set; } = "";

    /// <summary>Units of the latter per unit of the former.</summary>
    public decimal Rate { get; private set; }

    /// <summary>Day of the rate, and first day on which it holds.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Where the rate was found.</summary>
    public string Source { get; private set; } = "";

    internal void State(ExchangeRateTerms terms) =>
        (Currency, PricedIn, Rate, AsOf, Source) = (terms.Currency, terms.PricedIn, terms.Rate, terms.AsOf, terms.Source);
}

internal sealed class ExchangeRateMapping : IEntityTypeConfiguration<ExchangeRateRecord>
{
    public void Configure(EntityTypeBuilder<ExchangeRateRecord> builder)
    {
        builder.MapRecord("ExchangeRates");
        builder.Property(rate => rate.Currency).HasMaxLength(3);
        builder.Property(rate => rate.PricedIn).HasMaxLength(3);
        builder.Property(rate => rate.Rate).HasPrecision(28, 12);
        builder.Property(rate => rate.Source).HasMaxLength(300);
        builder.HasIndex(rate => new { rate.TenantId, rate.Currency, rate.PricedIn, rate.AsOf }).IsUnique();
    }
}
