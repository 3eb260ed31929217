using System.Globalization;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;

namespace Pricing.Application.Features.Audit;

/// <summary>One place that differs.</summary>
/// <param name="Path">JSON pointer of the place.</param>
/// <param name="Before">What stood there; null for nothing.</param>
/// <param name="After">What stands there now; null for nothing.</param>
public sealed record FieldChange(string Path, JsonNode? Before, JsonNode? After);

/// <summary>Where two JSON values differ.</summary>
internal static class JsonDifference
{
    /// <summary>The differences, in the order of the pointers; members and entries are compared one by one.</summary>
    public static IEnumerable<FieldChange> Between(JsonNode? before, JsonNode? after, string at = "") => (before, after) switch
    {
        (JsonObject old, JsonObject now) => old.Select(member => member.Key).Union(now.Select(member => member.Key))
            .SelectMany(name => Between(old[name], now[name], $"{at}/{JsonPointer.Escape(name)}")),
        (JsonArray old, JsonArray now) => Enumerable.Range(0, Math.Max(old.Count, now.Count))
            .SelectMany(i => Between(i < old.Count ? old[i] : null, i < now.Count ? now[i] : null, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))),
        _ => JsonNode.DeepEquals(before, after) ? [] : [new(at, before?.DeepClone(), after?.DeepClone())],
    };
}
