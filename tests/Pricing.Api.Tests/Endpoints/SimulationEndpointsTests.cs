using System.Net;
using System.Text.Json.Nodes;

namespace Pricing.Api.Tests.Endpoints;

/// <summary>Simulations over HTTP: figures within their intervals, the same bytes whatever the threads, long runs that can be watched and cancelled.</summary>
public sealed class SimulationEndpointsTests(Service service) : IClassFixture<Service>
{
    private const string Simulation = "/api/v1/analyses/simulation";

    [Fact]
    public async Task The_figures_of_the_worked_case_lie_in_their_intervals()
    {
        var answer = await Service.Body(await service.Send(HttpMethod.Post, Simulation, Service.Case("analyses/simulation.json")));
        var intervals = JsonNode.Parse(Service.Case("analyses/simulation.intervals.json"))!;

        var checks = intervals["checks"]!.AsArray();
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.InRange(
            (decimal)At(answer, (string)check!["pointer"]!)!, (decimal)check["low"]!.GetValue<double>(), (decimal)check["high"]!.GetValue<double>()));
        Assert.Equal((int)intervals["pairs"]!, answer["pairs"]!.AsArray().Count);
        Assert.Equal((int)intervals["structures"]!, answer["structures"]!.AsArray().Count);
        Assert.Equal(
            intervals["inputs"]!.AsArray().Select(name => (string)name!),
            answer["inputs"]!.AsObject().Select(input => input.Key).Order(StringComparer.Ordinal));
        Assert.All(answer["structures"]!.AsArray(), structure =>
        {
            Assert.Equal((int)intervals["bins"]!, structure!["client"]!["histogram"]!["counts"]!.AsArray().Count);
            Assert.Equal((int)intervals["trials"]!, structure["client"]!["histogram"]!["counts"]!.AsArray().Sum(count => (int)count!));
        });
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_on_any_number_of_threads()
    {
        var one = await Text(With(parameters => parameters["threads"] = 1));
        var two = await Text(With(parameters => parameters["threads"] = 2));
        var again = await Text(With(parameters => parameters["threads"] = 2));
        var other = await Text(With(parameters => parameters["seed"] = "18446744073709551615"));

        Assert.Equal(one, two);
        Assert.Equal(two, again);
        Assert.NotEqual(one, other);
        Assert.Contains("\"seed\":\"18446744073709551615\"", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_run_is_answered_later_like_at_once()
    {
        var request = With(_ => { });
        var started = await service.Send(HttpMethod.Post, Simulation, request, ("Prefer", "return=minimal, respond-async"));
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var address = started.Headers.Location!.OriginalString;

        var run = await Ended(address);
        var deleted = await service.Send(HttpMethod.Delete, address);

        Assert.Equal("done", (string?)run["status"]);
        Assert.Equal(1, (decimal?)run["progress"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await Text(request)), run["result"]));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Service.Problem(await service.Send(HttpMethod.Get, address), 404, "not-found");
    }

    [Fact]
    public async Task More_than_a_million_trials_run_behind_the_request_and_leave_nothing_once_cancelled()
    {
        var started = await service.Send(HttpMethod.Post, Simulation, With(parameters => parameters["trials"] = 10_000_000));
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var address = started.Headers.Location!.OriginalString;
        var running = await service.Read(address);

        var cancelled = await service.Send(HttpMethod.Delete, address);

        Assert.Equal("running", (string?)running["status"]);
        Assert.InRange((decimal)running["progress"]!, 0, 1);
        Assert.Null(running["result"]);
        Assert.Contains("%", (string)running["bar"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        await Service.Problem(await service.Send(HttpMethod.Get, address), 404, "not-found");
        await Service.Problem(await service.Send(HttpMethod.Delete, address), 404, "not-found");
    }

    [Theory]
    [InlineData("""{ "trials": 999 }""", "/parameters/trials")]
    [InlineData("""{ "trials": 1000.5, "seed": -1, "threads": 0, "bins": 201, "clientRiskTolerance": 0 }""", "/parameters/bins", "/parameters/clientRiskTolerance", "/parameters/seed", "/parameters/threads", "/parameters/trials")]
    [InlineData("""{ "seed": "18446744073709551616" }""", "/parameters/seed")]
    [InlineData("""{ "seed": "007x" }""", "/parameters/seed")]
    [InlineData("""{ "effort": { "unknown": { "type": "pert" } } }""", "/parameters/effort/unknown")]
    [InlineData("""{ "effort": { "ideation": { "type": "pert", "optimistic": 1 } } }""", "/parameters/effort/ideation/mostLikely", "/parameters/effort/ideation/pessimistic")]
    [InlineData("""{ "effort": { "ideation": { "type": "triangular", "optimistic": 2, "mostLikely": 1, "pessimistic": 3 } } }""", "/parameters/effort/ideation/mostLikely")]
    [InlineData("""{ "effort": { "ideation": { "type": "lognormal", "mean": 0 } } }""", "/parameters/effort/ideation/coefficientOfVariation", "/parameters/effort/ideation/mean")]
    [InlineData("""{ "attempts": [] }""", "/parameters/attempts")]
    [InlineData("""{ "attempts": [{ "asset": "nobody", "type": "capped" }] }""", "/parameters/attempts/0/asset", "/parameters/attempts/0/cap", "/parameters/attempts/0/fallbackCost")]
    [InlineData("""{ "outcome": { "coefficientOfVariation": 0.5 } }""", "/parameters/kpis")]
    [InlineData("""{ "kpis": { } }""", "/parameters/kpis/Awareness", "/parameters/kpis/Consideration", "/parameters/kpis/Conversion")]
    [InlineData("""{ "priceDrift": { "annualDrift": -1, "annualVolatility": 6, "years": 21 } }""", "/parameters/priceDrift/annualDrift", "/parameters/priceDrift/annualVolatility", "/parameters/priceDrift/years")]
    [InlineData("""{ "vendorStop": { "probability": 2, "phase": "never" } }""", "/parameters/vendorStop/migrationCost", "/parameters/vendorStop/phase", "/parameters/vendorStop/probability")]
    public async Task Bad_parameters_are_named_all_at_once(string parameters, params string[] pointers)
    {
        var request = JsonNode.Parse(Service.Case("analyses/simulation.json"))!;
        request["parameters"] = JsonNode.Parse(parameters);

        Assert.Equal(pointers, await Service.Pointers(await service.Send(HttpMethod.Post, Simulation, request.ToJsonString(), ("Prefer", "respond-async"))));
    }

    private static JsonNode? At(JsonNode? answer, string pointer) => pointer[1..].Split('/').Aggregate(
        answer, (node, token) => node is JsonArray list ? list[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)] : node![token]);

    private static string With(Action<JsonObject> change)
    {
        var request = JsonNode.Parse(Service.Case("analyses/simulation.json"))!;
        change(request["parameters"]!.AsObject());
        return request.ToJsonString();
    }

    private async Task<string> Text(string request)
    {
        var response = await service.Send(HttpMethod.Post, Simulation, request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<JsonObject> Ended(string address)
    {
        while (true)
        {
            var run = await service.Read(address);
            if ((string?)run["status"] != "running")
                return run;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
