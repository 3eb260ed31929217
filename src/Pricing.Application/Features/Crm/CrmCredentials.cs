using System.Text.Json;
using System.Text.Json.Serialization;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>What opens an account. Kept encrypted and never shown again.</summary>
public sealed record CrmCredentials
{
    /// <summary>HubSpot: the access token of a private app.</summary>
    public string? Token { get; init; }

    /// <summary>Salesforce and Dynamics: id of the client that may fetch tokens.</summary>
    public string? ClientId { get; init; }

    /// <summary>Salesforce and Dynamics: its secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What proves a call of the CRM to be its own: HubSpot's client secret; for Salesforce and Dynamics a secret of yours, 32 characters at least, that Salesforce sends in the address it calls and Dynamics as a header.</summary>
    public string? HookSecret { get; init; }

    internal byte[] ClosedIn(SecretBox box) => box.Close(JsonSerializer.SerializeToUtf8Bytes(this, SeedFiles.Options));

    internal static CrmCredentials OpenedFrom(byte[] closed, SecretBox box) => JsonSerializer.Deserialize<CrmCredentials>(box.Open(closed), SeedFiles.Options)!;

    /// <summary>Whatever is done with it, it does not end up in a text.</summary>
    /// <returns>A text without any secret.</returns>
    public override string ToString() => nameof(CrmCredentials);
}
