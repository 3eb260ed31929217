using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>Judges answers by the document of the service.</summary>
internal sealed partial class Oracles(ApiDocument api, HttpClient client)
{
    private const string Json = "application/json", ProblemJson = "application/problem+json";

    private readonly ConcurrentDictionary<string, Task<bool>> explained = new();

    public async Task<IReadOnlyList<(Oracle Oracle, string Detail)>> FaultsOf(Call call, Answer answer)
    {
        // The server itself refuses what is no address; it never gets to the service.
        if (answer.Body.Length == 0 && answer.Status == 400 && call.Path.Contains("%00", StringComparison.Ordinal))
            return [];

        var operation = Meant(call);
        var faults = new List<(Oracle, string)>();
        if (answer.Status >= 500)
            faults.Add((Oracle.ServerError, $"{answer.Status} {Start(answer)}"));
        if (answer.Succeeded && call.MustBeRefused && operation?.Id == call.Operation.Id)
            faults.Add((Oracle.InvalidAccepted, $"{answer.Status} {Start(answer)}"));
        if (!call.IsElsewhere && (operation is null ? answer.Status != 405 && call.Method != "HEAD" : !operation.Answers.ContainsKey($"{answer.Status}")))
            faults.Add((Oracle.UndocumentedStatus, $"{answer.Status} {Start(answer)}"));
        if (answer.Status == 405 && !answer.NamesMethods)
            faults.Add((Oracle.NoAllowHeader, ""));
        if (call.Method == "HEAD")
            return faults;
        if (answer.Status >= 400)
            faults.AddRange(await FaultsOfProblem(answer));
        else if (operation?.Answers[$"{answer.Status}"]?["content"] is JsonObject { Count: > 0 } content)
            faults.AddRange(FaultsOfBody(call, answer, content));
        return faults;
    }

    // A mutated method means another operation of the address, or none.
    private Operation? Meant(Call call) => call.IsElsewhere ? null : api.Operations.FirstOrDefault(one => one.Method == call.Method && one.Path == call.Operation.Path);

    private async Task<IReadOnlyList<(Oracle, string)>> FaultsOfProblem(Answer answer)
    {
        if (Leaked().Match(answer.Text) is { Success: true } leak)
            return [(Oracle.Leak, $"{answer.Status} {leak.Value}")];
        if (answer.MediaType != ProblemJson || Parsed(answer.Body) is not JsonObject problem)
            return [(Oracle.NoProblem, $"{answer.Status} {answer.MediaType} {Start(answer)}")];
        if (Text(problem, "type") is not { Length: > 0 } type || string.IsNullOrWhiteSpace(Text(problem, "title")) || string.IsNullOrWhiteSpace(Text(problem, "detail")) || problem["status"]?.ToJsonString() != $"{answer.Status}")
            return [(Oracle.NoProblem, $"{answer.Status} {Start(answer)}")];
        return await explained.GetOrAdd(type, IsExplained) ? [] : [(Oracle.UnknownProblemType, type)];
    }

    private IEnumerable<(Oracle, string)> FaultsOfBody(Call call, Answer answer, JsonObject content)
    {
        if (answer.MediaType is null || content[answer.MediaType] is not { } stated)
            return [(Oracle.UndocumentedMediaType, $"{answer.Status} {answer.MediaType}")];
        if (!answer.MediaType.EndsWith("json", StringComparison.Ordinal) || stated["schema"] is not { } schema)
            return [];
        if (Parsed(answer.Body) is not { } body)
            return [(Oracle.AnswerBreaksSchema, $"no JSON: {Start(answer)}")];

        // Rows of which the caller wants some members lack the others.
        var isNarrowed = call.Query.Any(one => one.Name == "fields");
        var faults = api.Schemas.FaultsOf(body, schema).Where(fault => !isNarrowed || !fault.EndsWith(": is missing", StringComparison.Ordinal)).ToList();
        return faults.Count == 0 ? [] : [(Oracle.AnswerBreaksSchema, string.Join("; ", faults.Take(3)))];
    }

    private async Task<bool> IsExplained(string type)
    {
        if (!Uri.TryCreate(client.BaseAddress, type, out var address))
            return false;
        using var page = await client.GetAsync(address);
        return page.IsSuccessStatusCode;
    }

    private static string? Text(JsonObject problem, string member) => problem[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private static JsonNode? Parsed(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Start(Answer answer) => answer.Text is var text && text.Length > 300 ? text[..300] : answer.Text;

    [GeneratedRegex(@"\b(System|Microsoft|Pricing)\.[A-Z]\w+|\bat \w+\.\w+\(|Exception\b|SQLite|StackTrace|/(home|tmp|usr|var|work)/")]
    private static partial Regex Leaked();
}
