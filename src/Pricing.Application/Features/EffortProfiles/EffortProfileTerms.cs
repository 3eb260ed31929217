using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>What the agency states of an effort profile: three factors on planned hours, in order, each from 0 to 1,000 with at most 12 decimals.</summary>
public abstract record EffortProfileTerms
{
    /// <summary>Code by which work names the profile; 1 to 100 characters, once in the agency.</summary>
    /// <example>ai</example>
    public required string Code { get; init; }

    /// <summary>Title; 1 to 300 characters.</summary>
    /// <example>AI-supported production</example>
    public required string Title { get; init; }

    /// <summary>Factor on planned hours if all goes well, 0 to 1,000: 0.8 is a fifth less than planned.</summary>
    /// <example>0.8</example>
    public required decimal Optimistic { get; init; }

    /// <summary>Most likely factor on planned hours, not below the optimistic one, at most 1,000.</summary>
    /// <example>1</example>
    public required decimal MostLikely { get; init; }

    /// <summary>Factor on planned hours if all goes badly, not below the most likely one, at most 1,000.</summary>
    /// <example>1.8</example>
    public required decimal Pessimistic { get; init; }

    /// <summary>Where the factors come from; 1 to 300 characters.</summary>
    /// <example>Time records of 2025, 14 projects</example>
    public required string Source { get; init; }
}

internal abstract class EffortProfileTermsValidator<T> : AbstractValidator<T>
    where T : EffortProfileTerms
{
    private const decimal LargestFactor = 1_000;

    protected EffortProfileTermsValidator()
    {
        RuleFor(profile => profile.Code).IsText(100);
        RuleFor(profile => profile.Title).IsText(300);
        RuleFor(profile => profile.Optimistic).IsNumber(0, LargestFactor).FitsColumn("optimistic");
        RuleFor(profile => profile.MostLikely).IsNumber(0, LargestFactor).FitsColumn("mostLikely");
        RuleFor(profile => profile.MostLikely).GreaterThanOrEqualTo(profile => profile.Optimistic).WithMessage("mostLikely is not below optimistic.");
        RuleFor(profile => profile.Pessimistic).IsNumber(0, LargestFactor).FitsColumn("pessimistic");
        RuleFor(profile => profile.Pessimistic).GreaterThanOrEqualTo(profile => profile.MostLikely).WithMessage("pessimistic is not below mostLikely.");
        RuleFor(profile => profile.Source).IsText(300);
    }
}

internal static class EffortProfileRules
{
    /// <summary>Keeps the code unique; the index holds where two requests come at once.</summary>
    /// <exception cref="ConflictException">Another profile has it.</exception>
    public static async Task RefuseDouble(this PricingDb db, EffortProfileTerms terms, Guid id, CancellationToken cancellationToken)
    {
        if (await db.EffortProfiles.AnyAsync(other => other.Code == terms.Code && other.Id != id, cancellationToken))
            throw new ConflictException("effort-profile-exists", $"There is already an effort profile {terms.Code}. Revise it, or send another code.");
    }
}

/// <summary>An effort profile as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code by which work names the profile.</param>
/// <param name="Title">Title.</param>
/// <param name="Optimistic">Factor on planned hours if all goes well.</param>
/// <param name="MostLikely">Most likely factor on planned hours.</param>
/// <param name="Pessimistic">Factor on planned hours if all goes badly.</param>
/// <param name="Source">Where the factors come from.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record EffortProfileView(
    Guid Id, string Code, string Title, decimal Optimistic, decimal MostLikely, decimal Pessimistic, string Source,
    Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static EffortProfileView Of(EffortProfileRecord profile) => new(
        profile.Id, profile.Code, profile.Title, profile.Optimistic, profile.MostLikely, profile.Pessimistic, profile.Source,
        profile.OwnerId, profile.Version, profile.CreatedAt, profile.UpdatedAt);
}
