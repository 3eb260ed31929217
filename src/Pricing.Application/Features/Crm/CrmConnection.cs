using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Persistence;
using Pricing.Application.Seeding;

namespace Pricing.Application.Features.Crm;

/// <summary>A CRM account of the agency that offers are sent to.</summary>
public sealed class CrmConnection : Record
{
    /// <summary>The CRM.</summary>
    public CrmKind Kind { get; private set; }

    /// <summary>What the account is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the CRM's interface is: scheme, host and port.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the account calls things, as JSON.</summary>
    public string Settings { get; private set; } = "{}";

    /// <summary>What opens the account, encrypted.</summary>
    public byte[] Credentials { get; private set; } = [];

    /// <summary>Whether anything is sent or taken in.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Archived connections stay out of lists, and nothing is sent or taken in.</summary>
    public bool IsArchived { get; private set; }

    internal CrmSettings SettingList => JsonSerializer.Deserialize<CrmSettings>(Settings, SeedFiles.Options)!;

    /// <summary>Code of the system under which the account's ids are external ids here.</summary>
    internal string System() => SettingList.System ?? EnumCode.Of(Kind);

    internal void State(CrmConnectionTerms terms)
    {
        Kind = terms.Kind;
        Name = terms.Name;
        Address = terms.Address.TrimEnd('/');
        Settings = JsonSerializer.Serialize(terms.Settings, SeedFiles.Options);
        IsActive = terms.Active;
    }

    internal void Keep(byte[] closedCredentials) => Credentials = closedCredentials;

    internal void Archive() => (IsArchived, IsActive) = (true, false);
}

internal sealed class CrmConnectionMapping : IEntityTypeConfiguration<CrmConnection>
{
    public void Configure(EntityTypeBuilder<CrmConnection> builder)
    {
        builder.MapRecord("CrmConnections");
        builder.Property(connection => connection.Name).HasMaxLength(300);
        builder.Property(connection => connection.Address).HasMaxLength(500);
        builder.Property(connection => connection.Credentials).HasMaxLength(20_000);
        builder.Ignore(connection => connection.SettingList);
    }
}
