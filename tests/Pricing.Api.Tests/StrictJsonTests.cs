using System.Text;

namespace Pricing.Api.Tests;

public sealed class StrictJsonTests(Service service) : IClassFixture<Service>
{
    private const string Clients = "/api/v1/clients", Profiles = "/api/v1/effort-profiles", Prices = "/api/v1/price-book", Engagements = "/api/v1/engagements";

    private const string Profile = """{"code":"x","title":"X","optimistic":0.8,"mostLikely":1,"pessimistic":1.5,"source":"Test"}""";

    [Theory]
    [InlineData(Clients, """{"name":"A","surprise":1}""", "/surprise")]
    [InlineData(Clients, """{"name":"A","Country":"DE"}""", "/Country")]
    [InlineData(Clients, """{"name":"A","a.b":1}""", "/a.b")]
    [InlineData(Clients, """{"name":"A","a/b~c":1}""", "/a~1b~0c")]
    [InlineData(Clients, """{"name":"A","it's":1}""", "/it's")]
    [InlineData(Clients, """{"name":"A","":1}""", "/")]
    [InlineData(Clients, """{"name":"A","version":1}""", "/version")]
    [InlineData(Clients, """{"name":"A","name":"B"}""", "/name")]
    [InlineData(Clients, """{"name":null}""", "/name")]
    [InlineData(Clients, """{"name":"A","country":null}""", "/country")]
    [InlineData(Clients, """{"name":1}""", "/name")]
    [InlineData(Clients, """{"name":"A","inputTaxDeductible":"true"}""", "/inputTaxDeductible")]
    [InlineData(Clients, """{"country":"DE"}""", "/name")]
    [InlineData(Clients, """{"name":"   "}""", "/name")]
    [InlineData(Clients, """{"name":"a\u0000b"}""", "/name")]
    [InlineData(Clients, """{"name":"a\uD800b"}""", "/name")]
    [InlineData(Clients, """{"name":"A","country":"de\n"}""", "/country")]
    [InlineData(Clients, """{"name":"A","country":"DE\n"}""", "/country")]
    [InlineData(Clients, """{"name":"A","timeZone":"Europe/Nowhere"}""", "/timeZone")]
    [InlineData(Clients, """{"name":"A","timeZone":""}""", "/timeZone")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":"0.8","mostLikely":1,"pessimistic":1.5,"source":"Test"}""", "/optimistic")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":0.8,"mostLikely":1,"pessimistic":1e400,"source":"Test"}""", "/pessimistic")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":0.8,"mostLikely":1,"source":"Test"}""", "/pessimistic")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":0.8,"mostLikely":0.5,"pessimistic":1.5,"source":"Test"}""", "/mostLikely")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":1e-12,"mostLikely":1,"pessimistic":1.5,"source":"Test"}""", "/optimistic")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":1e-400,"mostLikely":1,"pessimistic":1.5,"source":"Test"}""", "/optimistic")]
    [InlineData(Profiles, """{"code":"x","title":"X","optimistic":0.8,"mostLikely":1.00000000000000000000000000001,"pessimistic":1.5,"source":"Test"}""", "/mostLikely")]
    [InlineData(Engagements, """{"document":{},"winProbability":1e-400}""", "/winProbability")]
    [InlineData(Engagements, """{"stage":"LEAD","document":{}}""", "/stage")]
    [InlineData(Engagements, """{"stage":0,"document":{}}""", "/stage")]
    [InlineData(Engagements, """{"stage":"lead"}""", "/document")]
    [InlineData(Engagements, """{"document":null}""", "/document")]
    [InlineData(Engagements, """{"document":{},"clientId":"no id"}""", "/clientId")]
    [InlineData(Engagements, """{"document":{},"pricingDate":"2026-02-30"}""", "/pricingDate")]
    [InlineData(Engagements, """{"document":{},"offer":{"structures":[0],"recommended":0,"x":1}}""", "/offer/x")]
    [InlineData(Engagements, """{"document":{},"offer":{"structures":["0"],"recommended":0}}""", "/offer/structures/0")]
    [InlineData(Engagements, """{"document":{},"offer":{"structures":[0,0],"recommended":0}}""", "/offer/structures")]
    public async Task A_faulty_member_is_named_by_its_pointer(string path, string body, string pointer)
    {
        var response = await service.Send(HttpMethod.Post, path, body);

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Theory]
    [InlineData("""{"document":{},"expectedDecision":"20.12.2026"}""", "/expectedDecision", "written YYYY-MM-DD")]
    [InlineData("""{"document":{},"winProbability":"0,5"}""", "/winProbability", "with a point")]
    [InlineData("""{"document":{},"isTemplate":"ja"}""", "/isTemplate", "true or false")]
    [InlineData("""{"document":{},"clientId":"no id"}""", "/clientId", "an id as the service gives it")]
    [InlineData("""{"document":{},"offer":{"structures":0,"recommended":0}}""", "/offer/structures", "a list")]
    [InlineData("{\n  \"document\": {\"name\": \"A\",\n    \"revenue\": 1975,5}\n}", "", "line 3, byte ")]
    [InlineData("{\"stage\": „lead“}", "", "straight quotes")]
    public async Task A_refusal_says_what_the_member_takes_or_where_the_JSON_breaks(string body, string pointer, string words)
    {
        var problem = await Service.Problem(await service.Send(HttpMethod.Post, Engagements, body), 400, "invalid-request");

        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        Assert.Contains(words, (string?)problem["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"name":"A",}""")]
    [InlineData("""{"name":"A"} // no comment""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"name":"A"}}""")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var response = await service.Send(HttpMethod.Post, Clients, body);

        var problem = await Service.Problem(response, 400, "invalid-request");
        Assert.NotEmpty(problem["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_body_that_is_no_utf8_is_refused()
    {
        var response = await service.Send(HttpMethod.Post, Clients, Service.Json([.. "{\"name\":\""u8, 0xFF, 0xFE, .. "\"}"u8]));

        await Service.Problem(response, 400, "invalid-request");
    }

    [Fact]
    public async Task A_refusal_names_nothing_of_our_own_make()
    {
        var response = await service.Send(HttpMethod.Post, Clients, """{"name":"A","surprise":1}""");

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Pricing.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".NET", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"changes":[null]}""", "/changes/0")]
    [InlineData("""{"changes":[]}""", "/changes")]
    [InlineData("""{"changes":[{"path":"/name"}]}""", "/changes/0/value")]
    [InlineData("""{"changes":[{"op":"move","path":"/name","value":"x"}]}""", "/changes/0/op")]
    [InlineData("""{"changes":[{"path":"name","value":"x"}]}""", "/changes/0/path")]
    [InlineData("""{"changes":[{"path":"/nowhere","value":"x"}]}""", "/changes/0/path")]
    [InlineData("""{"changes":[{"path":"/name","value":null}]}""", "/document/name")]
    [InlineData("""{"changes":[{"path":"/agency/vatRate","value":19}]}""", "/document/agency/vatRate")]
    [InlineData("""{"changes":[{"path":"/name","value":{"a":1,"a":2}}]}""", "/changes/0/value")]
    [InlineData("""{"changes":[{"path":"/name","value":"a\uD800"}]}""", "/changes/0/value")]
    [InlineData("""{"changes":[{"path":"/name","value":{"a\uD800":1}}]}""", "/changes/0/value")]
    [InlineData("""{"changes":[{"path":"/a\uD800","op":"add","value":1}]}""", "/changes/0/path")]
    [InlineData("""{"changes":[{"path":"/agency","value":{"a":1,"a":2}},{"path":"/agency/a","value":2}]}""", "/changes/0/value")]
    public async Task A_faulty_change_is_named_by_its_pointer(string body, string pointer)
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));

        var response = await service.Send(HttpMethod.Patch, $"{demo["links"]!["self"]}/document", body, ("If-Match", "*"));

        Assert.Contains(await Service.Pointers(response), found => found is not null && found.StartsWith(pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"A","tags":[null],"workPackage":{"name":"A","phase":"strategy","effortProfile":"ai","hours":{"A":1}}}""", "/tags/0")]
    [InlineData("""{"name":"A","tags":["a","a"],"workPackage":{"name":"A","phase":"strategy","effortProfile":"ai","hours":{"A":1}}}""", "/tags/1")]
    [InlineData("""{"name":"A","workPackage":{"name":"A","phase":"strategy","effortProfile":"ai","hours":{"A":-1}}}""", "/workPackage/hours/A")]
    public async Task A_faulty_deliverable_is_named_by_its_pointer(string body, string pointer)
    {
        var response = await service.Send(HttpMethod.Post, "/api/v1/deliverables", body);

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_zero_with_a_sign_is_zero()
    {
        var proposal = (await service.Read("/api/v1/proposals?search=social"))["items"]![0]!["id"];

        var cut = await Service.Body(await service.Send(HttpMethod.Post, $"/api/v1/proposals/{proposal}/scope-cut", """{"scope":0.5,"done":-0}"""));
        var card = await service.Create("/api/v1/rate-cards", """{"code":"SIGN","name":"S","currency":"EUR","validFrom":"2026-01-01","discount":-0.00,"realisation":1,"source":"S","roles":[{"code":"A","title":"A","hourlyRate":1,"costPerHour":1}]}""");

        Assert.True((decimal)cut["costAfter"]! > 0);
        Assert.Equal("0", card["discount"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"code":"S","name":"S","currency":"EUR","validFrom":"2026-01-01","discount":0,"realisation":1,"source":"S","roles":[null]}""", "/roles/0")]
    [InlineData("""{"code":"S","name":"S","currency":"EUR","validFrom":"2026-01-01","discount":0,"realisation":1,"source":"S","roles":[]}""", "/roles")]
    [InlineData("""{"code":"S","name":"S","currency":"EUR","validFrom":"2026-01-01","discount":2,"realisation":1,"source":"S","roles":[{"code":"A","title":"A","hourlyRate":1,"costPerHour":1}]}""", "/discount")]
    [InlineData("""{"code":"S","name":"S","currency":"EUR","validFrom":"2026-01-01","discount":0,"realisation":1,"source":"S","roles":[{"code":"A","title":"A","hourlyRate":1,"annualSalary":1,"utilisation":0}]}""", "/roles/0/utilisation")]
    public async Task A_faulty_rate_card_is_named_by_its_pointer(string body, string pointer)
    {
        var response = await service.Send(HttpMethod.Post, "/api/v1/rate-cards", body);

        Assert.Equal([pointer], await Service.Pointers(response));
    }

    [Theory]
    [InlineData("\u0097", "/document")]   // sent as one byte, which no UTF-8 text holds alone
    [InlineData("\\uD800", "/document/name")]
    public async Task A_text_that_is_no_Unicode_is_refused_also_where_salaries_are_put_back(string text, string pointer)
    {
        var lead = ("X-API-Key", (await service.Keys())["accountLead"]);
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var body = Encoding.Latin1.GetBytes($$$"""{"document":{"name":"a{{{text}}}b"}}""");

        var response = await service.Send(HttpMethod.Put, (string)demo["links"]!["self"]!, Service.Json(body), lead, ("If-Match", "*"));

        Assert.Contains(pointer, await Service.Pointers(response));
    }

    [Fact]
    public async Task A_change_whose_text_is_no_UTF_8_is_refused()
    {
        var demo = await Service.Body(await service.Send(HttpMethod.Post, "/api/v1/demo"));
        var body = Encoding.Latin1.GetBytes("""{"changes":[{"path":"/name","value":"Stoß"}]}""");

        var response = await service.Send(HttpMethod.Patch, $"{demo["links"]!["self"]}/document", Service.Json(body), ("If-Match", "*"));

        Assert.Equal(["/changes/0/value"], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_body_deeper_than_a_document_within_a_request_is_refused()
    {
        var deep = "{\"document\":" + string.Concat(Enumerable.Repeat("[", 40)) + new string(']', 40) + "}";

        var response = await service.Send(HttpMethod.Post, Engagements, deep);

        await Service.Problem(response, 400, "invalid-request");
    }

    [Fact]
    public async Task A_document_deeper_than_32_within_a_request_is_refused_at_the_document()
    {
        var deep = "{\"document\":" + string.Concat(Enumerable.Repeat("{\"a\":", 32)) + "{}" + new string('}', 32) + "}";

        var response = await service.Send(HttpMethod.Post, Engagements, deep);

        Assert.Equal(["/document"], await Service.Pointers(response));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_a_conflict()
    {
        await service.Send(HttpMethod.Post, Profiles, Profile);

        var response = await service.Send(HttpMethod.Post, Profiles, Profile);

        await Service.Problem(response, 409, "effort-profile-exists");
    }

    [Trait("Gate", "G21")]
    [Fact]
    public async Task A_body_beyond_the_limit_is_too_large()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('x', 1_200_000)}}"}""");

        // The server answers and closes without reading on; a client that asks first is not cut off while it sends.
        var response = await service.Send(HttpMethod.Post, Clients, Service.Json(body), ("Expect", "100-continue"));

        await Service.Problem(response, 413, "too-large");
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=bogus", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=\"utf-8\"", 201)]
    [InlineData("application/json; charset=UTF-8", 201)]
    public async Task Json_is_taken_as_utf8_only(string mediaType, int status)
    {
        var response = await service.Send(HttpMethod.Post, Clients, Service.Json("{\"name\":\"A\"}"u8.ToArray(), mediaType));

        Assert.Equal(status, (int)response.StatusCode);
        if (status == 415)
            await Service.Problem(response, 415, "unsupported-media-type");
    }

    [Fact]
    public async Task A_body_without_a_type_is_refused()
    {
        var response = await service.Send(HttpMethod.Post, Clients, new ByteArrayContent("{\"name\":\"A\"}"u8.ToArray()));

        await Service.Problem(response, 415, "unsupported-media-type");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_caller_s_character_that_no_database_keeps_is_refused_before_it(DatabaseKind database)
    {
        await using var here = await Service.On(database);

        Assert.Equal(["/name"], await Service.Pointers(await here.Send(HttpMethod.Post, "/api/v1/clients", """{"name":"a\u0000b"}""")));
        Assert.Equal(["/search"], await Service.Pointers(await here.Send(HttpMethod.Get, "/api/v1/clients?search=a%00b")));
        Assert.Equal(["/name"], await Service.Pointers(await here.Send(HttpMethod.Post, "/api/v1/clients", """{"name":"a\ud83db"}""")));
    }
}
