using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Security;

/// <summary>Who calls: an API key, a bearer token of an OpenID Connect issuer, or on the machine itself the development user.</summary>
internal static partial class Authentication
{
    public const string KeyHeader = "X-API-Key";

    private const string Selector = "Selector", Bearer = "Bearer ", Issuer = JwtBearerDefaults.AuthenticationScheme;

    public static void AddPricingAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        var oidc = OpenIdConnect.From(configuration);
        services.AddSingleton<DevelopmentProfile>();
        var schemes = services.AddAuthentication(Selector)
            .AddPolicyScheme(Selector, null, options => options.ForwardDefaultSelector = context => SchemeOf(context, oidc is not null))
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, DevelopmentHandler>(DevelopmentHandler.Scheme, null);
        if (oidc is not null)
            schemes.AddJwtBearer(Issuer, options => Apply(options, oidc));
    }

    /// <summary>The key that a request brings, in its own header or as bearer token; null for none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var header))
            return header.ToString();
        return TokenOf(request) is { } token && token.StartsWith("pk_", StringComparison.Ordinal) ? token : null;
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    // Whoever brings a credential is judged by it, never by the machine he calls from.
    private static string SchemeOf(HttpContext context, bool hasIssuer)
    {
        if (KeyOf(context.Request) is not null)
            return KeyHandler.Scheme;
        if (context.Request.Headers.Authorization.Count > 0)
            return hasIssuer ? Issuer : KeyHandler.Scheme;
        return DevelopmentHandler.Scheme;
    }

    private static void Apply(JwtBearerOptions options, OpenIdConnect oidc)
    {
        options.Authority = oidc.Authority;
        options.Audience = oidc.Audience;
        options.RequireHttpsMetadata = !new Uri(oidc.Authority).IsLoopback;
        options.MapInboundClaims = false;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);   // callers wait for it
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateAudience = true,
            ValidateIssuer = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384],
            ClockSkew = TimeSpan.FromMinutes(1),
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => TokenOf(context.Request) is null ? Task.CompletedTask : RequireKeys(context),
            OnTokenValidated = async context =>
            {
                var actor = oidc.IdentityOf(context.Principal!) is { } identity
                    ? await Ask(context.HttpContext, signIn => signIn.WithIdentity(identity, context.HttpContext.RequestAborted))
                    : null;
                if (actor is null)
                    context.Fail("The token is good, but names nobody whom the service knows.");
                else
                    context.HttpContext.RequestServices.GetRequiredService<ActingAs>().Actor = actor;
            },
        };
    }

    // Without the issuer's keys no token can be told good from bad, and that is no fault of who brings one.
    private static async Task RequireKeys(MessageReceivedContext context)
    {
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException e)
        {
            var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Authentication).FullName!);
            LogIssuer(log, context.Options.Authority!, (e.InnerException ?? e).Message);
            throw new IssuerUnreachableException();
        }
    }

    [LoggerMessage(LogLevel.Error, "The keys of the issuer {Authority} cannot be read, so that nobody signs in with its tokens: {Why}")]
    private static partial void LogIssuer(ILogger log, string authority, string why);

    // In a scope of its own: what the request's scope holds belongs to the actor, who is not known yet.
    private static async Task<Actor?> Ask(HttpContext context, Func<SignIn, Task<Actor?>> ask)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<SignIn>());
    }

    private static AuthenticateResult Ticket(HttpContext context, Actor actor, string scheme)
    {
        context.RequestServices.GetRequiredService<ActingAs>().Actor = actor;
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(scheme)), scheme));
    }

    private sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DevelopmentProfile development)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "ApiKey";

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (KeyOf(Request) is not { } key)
                return AuthenticateResult.Fail("No credential that the service takes.");
            var actor = development.Allows(Context) && development.HolderOf(key) is { } holder
                ? await Ask(Context, signIn => signIn.As(holder, Context.RequestAborted))
                : await Ask(Context, signIn => signIn.WithKey(key, Context.RequestAborted));
            return actor is null ? AuthenticateResult.Fail("The key does not open.") : Ticket(Context, actor, Scheme);
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Challenge(Context);
    }

    private sealed class DevelopmentHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DevelopmentProfile development)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public new const string Scheme = "Development";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            development.Allows(Context) ? Ticket(Context, DevelopmentProfile.Administrator, Scheme) : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Challenge(Context);
    }

    private static Task Challenge(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;   // the body follows with the problem documents
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Pricing\"";
        return Task.CompletedTask;
    }
}

/// <summary>The issuer's keys cannot be read.</summary>
internal sealed class IssuerUnreachableException() : Exception("The issuer of tokens does not answer.");

/// <summary>The issuer whose tokens are taken, from the configuration.</summary>
/// <param name="Authority">Its address, below which its discovery document lies.</param>
/// <param name="Audience">Whom its tokens must be meant for.</param>
/// <param name="IdentityClaim">The claim that says who somebody is.</param>
internal sealed record OpenIdConnect(string Authority, string Audience, string IdentityClaim)
{
    private const string Section = "OpenIdConnect", Email = "email";

    /// <summary>The configured issuer; null where none is.</summary>
    /// <exception cref="InvalidOperationException">The configuration names half of it.</exception>
    public static OpenIdConnect? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var (authority, audience) = (section["Authority"], section["Audience"]);
        if (authority is null && audience is null)
            return null;
        if (string.IsNullOrWhiteSpace(authority) || string.IsNullOrWhiteSpace(audience))
            throw new InvalidOperationException($"{Section} needs Authority and Audience: a token for another service must not open this one.");
        return new(authority, audience, section["IdentityClaim"] ?? "sub");
    }

    /// <summary>Who the token says somebody is; an address that nobody has verified says nothing.</summary>
    public string? IdentityOf(ClaimsPrincipal principal)
    {
        if (IdentityClaim == Email && principal.FindFirst("email_verified")?.Value is not ("true" or "True"))
            return null;
        return principal.FindFirst(IdentityClaim)?.Value;
    }
}
