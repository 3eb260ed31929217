using System.Text;
using System.Text.Json.Nodes;
using Pricing.Api.OpenApi.Analyses;
using Pricing.Application.Contract;
using Pricing.Application.Seeding;
using Pricing.Model.Engagements;

namespace Pricing.Api.OpenApi;

/// <summary>Examples taken from the seed, so that each one works when it is executed unchanged.</summary>
internal sealed class Examples
{
    private readonly JsonObject socialVideos;
    private readonly JsonObject imageCampaign;
    private readonly JsonObject twentyHours;
    private readonly JsonObject proposal;
    private readonly Dictionary<ExampleEngagement, JsonObject> analysed;

    private Examples(string seedFolder)
    {
        socialVideos = Seeded(seedFolder, "01-social-videos.json");
        imageCampaign = Seeded(seedFolder, "03-automotive-image-campaign.json");
        twentyHours = Seeded(seedFolder, "06-twenty-hours-become-five.json");
        proposal = JsonNode.Parse(File.ReadAllText(Path.Combine(seedFolder, "proposals", "proposals.json")))!["proposals"]![0]!["terms"]!.AsObject();
        analysed = AnalysisOperations.All.Select(analysis => analysis.Seed).Distinct().ToDictionary(seed => seed, seed => Seeded(seedFolder, seed.File));
    }

    public static Examples From(string seedFolder) => new(seedFolder);

    /// <summary>Id of a seeded resource for a route.</summary>
    public static JsonNode IdFor(string path) => JsonValue.Create((path.Split('/') is [_, _, var resource, ..] ? resource : "") switch
    {
        "clients" => Text(SeedIds.Of("client", "consumer-brand")),
        "rate-cards" => Text(SeedIds.Of("rate-card", "STANDARD-2026")),
        "effort-profiles" => Text(SeedIds.Of("effort-profile", "ai")),
        "price-book" => Text(SeedIds.Of("price", "house-video-generation/2026-01-01")),
        "exchange-rates" => Text(SeedIds.Of("exchange-rate", "USD/EUR/2026-01-15")),
        "scenarios" => Text(SeedIds.Of("scenario", "all-classic")),
        "proposals" => Text(SeedIds.Of("proposal", "social-videos")),
        "legal-entities" => Text(SeedIds.For(SeedIds.Agency, "legal-entity", "first")),
        "users" => Text(SeedIds.Of("user", "lead")),
        "deliverables" => Text(SeedIds.Of("deliverable", "kick-off-workshop")),
        _ => Text(SeedIds.Demo),
    });

    /// <summary>Id of the seeded engagement on which the examples of an analysis work.</summary>
    public static JsonNode IdFor(AnalysisOperation analysis) => Text(analysis.Seed.Id);

