using System.Diagnostics;
using System.Net;

namespace Pricing.Api.Tests.Manners;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Every_answer_tells_what_is_left_of_the_minute()
    {
        await using var service = new Service(("RateLimits:Key", "50"), ("RateLimits:Agency", "70"));

        await service.Send(HttpMethod.Get, "/api/v1/whoami");
        var missing = await service.Send(HttpMethod.Get, $"/api/v1/clients/{Guid.Empty}");

        Assert.Equal("\"key\";q=50;w=60, \"agency\";q=70;w=60", string.Join(", ", missing.Headers.GetValues("RateLimit-Policy")));
        Assert.Matches("^\"key\";r=48;t=[1-9][0-9]?, \"agency\";r=68;t=[1-9][0-9]?$", string.Join(", ", missing.Headers.GetValues("RateLimit")));
    }

    [Trait("Gate", "G23")]
    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_call_again_and_holds_up_nobody_else()
    {
        await using var service = new Service(("RateLimits:Key", "10"), ("RateLimits:Agency", "20"));   // less than the flood: what is refused to a key is no call of its agency
        var (busy, quiet) = (await NewKey(service, "Eilig"), await NewKey(service, "Ruhig"));

        var flood = await Calls(service, busy, 25);
        var other = await Calls(service, quiet, 5);

        Assert.Equal(10, flood.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        var refused = flood.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToList();
        await Service.Problem(refused[0], 429, "too-many-requests");
        Assert.All(refused, answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.All(other, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await service.Send(HttpMethod.Get, "/health/ready")).StatusCode);
    }

    [Trait("Gate", "G23")]
    [Fact]
    public async Task An_agency_s_keys_share_its_quota_and_leave_other_agencies_theirs()
    {
        await using var service = new Service(("RateLimits:Agency", "20"));
        var (one, two) = (await NewKey(service, "Eins"), await NewKey(service, "Zwei"));
        var other = await service.OtherAgency();

        var flood = (await Calls(service, one, 15)).Concat(await Calls(service, two, 15)).ToList();
        var neighbour = await Calls(service, other, 10);

        Assert.Equal(17, flood.Count(answer => answer.StatusCode == HttpStatusCode.OK));   // three calls made the keys and the other agency
        Assert.All(neighbour, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        GateSize.Measured("G23", $"{flood.Count} calls of an agency with a quota of 20: refused beyond it, all {neighbour.Count} of another agency served");
    }

    [Trait("Gate", "G23")]
    [Fact]
    public async Task A_flood_leaves_a_neighbour_its_calls_and_its_pace()
    {
        await using var service = new Service(("RateLimits:Key", "600"));
        var (noisy, quiet) = (await NewKey(service, "Laut"), await service.OtherAgency());
        var seconds = GateSize.Of("G23", ci: 5, gate: 600);
        await PaceOf(service, quiet, TimeSpan.FromSeconds(1));   // the first calls are slow by themselves

        var before = await PaceOf(service, quiet, TimeSpan.FromSeconds(2 + seconds / 10));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var flood = Enumerable.Range(0, 4).Select(_ => Flood(service, noisy, end.Token)).ToList();
        var during = await PaceOf(service, quiet, TimeSpan.FromSeconds(seconds));
        await end.CancelAsync();
        var floods = await Task.WhenAll(flood);

        Assert.True(floods.Sum(one => one.Refused) > 0, $"{floods.Sum(one => one.Served)} calls are no flood.");
        GateSize.Measured("G23", $"{floods.Sum(one => one.Served + one.Refused)} calls of an agency in {seconds} s, {floods.Sum(one => one.Refused)} of them refused with 429; all {during.Count} of a neighbour served, p99 {before.P99.TotalMilliseconds:0.0} ms before and {during.P99.TotalMilliseconds:0.0} ms meanwhile");
        Assert.True(!GateSize.IsGate || during.P99 < 2 * before.P99, $"p99 was {before.P99}, and {during.P99} in the flood.");
    }

    [Trait("Gate", "G34")]
    [Fact]
    public async Task A_hundred_wrong_keys_of_one_address_are_slowed_and_a_good_one_goes_on()
    {
        await using var service = new Service(("RateLimits:FailedSignIns", "10"));
        var good = await NewKey(service, "Gut");
        var unseen = await NewKey(service, "Neu");
        await Calls(service, good, 1);

        var wrong = new List<HttpResponseMessage>();
        for (var i = 0; i < 100; i++)
            wrong.AddRange(await Calls(service, $"pk_live_aaaaaaaa_{i:D43}", 1));

        Assert.Equal(10, wrong.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        await Service.Problem(wrong[^1], 429, "too-many-requests");
        Assert.All(await Calls(service, good, 3), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.All(await Calls(service, unseen, 1), answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
        GateSize.Measured("G34", $"{wrong.Count} wrong keys from one address: {wrong.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests)} refused unseen with 429; a key in use goes on");
    }

    // Called steadily, and within the quota; every call must be served.
    private static async Task<(int Count, TimeSpan P99)> PaceOf(Service service, string key, TimeSpan length)
    {
        var times = new List<TimeSpan>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < length;)
        {
            var start = watch.Elapsed;
            Assert.Equal(HttpStatusCode.OK, (await Calls(service, key, 1))[0].StatusCode);
            times.Add(watch.Elapsed - start);
            await Task.Delay(120, TestContext.Current.CancellationToken);
        }

        times.Sort();
        return (times.Count, times[times.Count * 99 / 100]);
    }

    // Calls as fast as answers come, on a connection of its own.
    private static async Task<(int Served, int Refused)> Flood(Service service, string key, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress, DefaultRequestHeaders = { { "X-API-Key", key } } };
        var (served, refused) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            using var answer = await client.GetAsync(new Uri("/api/v1/whoami", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                served++;
                continue;
            }

            refused++;
            await Service.Problem(answer, 429, "too-many-requests");
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        return (served, refused);
    }

    private static async Task<IReadOnlyList<HttpResponseMessage>> Calls(Service service, string key, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => service.Send(HttpMethod.Get, "/api/v1/whoami", headers: ("X-API-Key", key))));

    private static async Task<string> NewKey(Service service, string name) =>
        (string)(await service.Create("/api/v1/api-keys", $$"""{"name":"{{name}}","role":"finance"}"""))["key"]!;
}
