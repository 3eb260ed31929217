using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pricing.Api.ClientPages;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Seeding;

namespace Pricing.Api.Security;

/// <summary>
/// Lets everybody on the machine in as the example agency's administrator, so that the first minute needs no account. Only where every address the service
/// listens on is loopback, and only for a request that comes from the machine itself, names it, was passed on by nobody, and was not caused by another site's page.
/// </summary>
internal sealed class DevelopmentProfile(IServer server, IConfiguration configuration)
{
    private static readonly (UserRole Role, string Person)[] Roles =
        [(UserRole.AccountLead, "lead"), (UserRole.Finance, "finance"), (UserRole.Auditor, "auditor"), (UserRole.CrmIntegration, "development")];

    // The X-Original ones are what the platform leaves of headers that it has believed.
    private static readonly string[] SignsOfProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Proto", "X-Real-IP", "Via"];

    // Made anew at each start, kept in memory alone: the repository and the database hold no key.
    private readonly Dictionary<string, Actor> keys = Roles.ToDictionary(
        entry => $"pk_demo_{EnumCode.Of(entry.Role)}_{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
        entry => new Actor(SeedIds.Agency, SeedIds.Of("user", entry.Person), entry.Role));

    private bool? isOn;

    public static Actor Administrator => SeedIds.Seeder;

    /// <summary>Whether the service listens on loopback only, and nobody has switched the profile off.</summary>
    public bool IsOn => isOn ??= Addresses is { Count: > 0 } addresses && addresses.All(IsLoopback) && configuration.GetValue("Access:Development", true);

    /// <summary>A key for each role, to look at the service as somebody else.</summary>
    public IEnumerable<KeyValuePair<UserRole, string>> Keys => keys.Select(pair => KeyValuePair.Create(pair.Value.Role, pair.Key));

    private ICollection<string> Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    /// <summary>Whether a request may come in without a credential.</summary>
    public bool Allows(HttpContext context) =>
        IsOn
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackName(context.Request.Host.Host)
        && !SignsOfProxy.Any(context.Request.Headers.ContainsKey)
        && SameOrigin.Allows(context.Request);

    /// <summary>Who holds one of the profile's keys; null where it is none of them.</summary>
    public Actor? HolderOf(string key) => keys.GetValueOrDefault(key);

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address.Replace("://+", "://0.0.0.0", StringComparison.Ordinal).Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && IsLoopbackName(uri.Host);

    // A page of the internet may name an address of its own that leads here: its name is not one of these.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
