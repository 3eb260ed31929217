using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.ExchangeRates;

/// <summary>What the agency states of an exchange rate.</summary>
public abstract record ExchangeRateTerms
{
    /// <summary>ISO 4217 code of the foreign currency, in which vendors charge.</summary>
    /// <example>USD</example>
    public required string Currency { get; init; }

    /// <summary>ISO 4217 code of the currency in which engagements are priced; another one than the foreign one.</summary>
    /// <example>EUR</example>
    public required string PricedIn { get; init; }

    /// <summary>Units of the latter per unit of the former, 0.000001 to 1,000,000, with at most 12 decimals.</summary>
    /// <example>0.92</example>
    public required decimal Rate { get; init; }

    /// <summary>Day of the rate; it holds from then until a later one of the pair.</summary>
    /// <example>2027-02-01</example>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the rate was found; 1 to 300 characters.</summary>
    /// <example>Reference rate of the central bank</example>
    public required string Source { get; init; }
}

internal abstract class ExchangeRateTermsValidator<T> : AbstractValidator<T>
    where T : ExchangeRateTerms
{
    protected ExchangeRateTermsValidator()
    {
        RuleFor(rate => rate.Currency).IsCurrency().WithMessage("currency is an ISO 4217 code, such as USD.");
        RuleFor(rate => rate.PricedIn).IsCurrency().WithMessage("pricedIn is an ISO 4217 code, such as EUR.");
        RuleFor(rate => rate.PricedIn).NotEqual(rate => rate.Currency).WithMessage("pricedIn is another currency than currency.");
        RuleFor(rate => rate.Rate).IsNumber(0.000001m, 1_000_000).FitsColumn("rate");
        RuleFor(rate => rate.Source).IsText(300);
    }
}

internal static class ExchangeRateRules
{
    /// <summary>Keeps pair and day unique; the index holds where two requests come at once.</summary>
    /// <exception cref="ConflictException">Another rate has both.</exception>
    public static async Task RefuseDouble(this PricingDb db, ExchangeRateTerms terms, Guid id, CancellationToken cancellationToken)
    {
        var isDouble = await db.ExchangeRates.AnyAsync(
            other => other.Currency == terms.Currency && other.PricedIn == terms.PricedIn && other.AsOf == terms.AsOf && other.Id != id, cancellationToken);
        if (isDouble)
        {
            throw new ConflictException("exchange-rate-exists", string.Create(CultureInfo.InvariantCulture,
                $"There is already a rate of {terms.Currency} in {terms.PricedIn} as of {terms.AsOf:yyyy-MM-dd}. Revise it, or send another day."));
        }
    }
}

/// <summary>An exchange rate as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Currency">ISO 4217 code of the foreign currency.</param>
/// <param name="PricedIn">ISO 4217 code of the currency in which engagements are priced.</param>
/// <param name="Rate">Units of the latter per unit of the former.</param>
/// <param name="AsOf">Day of the rate.</param>
/// <param name="Source">Where the rate was found.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ExchangeRateView(
    Guid Id, string Currency, string PricedIn, decimal Rate, DateOnly AsOf, string Source, Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    : IVersioned
{
    internal static ExchangeRateView Of(ExchangeRateRecord rate) => new(
        rate.Id, rate.Currency, rate.PricedIn, new Figure(rate.Rate).Shown, rate.AsOf, rate.Source, rate.OwnerId, rate.Version, rate.CreatedAt, rate.UpdatedAt);
}
