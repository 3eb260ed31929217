using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>How to sign in, and what each operation needs.</summary>
internal static class SecurityText
{
    private const string Key = "ApiKey", Bearer = "Bearer";

    /// <summary>What the Authorize button offers.</summary>
    public static void AddSecurity(this SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(Key, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = Authentication.KeyHeader,
            Description = "An API key of your agency, such as pk_live_abcd2345_... This browser keeps it until you log out.",
        });
        options.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of your identity provider (OpenID Connect), or an API key.",
        });
    }

    /// <summary>Says who may call an operation; machines read the right from <c>x-right</c> and the roles from <c>x-roles</c>.</summary>
    public static void Describe(OpenApiOperation operation, Need? need, OpenApiDocument document)
    {
        operation.Security = need is null ? [] :
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
        if (need is null)
            operation.Responses?.Remove("401");
        if (need?.Right is not { } right)
        {
            operation.Responses?.Remove("403");
            return;
        }

        var roles = Enum.GetValues<UserRole>().Where(role => Rights.Of(role).Contains(right)).Select(role => EnumCode.Of(role)).ToList();
        operation.Description += $"\n\nFor {string.Join(", ", roles)}.";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-right"] = new JsonNodeExtension(EnumCode.Of(right));
        operation.Extensions["x-roles"] = new JsonNodeExtension(new JsonArray([.. roles.Select(role => JsonValue.Create(role))]));
    }
}
