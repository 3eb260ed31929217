using FluentValidation;
using Pricing.Application.Features.Events;
using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Webhooks;

/// <summary>What is stated of an endpoint.</summary>
public abstract record WebhookEndpointTerms
{
    /// <summary>Where events are sent to: https, port 443 or 8443, a host on the public internet, or an origin that the installation allows; at most 2,000 characters, no fragment.</summary>
    /// <example>https://crm.example.com/hooks/pricing</example>
    public required string Address { get; init; }

    /// <summary>What it is for, at most 300 characters.</summary>
    /// <example>Keeps deals of the CRM up to date</example>
    public string? Description { get; init; }

    /// <summary>The types of events it is told of, at least one; null for all.</summary>
    /// <example>["com.pricing.engagement.stageChanged.v1", "com.pricing.engagement.offerChanged.v1"]</example>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Whether events are sent to it. Default true. What happens while it is off is not queued; replay it afterwards.</summary>
    /// <example>true</example>
    public bool Active { get; init; } = true;
}

internal abstract class WebhookEndpointTermsValidator<T> : AbstractValidator<T>
    where T : WebhookEndpointTerms
{
    private const int MostCharacters = 2_000;

    protected WebhookEndpointTermsValidator(AddressGuard guard)
    {
        RuleFor(endpoint => endpoint.Address).Custom((address, context) =>
        {
            if (address.Length > MostCharacters || !Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0 || parsed.Fragment.Length > 0)
                context.AddFailure("address is an https address of at most 2,000 characters, without a fragment.");
            else if (Refusal(guard, parsed) is { } refusal)
                context.AddFailure(refusal);
        });
        RuleFor(endpoint => endpoint.Description).IsOptionalText(300);
        RuleFor(endpoint => endpoint.Types).Holds(1, 100).WithMessage("types names at least one type, or is left out.");
        RuleForEach(endpoint => endpoint.Types).Must(type => EventTypes.All.Contains(type)).WithMessage($"types are of {string.Join(", ", EventTypes.All)}.");
    }

    private static string? Refusal(AddressGuard guard, Uri address)
    {
        try
        {
            guard.CheckAddress(address);
            return null;
        }
        catch (ForbiddenAddressException e)
        {
            return e.Message;   // said at once, as one fault of the request
        }
    }
}

/// <summary>An endpoint as it is read; its secret is never.</summary>
/// <param name="Id">Id.</param>
/// <param name="Address">Where events are sent to.</param>
/// <param name="Description">What it is for; null where nobody said.</param>
/// <param name="Types">The types of events it is told of; null for all.</param>
/// <param name="Active">Whether events are sent to it.</param>
/// <param name="DisabledBecause">Why the service stopped to send; null where it did not.</param>
/// <param name="IsArchived">Whether it is out of the list.</param>
/// <param name="FormerUntil">Until when the secret before the last rotation signs too, UTC; null where there was none.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record WebhookEndpointView(
    Guid Id, string Address, string? Description, IReadOnlyList<string>? Types, bool Active, string? DisabledBecause, bool IsArchived, DateTimeOffset? FormerUntil,
    Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned
{
    internal static WebhookEndpointView Of(WebhookEndpoint endpoint) => new(
        endpoint.Id, endpoint.Address, endpoint.Description, endpoint.TypeList, endpoint.IsActive, endpoint.DisabledBecause, endpoint.IsArchived, endpoint.FormerUntil,
        endpoint.OwnerId, endpoint.Version, endpoint.CreatedAt, endpoint.UpdatedAt);
}

/// <summary>An endpoint and its secret, which is shown this once.</summary>
/// <param name="Secret">The secret with which the receiver checks signatures: <c>whsec_</c> and base64.</param>
/// <param name="Endpoint">What else is kept of it.</param>
public sealed record WebhookSecretView(string Secret, WebhookEndpointView Endpoint) : IVersioned
{
    Guid IVersioned.Id => Endpoint.Id;

    int IVersioned.Version => Endpoint.Version;
}
