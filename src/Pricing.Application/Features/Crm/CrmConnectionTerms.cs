using FluentValidation;
using Pricing.Application.Contract;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Outbox;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Crm;

/// <summary>What is stated of a connection to a CRM.</summary>
public abstract record CrmConnectionTerms
{
    /// <summary>hubspot, salesforce or dynamics.</summary>
    /// <example>hubspot</example>
    public required CrmKind Kind { get; init; }

    /// <summary>What the account is called, 1 to 300 characters.</summary>
    /// <example>Sales, Europe</example>
    public required string Name { get; init; }

    /// <summary>Where the CRM's interface is: https and a host on the public internet, without a path; at most 500 characters.</summary>
    /// <example>https://api.hubapi.com</example>
    public required string Address { get; init; }

    /// <summary>What the account calls things.</summary>
    public CrmSettings Settings { get; init; } = new();

    /// <summary>What opens the account; shown never again. Left out in a change, the stored ones stay.</summary>
    public CrmCredentials? Credentials { get; init; }

    /// <summary>Whether anything is sent or taken in. Default true.</summary>
    /// <example>true</example>
    public bool Active { get; init; } = true;
}

internal abstract class CrmConnectionTermsValidator<T> : AbstractValidator<T>
    where T : CrmConnectionTerms
{
    private const int MostSecret = 4_000, LeastHookSecret = 32;

    protected CrmConnectionTermsValidator(AddressGuard guard)
    {
        RuleFor(connection => connection.Kind).IsInEnum().WithMessage("kind is hubspot, salesforce or dynamics.");
        RuleFor(connection => connection.Name).IsText(300);
        RuleFor(connection => connection.Address).Custom((address, context) => CheckAddress(address, "address", isOrigin: true, guard, context.AddFailure));
        When(connection => connection.Settings.TokenAddress is not null, () =>
            RuleFor(connection => connection.Settings.TokenAddress).Custom((address, context) => CheckAddress(address!, "tokenAddress", isOrigin: false, guard, context.AddFailure)));
        RuleFor(connection => connection.Settings.Stages).Must(stages => stages.All(pair => CrmSettings.IsStage(pair.Key) && IsId(pair.Value)))
            .WithMessage("stages names stages of 1 to 255 characters by lead, qualified, proposal, negotiation, won and lost.");
        RuleFor(connection => connection.Settings.CurrencyIds).Must(ids => ids.Count <= 200 && ids.All(pair => Currency.Find(pair.Key) is not null && IsCode(pair.Value)))
            .WithMessage("currencyIds names ids of letters, digits and hyphens by ISO 4217 codes.");
        When(connection => connection.Settings.System is not null, () => RuleFor(connection => connection.Settings.System!).IsSystem());
        RuleFor(connection => connection.Settings.TimeZone).IsTimeZone();
        RuleFor(connection => connection.Settings.Pipeline).IsOptionalText(255);
        RuleFor(connection => connection.Settings.PriceBook).Must(id => id is null || IsCode(id)).WithMessage("priceBook is an id of letters and digits.");
        RuleFor(connection => connection.Settings.OwnCurrency!).IsCurrency().When(connection => connection.Settings.OwnCurrency is not null).WithMessage("ownCurrency is an ISO 4217 code, such as EUR.");
        When(connection => connection.Credentials is not null, () =>
        {
            RuleFor(connection => connection.Credentials).Must(given => Texts(given!).All(text => text is null || IsHeader(text)))
                .WithMessage("credentials are texts of 1 to 4,000 printable ASCII characters.");
            RuleFor(connection => connection.Credentials).Must((connection, given) => connection.Kind == CrmKind.Hubspot ? given!.Token is not null : given!.ClientId is not null && given.ClientSecret is not null)
                .WithMessage("HubSpot takes a token, Salesforce and Dynamics take clientId and clientSecret.");
            RuleFor(connection => connection.Credentials).Must((connection, given) => connection.Kind == CrmKind.Hubspot || given!.HookSecret is not { Length: < LeastHookSecret })
                .WithMessage("hookSecret has at least 32 characters.");
        });
        RuleFor(connection => connection.Settings.TokenAddress).NotNull().When(connection => connection.Kind == CrmKind.Dynamics)
            .WithMessage("Dynamics takes tokenAddress, such as https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token.");
    }

    private static IEnumerable<string?> Texts(CrmCredentials given) => [given.Token, given.ClientId, given.ClientSecret, given.HookSecret];

    private static bool IsHeader(string text) => text.Length is >= 1 and <= MostSecret && text.All(letter => letter is > ' ' and < (char)127);

    private static bool IsId(string? text) => text is { Length: >= 1 and <= 255 } && !text.Any(char.IsControl) && !text.Any(char.IsSurrogate);

    private static bool IsCode(string? text) => text is { Length: >= 1 and <= 64 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static void CheckAddress(string text, string name, bool isOrigin, AddressGuard guard, Action<string> fail)
    {
        if (text.Length > 500 || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.Fragment.Length > 0
            || (isOrigin && address.PathAndQuery != "/"))
        {
            fail($"{name} is an https address of at most 500 characters{(isOrigin ? ", without a path" : "")}.");
            return;
        }

        try
        {
            guard.CheckAddress(address);
        }
        catch (ForbiddenAddressException e)
        {
            fail(e.Message);   // said at once, as one fault of the request
        }
    }
}

/// <summary>A connection as it is read; what opens it is never shown.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">The CRM.</param>
/// <param name="Name">What the account is called.</param>
/// <param name="Address">Where the CRM's interface is.</param>
/// <param name="Settings">What the account calls things.</param>
/// <param name="HookPath">Where the CRM calls us, behind the service's public address.</param>
/// <param name="Active">Whether anything is sent or taken in.</param>
/// <param name="IsArchived">Whether it is out of the list.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record CrmConnectionView(
    Guid Id, CrmKind Kind, string Name, string Address, CrmSettings Settings, string HookPath, bool Active, bool IsArchived, Guid OwnerId, int Version,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static CrmConnectionView Of(CrmConnection connection) => new(
        connection.Id, connection.Kind, connection.Name, connection.Address, connection.SettingList,
        $"/hooks/{EnumCode.Of(connection.Kind)}/{connection.Id}", connection.IsActive, connection.IsArchived,
        connection.OwnerId, connection.Version, connection.CreatedAt, connection.UpdatedAt);
}
