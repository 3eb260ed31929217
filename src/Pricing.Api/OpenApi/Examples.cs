using System.Text.Json.Nodes;
using Pricing.Application.Seeding;

namespace Pricing.Api.OpenApi;

/// <summary>Examples taken from the seed, so that each one works when it is executed unchanged.</summary>
internal sealed class Examples
{
    private readonly JsonObject socialVideos;
    private readonly JsonObject imageCampaign;
    private readonly JsonObject twentyHours;

    private Examples(string seedFolder)
    {
        socialVideos = Seeded(seedFolder, "01-social-videos.json");
        imageCampaign = Seeded(seedFolder, "03-automotive-image-campaign.json");
        twentyHours = Seeded(seedFolder, "06-twenty-hours-become-five.json");
    }

    public static Examples From(string seedFolder) => new(seedFolder);

    /// <summary>Id of a seeded resource for a route.</summary>
    public static JsonNode IdFor(string path) => JsonValue.Create((path.Split('/') is [_, _, var resource, ..] ? resource : "") switch
    {
        "clients" => SeedIds.Of("client", "consumer-brand"),
        "rate-cards" => SeedIds.Of("rate-card", "STANDARD-2026"),
        "effort-profiles" => SeedIds.Of("effort-profile", "ai"),
        "price-book" => SeedIds.Of("price", "house-video-generation/2026-01-01"),
        "deliverables" => SeedIds.Of("deliverable", "kick-off-workshop"),
        _ => SeedIds.Demo,
    });

    /// <summary>Named examples of a request body; none where the schema's own example does.</summary>
    public IReadOnlyDictionary<string, JsonNode> ForRequest(string operationId) => operationId switch
    {
        "CompareDocument" => new Dictionary<string, JsonNode>
        {
            ["120 social videos, eleven fee structures"] = socialVideos["document"]!,
            ["Twenty hours become five"] = twentyHours["document"]!,
            ["The same videos, a lower acceptance rate"] = Harder(socialVideos["document"]!),
            ["What a mistake looks like"] = Mistaken(socialVideos["document"]!),
        },
        "CreateEngagement" or "ReviseEngagement" => new Dictionary<string, JsonNode>
        {
            ["120 social videos"] = Request(socialVideos),
            ["Image campaign with stored rate card, profiles and prices"] = Request(imageCampaign),
        },
        "ChangeDocument" => new Dictionary<string, JsonNode>
        {
            ["Generated clips are accepted twice as often"] = Change("/assets/0/generations/0/acceptanceProbability", 0.4m),
            ["Half as many AI videos"] = Change("/assets/0/quantity", 48),
        },
        "AddDeliverable" => new Dictionary<string, JsonNode>
        {
            ["A kick-off workshop"] = new JsonObject { ["deliverableId"] = SeedIds.Of("deliverable", "kick-off-workshop") },
        },
        "CopyEngagement" => new Dictionary<string, JsonNode>
        {
            ["Spring wave"] = new JsonObject { ["name"] = "Social content campaign, spring wave", ["clientId"] = SeedIds.Of("client", "consumer-brand") },
        },
        _ => new Dictionary<string, JsonNode>(),
    };

    private static JsonObject Seeded(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "engagements", file)))!.AsObject();

    private static JsonObject Request(JsonObject seeded)
    {
        var request = seeded.DeepClone().AsObject();
        request.Remove("key");
        request.Remove("client");
        request.Insert(0, "clientId", SeedIds.Of("client", (string)seeded["client"]!));
        return request;
    }

    private static JsonNode Harder(JsonNode document)
    {
        var harder = document.DeepClone();
        harder["assets"]![0]!["generations"]![0]!["acceptanceProbability"] = 0.1m;
        return harder;
    }

    private static JsonNode Mistaken(JsonNode document)
    {
        var mistaken = document.DeepClone();
        mistaken["workPackages"]![0]!["hours"]!["STRD"] = -4;
        mistaken["scenarios"]!["outcome"]![0]!["probability"] = 0.1m;
        return mistaken;
    }

    private static JsonObject Change(string path, decimal value) =>
        new() { ["changes"] = new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = path, ["value"] = value }) };
}
