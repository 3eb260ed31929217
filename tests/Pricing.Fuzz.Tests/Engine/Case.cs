using System.Text.Json.Nodes;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>
/// One case: a few calls that belong together. It draws from its own seed, and changes only what it has made itself, so that it can be run again alone.
/// </summary>
internal sealed class Case(Fuzzer fuzzer, int seed, int number, Trim? trim = null)
{
    // Calls made out of one: what they need is made only once.
    private const int Variants = 3;

    private readonly Draw draw = Draw.OfCase(seed, number);
    private readonly Dictionary<string, List<Made>> made = [];
    private readonly List<Made> strays = [];
    private readonly List<string> calls = [];
    private readonly List<(Finding Finding, int Call, Call Sent)> findings = [];

    public IReadOnlyList<(Finding Finding, int Call, Call Sent)> Findings => findings;

    public int Sent => calls.Count;

    /// <summary>What the case has sent, with the answers' statuses.</summary>
    public IReadOnlyList<string> Calls => calls;

    public async Task Run()
    {
        switch (draw.Below(20))
        {
            case < 11:
                await One();
                break;
            case < 16:
                await Life();
                break;
            case 16:
                await Repeat();
                break;
            case 17:
                await Stale();
                break;
            case 18:
                await AtOnce();
                break;
            default:
                await Unconditional();
                break;
        }

        await TidyUp();
    }

    // What was made is deleted or archived: some services keep only so much.
    private async Task TidyUp()
    {
        foreach (var item in made.Values.SelectMany(items => items).Concat(strays).DistinctBy(item => item.Id).ToList())
        {
            if (fuzzer.On(item.Collection).FirstOrDefault(operation => operation.Method == "DELETE" && operation.Path.EndsWith("{id}", StringComparison.Ordinal)) is { } delete)
                await Send((await Compose(delete, item)).Call.Without("X-API-Key"));
        }
    }

    private async Task One()
    {
        var composed = await Compose(fuzzer.Pick(number));
        for (var i = 0; i < Variants; i++)
            await Send(Perhaps(composed, 4));
    }

    // What is made is changed and read, proper and improper, then deleted and read again.
    private async Task Life()
    {
        if (await Make(fuzzer.Collection(draw)) is not { } item)
            return;
        var operations = fuzzer.On(item.Collection);
        for (var steps = 2 + draw.Below(5); steps > 0; steps--)
        {
            var operation = draw.Of(operations);
            await Send(Perhaps(await Compose(operation, item), 2));
        }

        if (operations.FirstOrDefault(operation => operation.Method == "DELETE" && operation.Path.EndsWith("{id}", StringComparison.Ordinal)) is not { } delete)
            return;
        var deleted = await Send((await Compose(delete, item)).Call);
        var reads = operations.Where(operation => operation.Method == "GET").ToList();
        if (deleted?.Status == 204 && reads.FirstOrDefault(operation => operation.Path == delete.Path) is { } read && await Send((await Compose(read, item)).Call) is { Succeeded: true } answer)
            Report(Oracle.LivesOn, read, "after DELETE", $"{answer.Status}");
        await Send((await Compose(draw.Of(operations), item)).Call);
    }

    private async Task Repeat()
    {
        var operations = fuzzer.Operations.Where(operation => operation.Takes("Idempotency-Key")).ToList();
        if (operations.Count == 0)
            return;
        var call = (await Compose(draw.Of(operations))).Call.With("Idempotency-Key", $"k{draw.Next():x16}");
        call = call with { Query = [] };   // a parameter may ask for a dry run, which has no effect to repeat
        var first = await Send(call);
        if (first is not { Succeeded: true })
            return;
        var second = await Send(call);
        if (second is not null && (second.Status != first.Status || !second.Body.AsSpan().SequenceEqual(first.Body)))
            Report(Oracle.RepeatedEffect, call.Operation, "same key", $"{first.Status}, then {second.Status}");
        if (call.Body is not { MediaType: not null } || call.Operation.BodySchema is not { } schema)
            return;
        var (other, mutation) = fuzzer.Bodies.Mutated(JsonNode.Parse(call.Body.Bytes), schema, draw);
        if (!other.Bytes.AsSpan().SequenceEqual(call.Body.Bytes))
            await Send(call with { Body = other with { IsFaulty = true }, Mutation = $"same key, {mutation}" });
    }

