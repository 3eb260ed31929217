using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Pricing.Api.Problems;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Security;

/// <summary>What a route needs: a right, or just somebody who is known.</summary>
/// <param name="right">The right; null where everybody who is known may call it.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Need(Right? right) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Right? Right { get; } = right;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal static class RouteRights
{
    /// <summary>Only who has the right may call it.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Right right)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Need(right));

    /// <summary>Everybody who is known may call it.</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Need(null));
}

internal static class Authorization
{
    public static void AddPricingAuthorization(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, NeedHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusal>();
    }

    /// <summary>Refuses to start with a route that says nothing of who may call it.</summary>
    public static void RefuseUnguardedRoutes(this WebApplication app)
    {
        var unguarded = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(IsUnguarded).Select(route => route.DisplayName).ToList();
        if (unguarded.Count > 0)
            throw new InvalidOperationException($"Nothing says who may call {string.Join(", ", unguarded)}.");
    }

    /// <summary>Whether a route of the API names neither a right nor that everybody may call it.</summary>
    public static bool IsUnguarded(RouteEndpoint route) =>
        route.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true
        && route.Metadata.GetMetadata<Need>() is null && route.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private sealed class NeedHandler(ActingAs acting) : AuthorizationHandler<Need>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Need requirement)
        {
            if (context.User.Identity?.IsAuthenticated == true && (requirement.Right is not { } right || acting.Actor.May(right)))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    private sealed class Refusal : IAuthorizationMiddlewareResultHandler
    {
        private static readonly AuthorizationMiddlewareResultHandler Platform = new();

        public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden)
            {
                await Platform.HandleAsync(next, context, policy, authorizeResult);   // goes on, or says how to sign in
                return;
            }

            var needed = policy.Requirements.OfType<Need>().Select(need => need.Right).First(right => right is not null)!.Value;
            var actor = context.RequestServices.GetRequiredService<ActingAs>().Actor;
            var who = Rights.Of(actor.Role).Contains(needed) ? "This key is narrowed and" : $"The role {EnumCode.Of(actor.Role)}";
            await ProblemWriter.Write(context, ProblemType.NotAllowed, $"{who} lacks the right {EnumCode.Of(needed)}. Ask an administrator of your agency.");
        }
    }
}
