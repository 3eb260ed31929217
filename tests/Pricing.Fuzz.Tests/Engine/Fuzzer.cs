using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>What a run is told beside the document.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Requests">How many requests it may send.</param>
internal sealed record FuzzSettings(int Seed, int Requests)
{
    /// <summary>Headers that sign in as somebody else than the usual caller.</summary>
    public IReadOnlyList<(string Name, string Value)> Credentials { get; init; } = [];

    /// <summary>What is known, with its reason where the run is set up.</summary>
    public Func<Call, Oracle, string, bool> Excuses { get; init; } = (_, _, _) => false;

    /// <summary>Texts that the answer to a call may not hold, unless the caller sent them.</summary>
    public Func<Call, IReadOnlyCollection<string>> Secrets { get; init; } = _ => [];

    /// <summary>Told of each finding when it comes, before it is shrunk: a long run should not keep it to itself.</summary>
    public Action<Finding> Tell { get; init; } = _ => { };

    /// <summary>Findings that end the run; none ends it by default.</summary>
    public Func<Finding, bool> Until { get; init; } = _ => false;
}

/// <summary>What a run found and where it was.</summary>
/// <param name="Findings">One finding of each bucket, shrunk where that was cheap.</param>
/// <param name="Requests">Requests sent.</param>
/// <param name="Coverage">How often each status came from each operation.</param>
internal sealed record FuzzReport(IReadOnlyList<Finding> Findings, int Requests, IReadOnlyDictionary<(string Operation, int Status), int> Coverage);

/// <summary>
/// Calls a service in every way that its OpenAPI document allows and in many that it forbids, and judges the answers. A run is a row of cases, each drawn from the run's seed and
/// its number alone.
/// </summary>
internal sealed class Fuzzer
{
    private const int Workers = 4, ShrinkTries = 60, LearnTries = 6;

    private readonly HttpClient client;
    private readonly ConcurrentDictionary<(string, int), int> coverage = new();
    private readonly Dictionary<string, List<Operation>> makers = [];
    private readonly Dictionary<string, List<JsonNode>> examples = [];
    private int requests;

    private Fuzzer(HttpClient client, ApiDocument api, FuzzSettings settings)
    {
        this.client = client;
        Settings = settings;
        Operations = api.Operations;
        Instances = new(api.Schemas);
        Bodies = new(api.Schemas);
        Calls = new(api.Schemas);
        Oracles = new(api, client);
        foreach (var operation in Operations)
            examples[operation.Id] = [.. Examples(operation)];
    }

    public FuzzSettings Settings { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public Instances Instances { get; }

    public BodyMutations Bodies { get; }

    public CallMutations Calls { get; }

    public Oracles Oracles { get; }

    public Uri? Server => client.BaseAddress;

    /// <summary>Runs the cases of a seed until the requests are used up.</summary>
    public static async Task<FuzzReport> Run(HttpClient client, JsonObject document, FuzzSettings settings, CancellationToken cancellationToken)
    {
        var fuzzer = new Fuzzer(client, new(document), settings);
        await fuzzer.Learn();
        return await fuzzer.RunAll(cancellationToken);
    }

    /// <summary>The operations of a document.</summary>
    public static IReadOnlyList<string> IdsOf(JsonObject document) => [.. new ApiDocument(document).Operations.Select(operation => operation.Id)];

    /// <summary>Runs one case again.</summary>
    /// <returns>What it found, and every call it sent.</returns>
    public static async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Calls)> Replay(HttpClient client, JsonObject document, FuzzSettings settings, int number)
    {
        var fuzzer = new Fuzzer(client, new(document), settings);
        await fuzzer.Learn();
        var one = new Case(fuzzer, settings.Seed, number);
        await one.Run();
        return ([.. one.Findings.Select(found => found.Finding)], one.Calls);
    }

    /// <summary>The operation of a case: each in turn.</summary>
    public Operation Pick(int number) => Operations[number % Operations.Count];

    /// <summary>A collection in which things can be made.</summary>
    public string Collection(Draw draw) => makers.Count == 0 ? "" : draw.Of(makers.Keys.Order(StringComparer.Ordinal).ToList());

    public IReadOnlyList<Operation> On(string collection) => [.. Operations.Where(operation => operation.Collection == collection)];

    public Operation? MakerOf(string collection, Draw draw) => makers.TryGetValue(collection, out var some) ? draw.Of(some) : null;

    /// <summary>The call that reads an address.</summary>
    public Call Read(string address, Operation otherwise)
    {
        var collection = address[..Math.Max(0, address.LastIndexOf('/'))];
        var operation = Operations.FirstOrDefault(one => one.Method == "GET" && one.Path == $"{collection}/{{id}}") ?? otherwise;
        return new(operation, "GET", address, [], [], null, "none", false);
    }