    private async Task Stale()
    {
        if (Versioned() is not { } operation)
            return;
        var (call, item, _) = await Compose(operation);
        if (item?.ETag is not { } tag)
            return;
        var first = await Send(call.With("If-Match", tag));
        if (first is not { Succeeded: true, ETag: { } next } || next == tag)
            return;
        if (await Send(call.With("If-Match", tag) with { Mutation = "stale If-Match" }) is { Succeeded: true } answer)
            Report(Oracle.LostUpdate, operation, "stale If-Match", $"{answer.Status}");
    }

    private async Task AtOnce()
    {
        if (Versioned() is not { } operation)
            return;
        var (call, item, _) = await Compose(operation);
        if (item?.ETag is not { } tag)
            return;
        call = call.With("If-Match", tag).Without("Idempotency-Key");
        var both = await Task.WhenAll(fuzzer.Send(call), fuzzer.Send(call));   // which of the two wins is chance
        calls.Add($"{call.Curl(fuzzer.Server)} & -> {both[0]?.Status}, {both[1]?.Status}");
        foreach (var answer in both.OfType<Answer>())
            await Judge(call, answer);
        if (both.All(answer => answer is { Succeeded: true, ETag: { } next } && next != tag))
            Report(Oracle.LostUpdate, operation, "two at once", $"{both[0]!.Status}, {both[1]!.Status}");
    }

    private async Task Unconditional()
    {
        var operations = fuzzer.Operations.Where(operation => operation.RequiresVersion).ToList();
        if (operations.Count > 0)
            await Send((await Compose(draw.Of(operations))).Call.Without("If-Match") with { Mutation = "without If-Match", IsFaulty = true });
    }

    private Operation? Versioned() => fuzzer.Operations.Where(operation => operation.RequiresVersion && operation.Collection is not null).ToList() is { Count: > 0 } operations ? draw.Of(operations) : null;

