using FluentValidation;
using Pricing.Documents;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>What a company of the agency prints on its proposals.</summary>
public abstract record LegalEntityTerms
{
    /// <summary>Name as registered, 1 to 300 characters.</summary>
    /// <example>Musteragentur GmbH</example>
    public required string Name { get; init; }

    /// <summary>Short name for the running head and the cover, at most 300 characters; leave out where it is the name.</summary>
    /// <example>Musteragentur</example>
    public string? ShortName { get; init; }

    /// <summary>Address in one line, 1 to 300 characters.</summary>
    /// <example>Beispielweg 10, 20000 Musterstadt</example>
    public required string Address { get; init; }

    /// <summary>ISO 3166 code of its country, whose VAT it charges. Default DE.</summary>
    /// <example>DE</example>
    public string Country { get; init; } = "DE";

    /// <summary>Entry in the commercial register, at most 300 characters.</summary>
    /// <example>HRB 123456, Amtsgericht Musterstadt</example>
    public string? Register { get; init; }

    /// <summary>VAT identification number, at most 20 characters; reverse charge needs it.</summary>
    /// <example>DE123456789</example>
    public string? VatId { get; init; }

    /// <summary>Where to pay, in one line, at most 300 characters.</summary>
    /// <example>Musterbank, IBAN DE02 1203 0000 0000 2020 51</example>
    public string? Bank { get; init; }

    /// <summary>Whom a client may ask, 1 to 300 characters.</summary>
    /// <example>Erika Mustermann</example>
    public required string ContactName { get; init; }

    /// <summary>What that person does, 1 to 300 characters.</summary>
    /// <example>Managing partner</example>
    public required string ContactFunction { get; init; }

    /// <summary>E-mail address of that person, at most 300 characters; answers of clients to mail go there.</summary>
    /// <example>pricing@example.com</example>
    public required string ContactEmail { get; init; }

    /// <summary>Brand colour as #RRGGBB. Default #1F3A5F.</summary>
    /// <example>#C2371B</example>
    public string BrandColour { get; init; } = "#1F3A5F";

    /// <summary>Second colour for the cover alone, as #RRGGBB; leave out for the first.</summary>
    /// <example>#17324D</example>
    public string? CoverColour { get; init; }

    /// <summary>Logo, an SVG or PNG file of at most 512 KiB in base64; leave out for the name alone.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>IANA time zone in which its days end. Default Europe/Berlin.</summary>
    /// <example>Europe/Berlin</example>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>What its proposal numbers begin with, at most 10 letters, digits and hyphens; default nothing: 2026-0001.</summary>
    /// <example>MA-</example>
    public string NumberPrefix { get; init; } = "";

    /// <summary>Days for which a proposal is open where it says nothing else, 1 to 365. Default 30.</summary>
    /// <example>28</example>
    public int ValidityDays { get; init; } = 30;
}

