using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Access;

/// <summary>Sets an agency up with its first administrator. The code opens once; the answer shows the administrator's key, once.</summary>
public sealed record SetUpAgency : IRequest<SetUpAgencyResponse>
{
    /// <summary>The code that the service printed when it started, or that <c>setup-code</c> printed.</summary>
    /// <example>ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789</example>
    public required string Code { get; init; }

    /// <summary>Name of the agency in running text, 1 to 300 characters.</summary>
    /// <example>Studio Nord</example>
    public required string AgencyName { get; init; }

    /// <summary>Its legal name, as proposals print it, 1 to 300 characters.</summary>
    /// <example>Studio Nord GmbH</example>
    public required string LegalName { get; init; }

    /// <summary>Its address in one line, 1 to 300 characters.</summary>
    /// <example>Hafenstraße 1, 20457 Hamburg</example>
    public required string Address { get; init; }

    /// <summary>ISO 3166 code of its country, whose VAT it charges. Default DE.</summary>
    /// <example>DE</example>
    public string Country { get; init; } = "DE";

    /// <summary>IANA time zone in which its days end. Default Europe/Berlin.</summary>
    /// <example>Europe/Berlin</example>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>Brand colour as #RRGGBB. Default #1F3A5F.</summary>
    /// <example>#1F3A5F</example>
    public string BrandColour { get; init; } = "#1F3A5F";

    /// <summary>Name of the administrator, 1 to 300 characters.</summary>
    /// <example>Jana Beispiel</example>
    public required string AdministratorName { get; init; }

    /// <summary>E-mail address of the administrator, whom clients may ask, at most 300 characters.</summary>
    /// <example>jana@example.com</example>
    public required string AdministratorEmail { get; init; }

    /// <summary>Who the identity provider says the administrator is, at most 300 characters; null to sign in with the key alone.</summary>
    /// <example>00u1a2b3c4d5e6f7</example>
    public string? AdministratorIdentity { get; init; }
}

/// <summary>A new agency.</summary>
/// <param name="AgencyId">Its id.</param>
/// <param name="AdministratorId">The administrator.</param>
/// <param name="Key">The administrator's API key, shown this once.</param>
public sealed record SetUpAgencyResponse(Guid AgencyId, Guid AdministratorId, string Key);

internal sealed class SetUpAgencyValidator : AbstractValidator<SetUpAgency>
{
    public SetUpAgencyValidator()
    {
        RuleFor(request => request.Code).IsText(100);
        RuleFor(request => request.AgencyName).IsText(300);
        RuleFor(request => request.LegalName).IsText(300);
        RuleFor(request => request.Address).IsText(300);
        RuleFor(request => request.Country).IsCountry();
        RuleFor(request => request.TimeZone).IsTimeZone();
        RuleFor(request => request.BrandColour).Matches(@"^#[0-9A-Fa-f]{6}\z").WithMessage("brandColour is six hexadecimal digits behind #.");
        RuleFor(request => request.AdministratorName).IsText(300);
        RuleFor(request => request.AdministratorEmail).IsText(300);
        RuleFor(request => request.AdministratorEmail).EmailAddress().WithMessage("administratorEmail is an e-mail address.");
        RuleFor(request => request.AdministratorIdentity).IsOptionalText(300);
    }
}

internal sealed class SetUpAgencyHandler(PricingDb db, SeedData seed, TimeProvider time) : IRequestHandler<SetUpAgency, SetUpAgencyResponse>
{
    private const int ValidityDays = 30;

    public async Task<SetUpAgencyResponse> Handle(SetUpAgency request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = SetupCode.HashOf(request.Code);
        var code = await db.SetupCodes.SingleOrDefaultAsync(code => code.Hash == hash && code.UsedAt == null && code.ExpiresAt > now, cancellationToken)
            ?? throw new InvalidRequestException([new("/code", "The code does not open: it is wrong, used or expired.")]);
        var administrator = new Actor(Guid.CreateVersion7(now), Guid.CreateVersion7(now), UserRole.Administrator);
        var terms = new CreateUser { Name = request.AdministratorName, Email = request.AdministratorEmail, Role = UserRole.Administrator, Identity = request.AdministratorIdentity };
        await db.Check(terms, administrator.UserId, cancellationToken);

        code.Use(now);
        db.Add(new Agency
        {
            Id = administrator.TenantId,
            Name = request.AgencyName,
            LegalName = request.LegalName,
            Address = request.Address,
            ContactName = request.AdministratorName,
            ContactFunction = "Administrator",
            ContactEmail = request.AdministratorEmail,
            BrandColour = request.BrandColour,
            TimeZone = request.TimeZone,
        });
        var user = Record.New<User>(administrator, now, administrator.UserId);
        user.State(terms);
        var key = Record.New<ApiKey>(administrator, now);
        var secret = key.State(new CreateApiKey { Name = "First administrator", Role = UserRole.Administrator });
        db.AddRange(user, key);
        seed.AddReferences(administrator);
        seed.AddLegalEntity(administrator, LegalEntityOf(request));
        await db.SaveChangesAsync(CancellationToken.None);
        return new(administrator.TenantId, user.Id, secret);
    }

    private static CreateLegalEntity LegalEntityOf(SetUpAgency request) => new()
    {
        Name = request.LegalName,
        ShortName = request.AgencyName,
        Address = request.Address,
        Country = request.Country,
        ContactName = request.AdministratorName,
        ContactFunction = "Administrator",
        ContactEmail = request.AdministratorEmail,
        BrandColour = request.BrandColour,
        TimeZone = request.TimeZone,
        ValidityDays = ValidityDays,
    };
}