    /// <summary>A proper call of an operation.</summary>
    private async Task<(Call Call, Made? Item, IReadOnlyDictionary<string, string> PathValues)> Compose(Operation operation, Made? item = null)
    {
        var isOwn = operation.Collection is { } collection && (operation.Changes || draw.OnceIn(2));
        if (item is null && isOwn)
            item = await Make(operation.Collection!);
        var values = operation.Parameters.Where(parameter => parameter.In == "path").ToDictionary(parameter => parameter.Name, parameter => ValueOf(parameter, item, operation));
        var path = values.Aggregate(operation.Path, (text, value) => text.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
        var query = operation.Parameters.Where(parameter => parameter.In == "query" && (parameter.IsRequired || draw.OnceIn(6))).Select(parameter => (parameter.Name, Plain(parameter))).ToList();
        var headers = new List<(string, string)>();
        if (operation.Takes("If-Match") && (operation.RequiresVersion || operation.Collection is not null))
            headers.Add(("If-Match", item?.ETag is { } tag && draw.OnceIn(2) ? tag : "*"));
        if (operation.NeedsSignIn && draw.OnceIn(5) && fuzzer.Settings.Credentials.Count > 0)
            headers.Add(draw.Of(fuzzer.Settings.Credentials));
        var body = operation.BodySchema is { } schema ? fuzzer.Bodies.Proper(fuzzer.BodyOf(operation, draw), schema) : null;
        return (new(operation, operation.Method, path, query, headers, body, "none", false), item, values);
    }

    private string ValueOf(Parameter parameter, Made? item, Operation operation) => parameter.Name switch
    {
        "id" when item is not null => item.Id,
        "id" when operation.Changes => Hostile.Id(draw),
        _ => Plain(parameter),
    };

    private string Plain(Parameter parameter) => parameter.Example is { } example && !draw.OnceIn(4) ? example.ToString() : fuzzer.Instances.Of(parameter.Schema, draw)?.ToString() ?? "";

    // Something of the case's own in a collection: an earlier one, or a new one.
    private async Task<Made?> Make(string collection, int depth = 0)
    {
        if (made.TryGetValue(collection, out var earlier) && draw.OnceIn(2))
            return draw.Of(earlier);
        if (fuzzer.MakerOf(collection, draw) is not { } maker || depth > 3)
            return null;
        var owner = maker.Collection is { } outer ? await Make(outer, depth + 1) : null;
        if (maker.Collection is not null && owner is null)
            return null;   // composing its call would make one again, without end
        var (call, _, _) = await Compose(maker, owner);
        if (maker.Answers.ContainsKey("202"))
            call = call.With("Prefer", "respond-async");
        var answer = await Send((call with { Query = [] }).Without("X-API-Key"));
        if (answer is not { Succeeded: true, Location: { } location } || !location.StartsWith($"{collection}/", StringComparison.Ordinal))
            return null;
        if (answer.Status == 201 && await Send(fuzzer.Read(location, maker)) is not { Succeeded: true })
            Report(Oracle.UnreadableLocation, maker, "none", location);
        var item = new Made(collection, location[(collection.Length + 1)..]) { ETag = answer.ETag };
        if (!made.ContainsKey(collection))
            made[collection] = [];
        made[collection].Add(item);
        return item;
    }

    private Call Perhaps((Call Call, Made? Item, IReadOnlyDictionary<string, string> PathValues) composed, int properOnceIn)
    {
        var call = composed.Call;
        if (draw.OnceIn(properOnceIn))
            return call;
        if (call.Operation.BodySchema is not { } schema || draw.OnceIn(3))
            return fuzzer.Calls.Mutated(call, composed.PathValues, draw);
        var (body, mutation) = fuzzer.Bodies.Mutated(JsonNode.Parse(call.Body!.Bytes), schema, draw);
        return call with { Body = body, Mutation = mutation };
    }

    private async Task<Answer?> Send(Call call)
    {
        if (trim is { } cut && calls.Count == cut.Call && call.Body is { } body && call.Operation.BodySchema is { } schema)
            call = cut.Pointers.Aggregate(call, (sent, pointer) => sent with { Body = fuzzer.Bodies.Without(sent.Body!, pointer, schema) ?? sent.Body });
        var answer = await fuzzer.Send(call);
        calls.Add($"{call.Curl(fuzzer.Server)} -> {answer?.Status}");
        if (answer is null)
            Report(Oracle.NoAnswer, call.Operation, call.Mutation, "", call);
        else
            await Judge(call, answer);
        if (answer is { Status: 201, Location: { } location } && location.LastIndexOf('/') is > 0 and var end)
            strays.Add(new(location[..end], location[(end + 1)..]));
        if (answer is { Succeeded: true, ETag: { } tag })
        {
            foreach (var item in made.Values.SelectMany(items => items).Where(item => call.Path.Contains(item.Id, StringComparison.Ordinal)))
                item.ETag = tag;
        }

        return answer;
    }

    private async Task Judge(Call call, Answer answer)
    {
        foreach (var (oracle, detail) in await fuzzer.Oracles.FaultsOf(call, answer))
        {
            if (!fuzzer.Settings.Excuses(call, oracle, detail))
                Report(oracle, call.Operation, call.Mutation, detail, call);
        }

        if (fuzzer.Settings.Secrets(call) is { Count: > 0 } secrets && answer.Text is var text && secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.Ordinal) && !call.Holds(secret)) is { } told)
            Report(Oracle.SecretTold, call.Operation, call.Mutation, told, call);
    }

    private void Report(Oracle oracle, Operation operation, string mutation, string detail, Call? sent = null) =>
        findings.Add((new(oracle, operation.Id, mutation, detail, seed, number, [.. calls]), calls.Count - 1, sent!));

    /// <summary>What the case has made.</summary>
    private sealed record Made(string Collection, string Id)
    {
        public string? ETag { get; set; }
    }
}

/// <summary>Parts to leave out of the body of one call of a case.</summary>
internal sealed record Trim(int Call, IReadOnlyList<string> Pointers);