    /// <summary>Named examples of a request for an analysis; the posted engagement stands in one of them, as it is long.</summary>
    public IReadOnlyDictionary<string, JsonNode> ForAnalysis(AnalysisOperation analysis, bool isPosted) => analysis.Examples.Take(isPosted ? 1 : int.MaxValue).ToDictionary(
        example => example.Title,
        example =>
        {
            var parameters = JsonNode.Parse(example.Parameters);
            return (JsonNode)(isPosted
                ? new JsonObject { ["engagement"] = analysed[analysis.Seed]["document"]!.DeepClone(), ["parameters"] = parameters }
                : new JsonObject { ["parameters"] = parameters });
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
        "ReviseDesk" => new Dictionary<string, JsonNode>
        {
            ["As it is"] = Desk(socialVideos),
            ["Won"] = Won(Desk(socialVideos)),
        },
        "ChangeDocument" => new Dictionary<string, JsonNode>
        {
            ["Generated clips are accepted twice as often"] = Change("/assets/0/generations/0/acceptanceProbability", 0.4m),
            ["Half as many AI videos"] = Change("/assets/0/quantity", 48),
        },
        "AddDeliverable" => new Dictionary<string, JsonNode>
        {
            ["A kick-off workshop"] = new JsonObject { ["deliverableId"] = Text(SeedIds.Of("deliverable", "kick-off-workshop")) },
        },
        "CalculateDriver" => new Dictionary<string, JsonNode>
        {
            ["180 million a year, 4 % more of it, at 45 %"] = IncrementalGrossProfit(),
        },
        "FillDriver" => new Dictionary<string, JsonNode>
        {
            ["The first driver from what the client knows"] = Filling(),
        },
        "CreateScenario" => new Dictionary<string, JsonNode>
        {
            ["All classic"] = Shifted("All classic", to: 2, 0, 1),
            ["All hybrid"] = Shifted("All hybrid", to: 1, 0, 2),
            ["All AI"] = Shifted("All AI", to: 0, 1, 2),
            ["A fifth less scope"] = new JsonObject { ["name"] = "A fifth less scope", ["scope"] = 0.8m },
            ["Clips are accepted twice as often"] = Accepted(Change("/assets/0/generations/0/acceptanceProbability", 0.4m)),
        },
        "ReviseScenario" => new Dictionary<string, JsonNode>
        {
            ["As the engagement is"] = new JsonObject { ["name"] = "As it is", ["document"] = socialVideos["document"]!.DeepClone() },
        },
        "ChangeScenario" => new Dictionary<string, JsonNode>
        {
            ["A tenth less of it"] = new JsonObject { ["scope"] = 0.9m },
        },
        "SwapModel" => new Dictionary<string, JsonNode>
        {
            ["Dry run: FLUX.2 flex in the place of FLUX.2 pro"] = new JsonObject { ["code"] = "flux.2-pro", ["successor"] = "flux.2-flex" },
            ["Dry run: accepted half as often"] = new JsonObject { ["code"] = "flux.2-pro", ["successor"] = "flux.2-flex", ["acceptanceProbability"] = 0.25m, ["reviewMinutesPerAttempt"] = 0.5m },
        },
        "RepriceEngagement" => new Dictionary<string, JsonNode>
        {
            ["At the prices of 1 December 2026"] = new JsonObject { ["asOf"] = "2026-12-01" },
            ["From the classic production to the mix"] = new JsonObject { ["against"] = new JsonObject { ["scenario"] = Text(SeedIds.Of("scenario", "all-classic")) }, ["structure"] = 1 },
        },
        "CopyEngagement" => new Dictionary<string, JsonNode>
        {
            ["Spring wave"] = new JsonObject { ["name"] = "Social content campaign, spring wave", ["clientId"] = Text(SeedIds.Of("client", "consumer-brand")) },
        },
        "CreateProposal" => new Dictionary<string, JsonNode>
        {
            ["An engagement is enough"] = new JsonObject { ["engagementId"] = Text(SeedIds.Demo) },
            ["With options, split, extras, milestones, rights and KPIs"] = Proposed(),
        },
        "ReviseProposal" => new Dictionary<string, JsonNode>
        {
            ["120 social videos"] = proposal.DeepClone(),
        },
        "OrderChange" => new Dictionary<string, JsonNode>
        {
            ["What an engagement of its own adds"] = new JsonObject { ["engagementId"] = Text(SeedIds.Demo) },
        },
        _ => PlainExamples.Of(operationId) is { } plain ? new Dictionary<string, JsonNode> { [plain.Title] = plain.Body } : new Dictionary<string, JsonNode>(),
    };

    // A Guid as a JSON value would be written without its quotes.
    private static string Text(Guid id) => id.ToString();

    /// <summary>An example of an answer, worked out from the seed; null where those of its members do.</summary>
    public JsonNode? ForAnswer(string operationId) => operationId switch
    {
        "CompareDocument" or "CompareEngagement" => Comparison(twentyHours["document"]!),
        "BuildDemo" or "GetEngagement" or "CreateEngagement" or "ChangeDocument" => View(),
        "GetResolvedDocument" => twentyHours["document"]!.DeepClone(),
        _ => null,
    };

    private JsonObject Proposed()
    {
        var proposed = proposal.DeepClone().AsObject();
        proposed.Insert(0, "engagementId", Text(SeedIds.Demo));
        return proposed;
    }

    private JsonObject View()
    {
        var self = $"/api/v1/engagements/{SeedIds.Demo}";
        var recommended = (int)socialVideos["offer"]!["recommended"]!;
        return new()
        {
            ["id"] = Text(SeedIds.Demo),
            ["name"] = socialVideos["document"]!["name"]!.DeepClone(),
            ["clientId"] = Text(SeedIds.Of("client", (string)socialVideos["client"]!)),
            ["stage"] = socialVideos["stage"]!.DeepClone(),
            ["winProbability"] = socialVideos["winProbability"]!.DeepClone(),
            ["expectedDecision"] = socialVideos["expectedDecision"]!.DeepClone(),
            ["lossReason"] = null,
            ["internalNotes"] = socialVideos["internalNotes"]!.DeepClone(),
            ["isTemplate"] = false,
            ["isArchived"] = false,
            ["pricingDate"] = socialVideos["pricingDate"]!.DeepClone(),
            ["copiedFrom"] = null,
            ["copiedFromVersion"] = null,
            ["offer"] = socialVideos["offer"]!.DeepClone(),
            ["marginLimit"] = null,
            ["certaintyEquivalentLimit"] = null,
            ["currency"] = socialVideos["document"]!["currency"]!.DeepClone(),
            ["headlineFee"] = Comparison(socialVideos["document"]!)["structures"]![recommended]!["expectedFee"]!.DeepClone(),
            ["ownerId"] = Text(SeedIds.DevelopmentUser),
            ["version"] = 3,
            ["externalIds"] = new JsonArray(),
            ["createdAt"] = "2026-11-25T09:00:00+00:00",
            ["updatedAt"] = "2026-11-25T09:30:00+00:00",
            ["links"] = new JsonObject
            {
                ["self"] = self,
                ["comparison"] = $"{self}/comparison",
                ["chart"] = $"{self}/comparison/chart",
                ["explain"] = $"{self}/comparison/explain?of=/structures/0/expectedFee",
                ["proposalPdf"] = $"{self}/proposal.pdf",
                ["workbook"] = $"{self}/workbook.xlsx",
                ["resolvedDocument"] = $"{self}/resolved-document",
            },
            ["document"] = socialVideos["document"]!.DeepClone(),
        };
    }

    private static JsonNode Comparison(JsonNode document)
    {
        var engagement = EngagementReader.Restore(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return JsonNode.Parse(ComparisonWriter.Write(Model.Comparisons.Comparison.Of(ResolvedEngagement.From(engagement))).Span)!;
    }

    private static JsonObject Seeded(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "engagements", file)))!.AsObject();

