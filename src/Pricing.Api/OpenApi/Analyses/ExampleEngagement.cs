using Pricing.Application.Seeding;

namespace Pricing.Api.OpenApi.Analyses;

/// <summary>An engagement of the seed on which examples work.</summary>
/// <param name="File">Its file among the seed's engagements.</param>
/// <param name="Id">Id under which it is stored.</param>
internal sealed record ExampleEngagement(string File, Guid Id)
{
    /// <summary>Short videos by AI, people and both.</summary>
    public static readonly ExampleEngagement SocialVideos = new("01-social-videos.json", SeedIds.Demo);

    /// <summary>A brand platform with a mood film and rounds of changes.</summary>
    public static readonly ExampleEngagement BrandPlatform = new("02-brand-platform.json", SeedIds.Of("engagement", "brand-platform"));
}