    /// <summary>A proper body: an example of the document, or one made from the schema.</summary>
    public JsonNode? BodyOf(Operation operation, Draw draw)
    {
        var known = examples[operation.Id];
        var body = known.Count > 0 && !draw.OnceIn(5) ? draw.Of(known).DeepClone() : Instances.Of(operation.BodySchema!, draw, isPlain: !draw.OnceIn(3));
        if (body is not JsonObject members)
            return body;

        // What nobody else may have too, and what must be there.
        foreach (var name in members.Select(member => member.Key).ToList())
        {
            if (name is "code")
                members[name] = $"f{draw.Next():x}";
            else if (name is "email")
                members[name] = $"f{draw.Next():x}@fuzz.example";
            else if (name.EndsWith("Id", StringComparison.Ordinal) && members[name] is JsonValue && IdFor(name) is { } id && !draw.OnceIn(4))
                members[name] = id;
        }

        return body;
    }

    // clientId is that of a client: the document shows one where it reads one.
    private string? IdFor(string member) => Operations
        .Where(operation => operation.Method == "GET" && operation.Collection is { } collection && operation.Path == $"{collection}/{{id}}")
        .FirstOrDefault(operation => member.Contains(operation.Collection!.Split('/', '-')[^1].TrimEnd('s'), StringComparison.OrdinalIgnoreCase))
        ?.Parameters.First(parameter => parameter.Name == "id").Example?.ToString();

    /// <summary>Sends a call; null where there was no answer.</summary>
    public async Task<Answer?> Send(Call call)
    {
        Interlocked.Increment(ref requests);
        try
        {
            using var request = call.Request();
            using var response = await client.SendAsync(request);
            var answer = await Answer.Of(response, CancellationToken.None);
            coverage.AddOrUpdate((call.Operation.Id, answer.Status), 1, (_, count) => count + 1);
            return answer;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    // Which operation makes things in which collection is seen from where their Location leads.
    private async Task Learn()
    {
        foreach (var operation in Operations.Where(operation => operation.Answers.ContainsKey("201") || operation.Answers.ContainsKey("202")).OrderBy(operation => operation.Collection is null ? 0 : 1))
        {
            for (var i = 0; i < LearnTries; i++)
            {
                var one = new Learning(this, operation, i);
                if (await one.Collection() is not { } collection)
                    continue;
                if (!makers.TryGetValue(collection, out var known))
                    makers[collection] = known = [];
                known.Add(operation);
                break;
            }
        }
    }

    private async Task<FuzzReport> RunAll(CancellationToken cancellationToken)
    {
        var buckets = new ConcurrentDictionary<object, (Finding Finding, int Call, Call Sent)>();
        var next = -1;
        var isOver = false;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(Work, cancellationToken)));

        var findings = new List<Finding>();
        foreach (var found in buckets.Values.OrderBy(found => found.Finding.Case))
            findings.Add(findings.Count < 20 ? await Shrunk(found) : found.Finding);
        return new(findings, requests, coverage);

        async Task Work()
        {
            while (!isOver && requests < Settings.Requests && !cancellationToken.IsCancellationRequested)
            {
                var one = new Case(this, Settings.Seed, Interlocked.Increment(ref next));
                await one.Run();
                foreach (var found in one.Findings)
                {
                    if (buckets.TryAdd(found.Finding.Bucket, found))
                        Settings.Tell(found.Finding);
                    isOver |= Settings.Until(found.Finding);
                }
            }
        }
    }

    // The case again with less in the body at fault, as long as the same fault comes.
    private async Task<Finding> Shrunk((Finding Finding, int Call, Call Sent) found)
    {
        if (found.Sent?.Body is not { } body)
            return found.Finding;
        var best = found.Finding;
        List<string> left = [];
        foreach (var pointer in BodyMutations.Pointers(body).Take(ShrinkTries))
        {
            if (left.Exists(outer => pointer.StartsWith($"{outer}/", StringComparison.Ordinal)))
                continue;
            var again = new Case(this, best.Seed, best.Case, new(found.Call, [.. left, pointer]));
            await again.Run();
            if (again.Findings.FirstOrDefault(one => one.Finding.Bucket == best.Bucket).Finding is not { } smaller)
                continue;
            best = smaller;
            left.Add(pointer);
        }

        return best;
    }

    private static IEnumerable<JsonNode> Examples(Operation operation)
    {
        var content = operation.Bodies["application/json"];
        return (content?["examples"]?.AsObject() ?? []).Where(example => !example.Key.Contains("mistake", StringComparison.Ordinal)).Select(example => example.Value!["value"])
            .Append(content?["example"]).OfType<JsonNode>();
    }

    /// <summary>Tries to make something.</summary>
    private sealed class Learning(Fuzzer fuzzer, Operation operation, int tries)
    {
        public async Task<string?> Collection()
        {
            var draw = Draw.OfCase(fuzzer.Settings.Seed, -1 - tries);
            var path = operation.Parameters.Where(parameter => parameter.In == "path").Aggregate(operation.Path, (text, parameter) => text.Replace($"{{{parameter.Name}}}", $"{parameter.Example}", StringComparison.Ordinal));
            var body = operation.BodySchema is { } schema ? fuzzer.Bodies.Proper(fuzzer.BodyOf(operation, draw), schema) : null;
            var answer = await fuzzer.Send(new(operation, operation.Method, path, [], [("Prefer", "respond-async")], body, "none", false));
            return answer is { Succeeded: true, Location: { } location } && location.LastIndexOf('/') is > 0 and var end ? location[..end] : null;
        }
    }
}
