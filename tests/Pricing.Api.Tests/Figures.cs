using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests;

/// <summary>Compares an answer with the figures of a worked case.</summary>
internal static class Figures
{
    /// <summary>Where the answer lacks or contradicts what is expected; it may hold more members. Money is exact, other figures to six decimals.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string at = "") => (expected, actual) switch
    {
        (JsonObject members, JsonObject others) => members.SelectMany(member => others.ContainsKey(member.Key)
            ? Differences(member.Value, others[member.Key], $"{at}/{member.Key}")
            : [$"{at}/{member.Key} is missing"]),
        (JsonArray entries, JsonArray others) when entries.Count == others.Count =>
            entries.SelectMany((entry, i) => Differences(entry, others[i], $"{at}/{i}")),
        (JsonValue number, JsonValue other) when number.GetValueKind() == JsonValueKind.Number && other.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(number.GetValue<decimal>() - other.GetValue<decimal>()) <= 0.000001m ? [] : [$"{at} is {other}, not {number}"],
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{at} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}"],
    };
}
