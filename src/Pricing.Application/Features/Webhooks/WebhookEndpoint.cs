using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Webhooks;

/// <summary>An address of the agency that is told of events.</summary>
public sealed class WebhookEndpoint : Record
{
    /// <summary>Where events are sent to.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; private set; }

    /// <summary>The types it is told of, with commas between; null for all.</summary>
    public string? Types { get; private set; }

    /// <summary>Whether events are sent to it.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Why the service stopped to send; null where it did not.</summary>
    public string? DisabledBecause { get; private set; }

    /// <summary>Archived endpoints stay out of lists and are told nothing.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>The secret that signs, encrypted.</summary>
    public byte[] Secret { get; private set; } = [];

    /// <summary>The secret before the last rotation, encrypted; null for none.</summary>
    public byte[]? FormerSecret { get; private set; }

    /// <summary>Until when the former secret signs too.</summary>
    public DateTimeOffset? FormerUntil { get; private set; }

    internal IReadOnlyList<string>? TypeList => Types?.Split(',');

    internal void State(WebhookEndpointTerms terms)
    {
        Address = terms.Address;
        Description = terms.Description;
        Types = terms.Types is null ? null : string.Join(',', terms.Types.Distinct().Order(StringComparer.Ordinal));
        IsActive = terms.Active;
        DisabledBecause = null;
    }

    /// <summary>Gives a new endpoint its secret.</summary>
    internal void Keep(byte[] closedSecret) => Secret = closedSecret;

    /// <summary>Gives it another secret; the old one signs too for a while longer.</summary>
    internal void Rotate(byte[] closedSecret, DateTimeOffset formerUntil) => (FormerSecret, FormerUntil, Secret) = (Secret, formerUntil, closedSecret);

    internal void Archive() => (IsArchived, IsActive) = (true, false);

    /// <summary>Stops to send, as the receiver asked for it.</summary>
    internal void Disable(string because) => (IsActive, DisabledBecause) = (false, because);

    /// <summary>Whether it is told of events of a type.</summary>
    internal bool Wants(string type) => TypeList?.Contains(type) != false;

    /// <summary>The encrypted secrets that sign now, the current one first.</summary>
    internal IReadOnlyList<byte[]> SecretsAt(DateTimeOffset now) => FormerSecret is { } former && now < FormerUntil ? [Secret, former] : [Secret];
}

internal sealed class WebhookEndpointMapping : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.MapRecord("WebhookEndpoints");
        builder.Property(endpoint => endpoint.Address).HasMaxLength(2000);
        builder.Property(endpoint => endpoint.Description).HasMaxLength(300);
        builder.Property(endpoint => endpoint.Types).HasMaxLength(2000);
        builder.Property(endpoint => endpoint.DisabledBecause).HasMaxLength(300);
        builder.Property(endpoint => endpoint.Secret).HasMaxLength(1000);
        builder.Property(endpoint => endpoint.FormerSecret).HasMaxLength(1000);
        builder.Ignore(endpoint => endpoint.TypeList);
    }
}
