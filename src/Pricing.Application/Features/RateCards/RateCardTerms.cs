using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.RateCards;

/// <summary>What the agency states of a rate card.</summary>
public abstract record RateCardTerms
{
    /// <summary>Code by which engagements name the card; 1 to 100 characters. The card that follows it has the same code.</summary>
    /// <example>STANDARD-2026</example>
    public required string Code { get; init; }

    /// <summary>Name; 1 to 300 characters.</summary>
    /// <example>Standard rate card 2026</example>
    public required string Name { get; init; }

    /// <summary>Id of the client with whom it is agreed; null for the agency's general card.</summary>
    /// <example>null</example>
    public Guid? ClientId { get; init; }

    /// <summary>ISO 4217 code of the currency of rates, salaries and costs.</summary>
    /// <example>EUR</example>
    public required string Currency { get; init; }

    /// <summary>First day on which the card holds.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it holds, not before the first; null for open. A later card of the code wins from its first day on.</summary>
    /// <example>2026-12-31</example>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Discount on the card, a fraction from 0 to 1 with at most 12 decimals (0.05 is 5 %).</summary>
    /// <example>0.05</example>
    public required decimal Discount { get; init; }

    /// <summary>Share of worked value that is billed, a fraction from 0 to 1 with at most 12 decimals.</summary>
    /// <example>0.93</example>
    public required decimal Realisation { get; init; }

    /// <summary>Where the figures come from; 1 to 300 characters.</summary>
    /// <example>Board decision of 12 December 2025</example>
    public required string Source { get; init; }

    /// <summary>The roles, 1 to 200, each code once.</summary>
    /// <example>[{"code": "STRS", "title": "Senior strategist", "hourlyRate": 145, "annualSalary": 78000, "utilisation": 0.75}, {"code": "DIR", "title": "Film director", "hourlyRate": 180, "costPerHour": 120, "artistic": true}]</example>
    public required IReadOnlyList<CardRole> Roles { get; init; }
}

internal abstract class RateCardTermsValidator<T> : AbstractValidator<T>
    where T : RateCardTerms
{
    private const int MostRoles = 200;

    protected RateCardTermsValidator()
    {
        RuleFor(card => card.Code).IsText(100);
        RuleFor(card => card.Name).IsText(300);
        RuleFor(card => card.Currency).IsCurrency()
            .WithMessage("currency is an ISO 4217 code, such as EUR.");
        RuleFor(card => card.ValidTo).GreaterThanOrEqualTo(card => card.ValidFrom).WithMessage("validTo is not before validFrom.");
        RuleFor(card => card.Discount).IsNumber(0, 1).FitsColumn("discount");
        RuleFor(card => card.Realisation).IsNumber(0, 1).FitsColumn("realisation");
        RuleFor(card => card.Source).IsText(300);
        RuleFor(card => card.Roles).Holds(1, MostRoles).WithMessage($"roles has 1 to {MostRoles} entries.");
        RuleForEach(card => card.Roles).NotNull().WithMessage("A role is an object.").SetValidator(new CardRoleValidator());
        RuleFor(card => card.Roles).Custom(RefuseRepetitions);
    }

    private static void RefuseRepetitions(IReadOnlyList<CardRole>? roles, ValidationContext<T> context)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (roles?.Count ?? 0); i++)
        {
            if (roles![i]?.Code is { } code && !codes.Add(code))
                context.AddFailure(string.Create(CultureInfo.InvariantCulture, $"Roles[{i}].Code"), "code is that of a role before; each stands once on a card.");
        }
    }
}

internal static class RateCardRules
{
    /// <summary>Refuses a card for a client that the agency does not have.</summary>
    /// <exception cref="InvalidRequestException">There is no such client.</exception>
    public static async Task RefuseUnknownClient(this PricingDb db, RateCardTerms terms, CancellationToken cancellationToken)
    {
        if (terms.ClientId is { } id && !await db.Clients.AnyAsync(client => client.Id == id, cancellationToken))
            throw new InvalidRequestException([new("/clientId", $"There is no client {id}; leave clientId out for a general card.")]);
    }

    /// <summary>Keeps code and first day unique; the index holds where two requests come at once.</summary>
    /// <exception cref="ConflictException">Another card has both.</exception>
    public static async Task RefuseDouble(this PricingDb db, RateCardTerms terms, Guid id, CancellationToken cancellationToken)
    {
        if (await db.RateCards.AnyAsync(other => other.Code == terms.Code && other.ValidFrom == terms.ValidFrom && other.Id != id, cancellationToken))
        {
            throw new ConflictException("rate-card-exists", string.Create(CultureInfo.InvariantCulture,
                $"There is already a rate card {terms.Code} valid from {terms.ValidFrom:yyyy-MM-dd}. Revise it, or send another validFrom."));
        }
    }
}

/// <summary>
/// A rate card as it is read. Salaries, on-cost rates and freelancers' costs are null for whoever lacks the right readSalaries.
/// </summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code by which engagements name the card.</param>
/// <param name="Name">Name.</param>
/// <param name="ClientId">Client with whom it is agreed; null for the general card.</param>
/// <param name="Currency">ISO 4217 code of rates, salaries and costs.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null for open.</param>
/// <param name="Discount">Discount on the card, a fraction.</param>
/// <param name="Realisation">Share of worked value that is billed, a fraction.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Roles">The roles.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record RateCardView(
    Guid Id, string Code, string Name, Guid? ClientId, string Currency, DateOnly ValidFrom, DateOnly? ValidTo, decimal Discount,
    decimal Realisation, string Source, IReadOnlyList<CardRole> Roles, Guid OwnerId, int Version, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IVersioned
{
    internal static bool ShowsSalariesTo(Actor actor) => actor.May(Right.ReadSalaries);

    internal static RateCardView Of(RateCardRecord card, bool withSalaries) => new(
        card.Id, card.Code, card.Name, card.ClientId, card.Currency, card.ValidFrom, card.ValidTo, card.Discount,
        card.Realisation, card.Source, [.. CardRole.Read(card.Roles).Select(role => withSalaries ? role : role.WithoutSalary())],
        card.OwnerId, card.Version, card.CreatedAt, card.UpdatedAt);
}