    private static JsonObject Request(JsonObject seeded)
    {
        var request = seeded.DeepClone().AsObject();
        request.Remove("key");
        request.Remove("client");
        request.Insert(0, "clientId", Text(SeedIds.Of("client", (string)seeded["client"]!)));
        return request;
    }

    private static JsonObject Desk(JsonObject seeded)
    {
        var desk = Request(seeded);
        desk.Remove("document");
        desk.Remove("pricingDate");
        return desk;
    }

    private static JsonObject Won(JsonObject desk)
    {
        desk["stage"] = "won";
        desk["winProbability"] = 1;
        return desk;
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
        mistaken["workPackages"]![0]!["effortProfile"] = "Strategy";
        mistaken["scenarios"]!["outcome"]![0]!["probability"] = 0.1m;
        return mistaken;
    }

    private static JsonObject Shifted(string name, int to, params int[] from) => new()
    {
        ["name"] = name,
        ["production"] = new JsonArray(new JsonObject { ["from"] = new JsonArray([.. from.Select(position => (JsonNode)position)]), ["to"] = to }),
    };

    private static JsonObject Accepted(JsonObject change)
    {
        change.Insert(0, "name", "Clips accepted twice as often");
        return change;
    }

    private static JsonObject IncrementalGrossProfit() => new()
    {
        ["inputs"] = new JsonObject
        {
            ["annualRevenue"] = Input(180_000_000, "Client's controlling", "Annual report 2025", "Reported net sales of the promoted range"),
            ["uplift"] = Input(0.04m, "Client's market research", "Geo test, spring 2026", "Regions with and without the campaign"),
            ["grossMargin"] = Input(0.45m, "Client's controlling", "Profit and loss account 2025", "Reported"),
        },
        ["monthlyRetention"] = 0.88m,
        ["attribution"] = 0.35m,
        ["attributionMethod"] = "Agreed convention, checked by a hold-out test after six months",
        ["confidence"] = 0.8m,
    };

    private static JsonObject Filling()
    {
        var filling = IncrementalGrossProfit();
        filling.Insert(0, "kind", "incrementalGrossProfit");
        filling.Insert(1, "position", 0);
        return filling;
    }

    private static JsonObject Input(decimal value, string owner, string source, string method) =>
        new() { ["value"] = value, ["owner"] = owner, ["source"] = source, ["method"] = method };

    private static JsonObject Change(string path, decimal value) =>
        new() { ["changes"] = new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = path, ["value"] = value }) };
}
