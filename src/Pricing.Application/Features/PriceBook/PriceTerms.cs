using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.PriceBook;

/// <summary>What the agency states of a vendor's price.</summary>
public abstract record PriceTerms
{
    /// <summary>Code by which generations name the price; 1 to 100 characters. A later price of the same thing has the same code.</summary>
    /// <example>veo-3.1-standard-1080p</example>
    public required string Code { get; init; }

    /// <summary>Who charges it; 1 to 300 characters.</summary>
    /// <example>Google</example>
    public required string Vendor { get; init; }

    /// <summary>Model or service; 1 to 300 characters.</summary>
    /// <example>Veo 3.1 Standard</example>
    public required string Model { get; init; }

    /// <summary>What it makes or does: video, image, audio, text, training, agent, music or compute.</summary>
    /// <example>video</example>
    public required string Modality { get; init; }

    /// <summary>
    /// What the price is for one of: second, image, megapixel, thousandCharacters, millionTokens, minute, call, run, gpuHour,
    /// track, credit, resolution, or month for plans. No generation can name an entry per month.
    /// </summary>
    /// <example>second</example>
    public required string Unit { get; init; }

    /// <summary>Price of a unit in the price's currency: 0, or 0.000000001 to 1,000,000,000,000, with at most 12 decimals.</summary>
    /// <example>0.4</example>
    public required decimal Price { get; init; }

    /// <summary>ISO 4217 code of the price's currency.</summary>
    /// <example>USD</example>
    public required string Currency { get; init; }

    /// <summary>First day on which the price holds.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it holds, not before the first; null for open. A later entry of the code wins from its first day on.</summary>
    /// <example>2026-12-31</example>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where the price was found; 1 to 300 characters.</summary>
    /// <example>Google's public price page</example>
    public required string Source { get; init; }

    /// <summary>Day on which it was found there.</summary>
    /// <example>2026-10-07</example>
    public required DateOnly RetrievedOn { get; init; }

    /// <summary>Whether it holds, will hold or ends: active, announced or discontinued. Default active.</summary>
    /// <example>active</example>
    public PriceStatus Status { get; init; } = PriceStatus.Active;

    /// <summary>Code of what to use instead, at most 100 characters; null where nothing is known.</summary>
    /// <example>veo-3.1-fast-1080p</example>
    public string? Successor { get; init; }

    /// <summary>Share of attempts that the agency accepts, in its experience, 0.000001 to 1; null where it has none. A swap to this model takes it.</summary>
    /// <example>0.25</example>
    public decimal? AcceptanceProbability { get; init; }

    /// <summary>Minutes of review for each attempt, in the agency's experience, at most 1,000,000; null where it has none. A swap to this model takes it.</summary>
    /// <example>1</example>
    public decimal? ReviewMinutesPerAttempt { get; init; }

    /// <summary>Longest clip that one attempt makes, above 0 to 86,400 seconds; null where it is not known or none.</summary>
    /// <example>8</example>
    public decimal? MaximumClipSeconds { get; init; }

    /// <summary>What to know of the price, at most 10,000 characters.</summary>
    /// <example>Price with audio.</example>
    public string? Note { get; init; }
}

