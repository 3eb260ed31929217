using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pricing.Api.Tests.Security;

/// <summary>Tokens of an issuer that the test makes: a real discovery document and real keys, and nothing of the internet.</summary>
public sealed class BearerTests(BearerTests.WithIssuer service) : IClassFixture<BearerTests.WithIssuer>
{
    private const string Audience = "pricing", Lead = "lead-of-the-test";

    [Fact]
    public async Task Whom_the_token_names_is_who_calls()
    {
        await KnowTheLead();

        var response = await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: Bearer(service.Issuer.Token(Lead)));

        var who = await Service.Body(response);
        Assert.Equal("accountLead", (string?)who["role"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Send(HttpMethod.Get, "/api/v1/audit", headers: Bearer(service.Issuer.Token(Lead)))).StatusCode);
    }

    [Theory]
    [InlineData("nobody the service knows")]
    [InlineData("for another service")]
    [InlineData("expired")]
    [InlineData("of another issuer")]
    [InlineData("signed with another key")]
    [InlineData("signed with a shared secret")]
    [InlineData("not signed")]
    [InlineData("changed afterwards")]
    [InlineData("no token")]
    public async Task A_token_that_is_not_all_right_opens_nothing(string what)
    {
        await KnowTheLead();
        var good = service.Issuer.Token(Lead);
        var token = what switch
        {
            "nobody the service knows" => service.Issuer.Token("somebody else"),
            "for another service" => service.Issuer.Token(Lead, audience: "another"),
            "expired" => service.Issuer.Token(Lead, expires: DateTime.UnixEpoch.AddYears(50)),
            "of another issuer" => service.Issuer.Token(Lead, issuer: "https://elsewhere.example"),
            "signed with another key" => service.Issuer.Token(Lead, signing: new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }, SecurityAlgorithms.RsaSha256)),
            "signed with a shared secret" => service.Issuer.Token(Lead, signing: new(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = "test" }, SecurityAlgorithms.HmacSha256)),
            "not signed" => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{good.Split('.')[1]}.",
            "changed afterwards" => $"{good.Split('.')[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(good.Split('.')[1]).Replace(Lead, "x" + Lead, StringComparison.Ordinal))}.{good.Split('.')[2]}",
            _ => "nonsense",
        };

        var response = await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: Bearer(token));

        Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        await Service.Problem(response, 401, "sign-in-required");
    }

    [Fact]
    public async Task A_person_who_has_left_signs_in_no_longer()
    {
        var user = await service.Create("/api/v1/users", """{"name":"Geht bald","role":"finance","identity":"leaver"}""");
        var token = Bearer(service.Issuer.Token("leaver"));
        var before = await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: token);

        await service.Send(HttpMethod.Post, $"/api/v1/users/{user["id"]}/deactivation", "{}", ("If-Match", "\"v1\""));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await Service.Problem(await service.Send(HttpMethod.Get, "/api/v1/whoami", headers: token), 401, "sign-in-required");
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_the_services_trouble_and_keys_still_open()
    {
        await using var alone = new Service(("OpenIdConnect:Authority", "http://localhost:9"), ("OpenIdConnect:Audience", Audience));   // the discard port: nobody listens

        var refused = await alone.Send(HttpMethod.Get, "/api/v1/whoami", headers: Bearer(service.Issuer.Token(Lead)));
        var byKey = await alone.Send(HttpMethod.Get, "/api/v1/whoami");

        Assert.Equal("2", refused.Headers.RetryAfter?.ToString());
        await Service.Problem(refused, 503, "issuer-unreachable");
        Assert.Equal(HttpStatusCode.OK, byKey.StatusCode);
    }

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    private async Task KnowTheLead() =>
        Assert.Contains((int)(await service.Send(HttpMethod.Post, "/api/v1/users", $$"""{"name":"Leitung","role":"accountLead","identity":"{{Lead}}"}""")).StatusCode, new[] { 201, 409 });

    /// <summary>The service with the test's issuer configured.</summary>
    public sealed class WithIssuer : Service
    {
        internal Issuer Issuer { get; } = Issuer.Start();

        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["OpenIdConnect:Authority"] = Issuer.Address,
            ["OpenIdConnect:Audience"] = Audience,
        };
    }

    internal sealed class Issuer
    {
        private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };

        public required string Address { get; init; }

        public static Issuer Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options => options.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            Issuer? issuer = null;
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new JsonObject { ["issuer"] = issuer!.Address, ["jwks_uri"] = $"{issuer.Address}/keys" }));
            app.MapGet("/keys", () =>
            {
                var parameters = issuer!.key.Rsa.ExportParameters(false);
                return Results.Json(new JsonObject
                {
                    ["keys"] = new JsonArray(new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["kid"] = issuer.key.KeyId,
                        ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                    }),
                });
            });
            app.Start();
            return issuer = new() { Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() };
        }

        public string Token(string subject, string audience = Audience, string? issuer = null, DateTime? expires = null, SigningCredentials? signing = null) =>
            new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Address,
                Audience = audience,
                Expires = expires ?? DateTime.UnixEpoch.AddYears(130),
                Claims = new Dictionary<string, object> { ["sub"] = subject },
                SigningCredentials = signing ?? new(key, SecurityAlgorithms.RsaSha256),
            });
    }
}
