using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Model.Engagements;

namespace Pricing.Api.Tests.OpenApi;

/// <summary>The schemas of the contract say what its reader does.</summary>
public sealed class ContractSchemaTests(Service service) : IClassFixture<Service>
{
    // Required or not by what stands elsewhere, which no schema says.
    private static readonly string[] Conditional = ["/reviewRole", "/reviewMinutesPerAttempt", "/scorecard", "/phase", "/kpiAchievement"];

    public static TheoryData<string> Documents => new("EngagementDocument", "StoredEngagementDocument");

    [Theory]
    [InlineData("case-a.json")]
    [InlineData("case-b.json")]
    public async Task Worked_cases_fit_the_schema(string file)
    {
        var api = await Api();

        var faults = new SchemaCheck(api).FaultsOf(JsonNode.Parse(Service.Case(file)), Schema(api, "EngagementDocument"));

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("case-a")]
    [InlineData("case-b")]
    public async Task Answers_fit_the_schema(string file)
    {
        var api = await Api();
        var answer = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/comparisons", Service.Case($"{file}.json")));
        var expected = JsonNode.Parse(Service.Case($"{file}.expected.json"));

        Assert.Empty(new SchemaCheck(api).FaultsOf(answer, Schema(api, "ComparisonResult")));
        Assert.Empty(new SchemaCheck(api).FaultsOf(expected, Schema(api, "ComparisonResult")));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_member_of_the_schema_is_known_to_the_reader(string name)
    {
        var (document, _) = await SampleOf(name);

        var faults = Read(document, name);

        Assert.DoesNotContain(faults, fault => fault.Detail.StartsWith("There is no member", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Detail.EndsWith(" is missing.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_member_is_required_by_the_schema_where_the_reader_misses_it(string name)
    {
        var (document, places) = await SampleOf(name);

        foreach (var place in places)
        {
            var required = place.Schema["required"]?.AsArray().Select(member => (string)member!).ToHashSet() ?? [];
            foreach (var (member, _) in place.Schema["properties"]!.AsObject())
            {
                var pointer = $"{place.Pointer}/{member}";
                if (Conditional.Any(end => pointer.EndsWith(end, StringComparison.Ordinal)) && !required.Contains(member))
                    continue;
                var missing = Read(Without(document, place.Pointer, member), name).Where(fault => fault.Detail.Contains(" is missing", StringComparison.Ordinal)).Select(fault => fault.Pointer).ToList();
                if (!required.Contains(member))
                    Assert.DoesNotContain(pointer, missing);
                else if (place.IsOneOfSeveral)
                    Assert.Contains(missing, at => at.StartsWith(place.Pointer, StringComparison.Ordinal));
                else
                    Assert.Contains(pointer, missing);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Bounds_of_the_schema_are_those_of_the_reader(string name)
    {
        var (document, places) = await SampleOf(name);
        var check = new SchemaCheck(await Api());

        foreach (var place in places)
        {
            foreach (var (member, schema) in place.Schema["properties"]!.AsObject())
            {
                var own = check.Resolve(schema!);
                if (own["minimum"] is not { } minimum || own["maximum"] is not { } maximum)
                    continue;
                var pointer = $"{place.Pointer}/{member}";
                Assert.False(IsOutOfBounds(minimum, pointer), $"{pointer} may be {minimum}");
                Assert.False(IsOutOfBounds(maximum, pointer), $"{pointer} may be {maximum}");
                Assert.True(IsOutOfBounds((decimal)minimum - 0.0000001m, pointer), $"{pointer} may not be below {minimum}");
                Assert.True(IsOutOfBounds((decimal)maximum + 0.0000001m, pointer), $"{pointer} may not be above {maximum}");
            }
        }

        bool IsOutOfBounds(JsonNode value, string pointer) =>
            Read(With(document, pointer, value.DeepClone()), name).Any(fault => fault.Pointer == pointer && fault.Detail.Contains(" must be ", StringComparison.Ordinal) && !fault.Detail.Contains("must be 1.", StringComparison.Ordinal));
    }

    private static IReadOnlyList<ContractFault> Read(JsonObject document, string name) =>
        EngagementReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), name == "EngagementDocument" ? null : new Everything()).Faults;

    private static JsonObject Without(JsonObject document, string pointer, string member)
    {
        var changed = document.DeepClone().AsObject();
        At(changed, pointer).AsObject().Remove(member);
        return changed;
    }

    private static JsonObject With(JsonObject document, string pointer, JsonNode value)
    {
        var changed = document.DeepClone().AsObject();
        var end = pointer.LastIndexOf('/');
        At(changed, pointer[..end]).AsObject()[pointer[(end + 1)..]] = value;
        return changed;
    }

    private static JsonNode At(JsonNode document, string pointer) => pointer.Split('/').Skip(1).Aggregate(
        document, (node, token) => node is JsonArray list ? list[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);

    private static JsonNode Schema(JsonObject api, string name) => api["components"]!["schemas"]![name]!;

    private async Task<(JsonObject Document, IReadOnlyList<Sample.Place> Places)> SampleOf(string name)
    {
        var api = await Api();
        var sample = new Sample(new SchemaCheck(api));
        return (sample.Of(Schema(api, name)).AsObject(), sample.Places);
    }

    private Task<JsonObject> Api() => service.Read("/swagger/v1/swagger.json");

    /// <summary>A book in which every code stands for something.</summary>
    private sealed class Everything : IReferenceBook
    {
        public Lookup<RateCardVersion> RateCard(string code) => new(new("EUR", [new Freelancer("STRS", "Senior strategist", 1, 1, false)], "Test"));

        public Lookup<StoredProfile> Profile(string code) => new(new(new(code, 1, 1, 1), "Test"));

        public Lookup<PriceEntry> Price(string code) => new(new("Model", "second", 1, "EUR", "Test"));
    }
}
