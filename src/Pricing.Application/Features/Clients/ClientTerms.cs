using FluentValidation;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.ExternalIds;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Clients;

/// <summary>What the agency states of a client.</summary>
public abstract record ClientTerms
{
    /// <summary>Name, as proposals print it; 1 to 300 characters.</summary>
    /// <example>Beispielmarke GmbH</example>
    public required string Name { get; init; }

    /// <summary>ISO 3166 code of the country, two capital letters. Default DE.</summary>
    /// <example>DE</example>
    public string Country { get; init; } = "DE";

    /// <summary>Language of its documents: de or en. Default de.</summary>
    /// <example>de</example>
    public string Language { get; init; } = "de";

    /// <summary>IANA time zone in which its days end. Default Europe/Berlin.</summary>
    /// <example>Europe/Berlin</example>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>ISO 4217 code of its currency. Default EUR.</summary>
    /// <example>EUR</example>
    public string Currency { get; init; } = "EUR";

    /// <summary>Whether it deducts input tax. Default true; false for banks, insurers and public bodies, which bear the VAT.</summary>
    /// <example>true</example>
    public bool InputTaxDeductible { get; init; } = true;

    /// <summary>Industry, at most 300 characters.</summary>
    /// <example>Consumer goods</example>
    public string? Industry { get; init; }

    /// <summary>Notes that stay inside the agency, at most 10,000 characters.</summary>
    public string? InternalNotes { get; init; }
}

internal abstract class ClientTermsValidator<T> : AbstractValidator<T>
    where T : ClientTerms
{
    protected ClientTermsValidator()
    {
        RuleFor(client => client.Name).IsText(300);
        RuleFor(client => client.Country).IsCountry();
        RuleFor(client => client.Language).Must(language => language is "de" or "en").WithMessage("language is de or en.");
        RuleFor(client => client.TimeZone).IsTimeZone();
        RuleFor(client => client.Currency).Must(code => Currency.Find(code) is { IsMoney: true }).WithMessage("currency is an ISO 4217 code of money, such as EUR.");
        RuleFor(client => client.Industry).IsOptionalText(300);
        RuleFor(client => client.InternalNotes).IsOptionalText(10_000);
    }
}

/// <summary>A client as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, as proposals print it.</param>
/// <param name="Country">ISO 3166 code of the country.</param>
/// <param name="Language">Language of its documents: de or en.</param>
/// <param name="TimeZone">IANA time zone in which its days end.</param>
/// <param name="Currency">ISO 4217 code of its currency.</param>
/// <param name="InputTaxDeductible">Whether it deducts input tax; where it does not, it bears the VAT.</param>
/// <param name="Industry">Industry; null where nothing is known.</param>
/// <param name="InternalNotes">Notes that stay inside the agency; null where there are none, and for a CRM.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="MergedInto">The client that stays of two, where this one was merged into it; null where it was not.</param>
/// <param name="ExternalIds">Under which ids other systems know it.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ClientView(
    Guid Id, string Name, string Country, string Language, string TimeZone, string Currency, bool InputTaxDeductible, string? Industry,
    string? InternalNotes, bool IsArchived, Guid? MergedInto, IReadOnlyList<ExternalId> ExternalIds, Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static ClientView Of(Client client, Actor reader) => new(
        client.Id, client.Name, client.Country, client.Language, client.TimeZone, client.Currency, client.InputTaxDeductible, client.Industry,
        reader.May(Right.ReadFigures) ? client.InternalNotes : null, client.IsArchived, client.MergedInto, client.ExternalIds, client.OwnerId, client.Version, client.CreatedAt, client.UpdatedAt);
}
