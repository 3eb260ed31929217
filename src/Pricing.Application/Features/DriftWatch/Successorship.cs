using System.Globalization;
using System.Text.Json.Nodes;
using Pricing.Application.Features.PriceBook;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>A model in the place of another one.</summary>
/// <param name="Code">Code of the entry that is replaced.</param>
/// <param name="Entry">The successor's entry.</param>
/// <param name="AcceptanceProbability">Its acceptance; null to keep that of each generation.</param>
/// <param name="ReviewMinutesPerAttempt">Its review minutes; null to keep those of each generation.</param>
internal sealed record Successorship(string Code, PriceBookEntry Entry, decimal? AcceptanceProbability, decimal? ReviewMinutesPerAttempt)
{
    /// <summary>Whether a document names the entry that is replaced.</summary>
    public bool Concerns(string sent) => Generations(JsonNode.Parse(sent)!.AsObject()).Any();

    /// <summary>Puts the successor into a document.</summary>
    /// <returns>JSON pointers of the generations.</returns>
    public IReadOnlyList<string> PutInto(JsonObject document, ICollection<string> warnings)
    {
        var places = new List<string>();
        foreach (var (pointer, generation) in Generations(document).ToList())
        {
            places.Add(pointer);
            generation["priceBookEntry"] = Entry.Code;
            generation["model"] = Entry.Model;
            if (AcceptanceProbability is { } acceptance)
                generation["acceptanceProbability"] = acceptance;
            if (ReviewMinutesPerAttempt is { } minutes && generation.ContainsKey("reviewRole"))
                generation["reviewMinutesPerAttempt"] = minutes;
            if (Entry.MaximumClipSeconds is { } longest && (decimal)generation["sizePerAttempt"]! > longest && Entry.Unit == "second")
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{pointer}: an attempt is longer than the successor's longest clip of {longest:0.###} seconds; plan more clips."));
        }

        return places;
    }

    private IEnumerable<(string Pointer, JsonObject Generation)> Generations(JsonObject document)
    {
        var assets = document["assets"]?.AsArray() ?? [];
        for (var i = 0; i < assets.Count; i++)
        {
            var generations = assets[i]!["generations"]?.AsArray() ?? [];
            for (var j = 0; j < generations.Count; j++)
            {
                if ((string?)generations[j]!["priceBookEntry"] == Code)
                    yield return ($"/assets/{i}/generations/{j}", generations[j]!.AsObject());
            }
        }
    }
}
