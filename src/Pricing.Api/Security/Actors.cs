using Pricing.Application.Features.Access;
using Pricing.Application.Seeding;

namespace Pricing.Api.Security;

/// <summary>Who stands behind a request. Until people and keys arrive it is the development user of the example agency.</summary>
internal static class Actors
{
    public static void AddActors(this IServiceCollection services) =>
        services.AddScoped(_ => new Actor(SeedIds.Agency, SeedIds.DevelopmentUser, UserRole.Administrator));
}