internal abstract class LegalEntityTermsValidator<T> : AbstractValidator<T>
    where T : LegalEntityTerms
{
    protected LegalEntityTermsValidator()
    {
        RuleFor(entity => entity.Name).IsText(300);
        RuleFor(entity => entity.ShortName).IsOptionalText(300);
        RuleFor(entity => entity.Address).IsText(300);
        RuleFor(entity => entity.Country).IsCountry();
        RuleFor(entity => entity.Register).IsOptionalText(300);
        RuleFor(entity => entity.VatId).Matches(@"^[A-Z]{2}[0-9A-Z+*]{2,18}\z").When(entity => entity.VatId is not null)
            .WithMessage("vatId is the country's two letters and the number without spaces, such as DE123456789.");
        RuleFor(entity => entity.Bank).IsOptionalText(300);
        RuleFor(entity => entity.ContactName).IsText(300);
        RuleFor(entity => entity.ContactFunction).IsText(300);
        RuleFor(entity => entity.ContactEmail).IsText(300);
        RuleFor(entity => entity.ContactEmail).EmailAddress().WithMessage("contactEmail is an e-mail address.");
        RuleFor(entity => entity.BrandColour).Matches(@"^#[0-9A-Fa-f]{6}\z").WithMessage("brandColour is six hexadecimal digits behind #.");
        RuleFor(entity => entity.CoverColour).Matches(@"^#[0-9A-Fa-f]{6}\z").When(entity => entity.CoverColour is not null).WithMessage("coverColour is six hexadecimal digits behind #.");
        RuleFor(entity => entity.Logo).Custom((logo, context) =>
        {
            foreach (var fault in logo is null ? [] : LogoFile.Faults(logo))
                context.AddFailure(fault);
        });
        RuleFor(entity => entity.TimeZone).IsTimeZone();
        RuleFor(entity => entity.NumberPrefix).Matches(@"^[0-9A-Za-z-]{0,10}\z").WithMessage("numberPrefix is at most 10 letters, digits and hyphens.");
        RuleFor(entity => entity.ValidityDays).InclusiveBetween(1, 365).WithMessage("validityDays is a whole number from 1 to 365.");
    }
}

/// <summary>A company of the agency as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name as registered.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Address">Address in one line.</param>
/// <param name="Country">ISO 3166 code of its country.</param>
/// <param name="Register">Entry in the commercial register; null where there is none.</param>
/// <param name="VatId">VAT identification number; null where there is none.</param>
/// <param name="Bank">Where to pay; null where nothing is stated.</param>
/// <param name="ContactName">Whom a client may ask.</param>
/// <param name="ContactFunction">What that person does.</param>
/// <param name="ContactEmail">Where that person is reached.</param>
/// <param name="BrandColour">Brand colour, #RRGGBB.</param>
/// <param name="CoverColour">Second colour, for the cover alone; null for the first.</param>
/// <param name="HasLogo">Whether it has a logo.</param>
/// <param name="Colours">What becomes of the colours in documents, where they have to be legible.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="NumberPrefix">What its numbers begin with.</param>
/// <param name="ValidityDays">Days for which a proposal is open where it says nothing else.</param>
/// <param name="IsArchived">Whether it issues nothing more.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record LegalEntityView(
    Guid Id, string Name, string ShortName, string Address, string Country, string? Register, string? VatId, string? Bank, string ContactName, string ContactFunction,
    string ContactEmail, string BrandColour, string? CoverColour, bool HasLogo, IReadOnlyList<ColourView> Colours, string TimeZone, string NumberPrefix, int ValidityDays, bool IsArchived, Guid OwnerId, int Version, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static LegalEntityView Of(LegalEntityRecord entity) => new(
        entity.Id, entity.Name, entity.ShortName, entity.Address, entity.Country, entity.Register, entity.VatId, entity.Bank, entity.ContactName, entity.ContactFunction,
        entity.ContactEmail, entity.BrandColour, entity.CoverColour, entity.Logo is not null, [.. BrandReport.Of(entity.BrandColour, entity.CoverColour).Select(ColourView.Of)], entity.TimeZone, entity.NumberPrefix, entity.ValidityDays, entity.IsArchived, entity.OwnerId, entity.Version, entity.UpdatedAt);
}

/// <summary>What becomes of a colour in documents.</summary>
/// <param name="Role">What it is used for: field, text or cover.</param>
/// <param name="Given">The colour given.</param>
/// <param name="Shown">The colour shown; another where the given one could not be read.</param>
/// <param name="Against">The colour of the text on it, or of the paper under it.</param>
/// <param name="Contrast">Contrast of the two, to one decimal, at least 4.5.</param>
public sealed record ColourView(BrandColourRole Role, string Given, string Shown, string Against, decimal Contrast)
{
    internal static ColourView Of(BrandColourUse use) => new(use.Role, use.Given, use.Shown, use.Against, (decimal)use.Contrast);
}