internal abstract class PriceTermsValidator<T> : AbstractValidator<T>
    where T : PriceTerms
{
    private const decimal SecondsOfADay = 86_400;

    private static readonly string[] Modalities = ["video", "image", "audio", "text", "training", "agent", "music", "compute"];

    private static readonly string[] Units =
    [
        "second", "image", "megapixel", "thousandCharacters", "millionTokens", "minute", "call", "run", "gpuHour", "track", "credit", "resolution",
        "month",
    ];

    protected PriceTermsValidator()
    {
        RuleFor(price => price.Code).IsText(100);
        RuleFor(price => price.Vendor).IsText(300);
        RuleFor(price => price.Model).IsText(300);
        RuleFor(price => price.Modality).Must(modality => Modalities.Contains(modality)).WithMessage($"modality is one of {string.Join(", ", Modalities)}.");
        RuleFor(price => price.Unit).Must(unit => Units.Contains(unit)).WithMessage($"unit is one of {string.Join(", ", Units)}.");
        RuleFor(price => price.Price).IsNumber(0, Numbers.Huge).FitsColumn("price");
        RuleFor(price => price.Currency).IsCurrency()
            .WithMessage("currency is an ISO 4217 code, such as EUR.");
        RuleFor(price => price.ValidTo).GreaterThanOrEqualTo(price => price.ValidFrom).WithMessage("validTo is not before validFrom.");
        RuleFor(price => price.Source).IsText(300);
        RuleFor(price => price.Status).IsInEnum().WithMessage("status is active, announced or discontinued.");
        RuleFor(price => price.Successor).IsOptionalText(100);
        RuleFor(price => price.MaximumClipSeconds).IsOptionalNumber(Numbers.Tiny, SecondsOfADay).FitsColumn("maximumClipSeconds");
        RuleFor(price => price.AcceptanceProbability).IsOptionalNumber(0.000001m, 1).FitsColumn("acceptanceProbability");
        RuleFor(price => price.ReviewMinutesPerAttempt).IsOptionalNumber(0, 1_000_000).FitsColumn("reviewMinutesPerAttempt");
        RuleFor(price => price.Note).IsOptionalText(10_000);
    }
}

internal static class PriceBookRules
{
    /// <summary>Keeps code and first day unique; the index holds where two requests come at once.</summary>
    /// <exception cref="ConflictException">Another entry has both.</exception>
    public static async Task RefuseDouble(this PricingDb db, PriceTerms terms, Guid id, CancellationToken cancellationToken)
    {
        if (await db.PriceBook.AnyAsync(other => other.Code == terms.Code && other.ValidFrom == terms.ValidFrom && other.Id != id, cancellationToken))
        {
            throw new ConflictException("price-exists", string.Create(CultureInfo.InvariantCulture,
                $"There is already a price {terms.Code} valid from {terms.ValidFrom:yyyy-MM-dd}. Revise it, or send another validFrom."));
        }
    }
}

/// <summary>A price as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code by which generations name the price.</param>
/// <param name="Vendor">Who charges it.</param>
/// <param name="Model">Model or service.</param>
/// <param name="Modality">What it makes or does: video, image, audio, text, training, agent, music or compute.</param>
/// <param name="Unit">What the price is for one of.</param>
/// <param name="Price">Price of a unit, in its currency.</param>
/// <param name="Currency">ISO 4217 code of the price's currency.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null for open.</param>
/// <param name="Source">Where the price was found.</param>
/// <param name="RetrievedOn">Day on which it was found there.</param>
/// <param name="Status">Whether it holds, will hold or ends.</param>
/// <param name="Successor">Code of what to use instead; null where nothing is known.</param>
/// <param name="MaximumClipSeconds">Longest clip of one attempt in seconds; null where it is not known or none.</param>
/// <param name="AcceptanceProbability">Share of attempts that the agency accepts, in its experience; null where it has none.</param>
/// <param name="ReviewMinutesPerAttempt">Minutes of review for each attempt, in the agency's experience; null where it has none.</param>
/// <param name="Note">What to know of it; null where there is nothing.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PriceView(
    Guid Id, string Code, string Vendor, string Model, string Modality, string Unit, decimal Price, string Currency, DateOnly ValidFrom,
    DateOnly? ValidTo, string Source, DateOnly RetrievedOn, PriceStatus Status, string? Successor, decimal? MaximumClipSeconds,
    decimal? AcceptanceProbability, decimal? ReviewMinutesPerAttempt, string? Note, Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static PriceView Of(PriceBookEntry entry) => new(
        entry.Id, entry.Code, entry.Vendor, entry.Model, entry.Modality, entry.Unit, entry.Price, entry.Currency, entry.ValidFrom,
        entry.ValidTo, entry.Source, entry.RetrievedOn, entry.Status, entry.Successor, entry.MaximumClipSeconds,
        entry.AcceptanceProbability is { } share ? new Figure(share).Shown : null,
        entry.ReviewMinutesPerAttempt is { } minutes ? new Figure(minutes).Shown : null, entry.Note,
        entry.OwnerId, entry.Version, entry.CreatedAt, entry.UpdatedAt);
}
