namespace Pricing.Api.Tests.Endpoints.Analyses;

/// <summary>Analyses of how assets are made: what they answer beyond the worked cases, and what they refuse.</summary>
public sealed class DeliveryAnalysesTests(Service service) : IClassFixture<Service>
{
    private const string Sweep = "automation-sweep", Economics = "ai-unit-economics", Savings = "savings-reinvestment", Shift = "role-hours-shift";

    [Theory]
    [InlineData("/parameters/alternatives", "", "/parameters/alternatives")]
    [InlineData("/parameters/alternatives", "[]", "/parameters/alternatives")]
    [InlineData("/parameters/alternatives/0/asset", "\"Radio spot\"", "/parameters/alternatives/0/asset")]
    [InlineData("/parameters/alternatives/0/asset", "3", "/parameters/alternatives/0/asset")]
    [InlineData("/parameters/alternatives/1/asset", "\"AI video\"", "/parameters/alternatives/1/ai /parameters/alternatives/1/asset")]
    [InlineData("/parameters/alternatives/0/ai", """{ "sameAs": "Classic video" }""", "/parameters/alternatives/0/ai")]
    [InlineData("/parameters/alternatives/0/classic", "", "/parameters/alternatives/0/classic")]
    [InlineData("/parameters/alternatives/1/ai", "", "/parameters/alternatives/1/ai")]
    [InlineData("/parameters/alternatives/0/classic", """{ "sameAs": "Radio spot" }""", "/parameters/alternatives/0/classic/sameAs")]
    [InlineData("/parameters/alternatives/0/classic", """{ "sameAs": "Classic video", "effortProfile": "ai" }""", "/parameters/alternatives/0/classic/effortProfile")]
    [InlineData("/parameters/alternatives/0/classic", "{}", "/parameters/alternatives/0/classic/effortProfile")]
    [InlineData("/parameters/alternatives/0/classic", """{ "effortProfile": "haste" }""", "/parameters/alternatives/0/classic/effortProfile")]
    [InlineData("/parameters/alternatives/0/classic", """{ "effortProfile": "ai", "hoursPerAsset": { "XYZ": 1 } }""", "/parameters/alternatives/0/classic/hoursPerAsset/XYZ")]
    [InlineData("/parameters/alternatives/0/classic", """{ "effortProfile": "ai", "costsPerAsset": [{ "name": "Music", "kind": "ai", "amount": 1, "currency": "JPY" }] }""", "/parameters/alternatives/0/classic/costsPerAsset/0/currency")]
    [InlineData("/parameters/setUpPackages", """["Campaign strategy", "Radio"]""", "/parameters/setUpPackages/1")]
    [InlineData("/parameters/setUpPackages", """["Campaign strategy", "Campaign strategy"]""", "/parameters/setUpPackages/1")]
    [InlineData("/parameters/steps", "0", "/parameters/steps")]
    [InlineData("/parameters/steps", "1.5", "/parameters/steps")]
    [InlineData("/parameters/passThroughShares", "[]", "/parameters/passThroughShares")]
    [InlineData("/parameters/passThroughShares", "[0.5, 1.1]", "/parameters/passThroughShares/1")]
    [InlineData("/parameters/passThroughStructure", "11", "/parameters/passThroughStructure")]
    public async Task A_sweep_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Sweep, (pointer, json)));
    }

    [Fact]
    public async Task All_faults_of_a_sweep_are_named_at_once()
    {
        Assert.Equal(
            "/parameters/alternatives/0/classic /parameters/passThroughStructure /parameters/setUpPackages/0 /parameters/steps",
            await AnalysisCase.Refused(
                service, Sweep, ("/parameters/alternatives/0/classic", ""), ("/parameters/steps", "101"), ("/parameters/setUpPackages", "[1]"), ("/parameters/passThroughStructure", "-1")));
    }

    [Fact]
    public async Task An_asset_that_shares_its_name_is_meant_by_its_id_alone()
    {
        (string, string)[] twoOfAName =
        [
            ("/engagement/assets/1/name", "\"AI video\""), ("/engagement/assets/1/id", "\"second\""), ("/parameters/alternatives/1/asset", "\"second\""),
        ];

        Assert.Equal(
            "/parameters/alternatives/0/asset /parameters/alternatives/1/ai/sameAs /parameters/alternatives/2/ai/sameAs",
            await AnalysisCase.Refused(service, Sweep, twoOfAName));
    }

    [Fact]
    public async Task A_sweep_of_nothing_is_refused()
    {
        Assert.Equal("/parameters/alternatives", await AnalysisCase.Refused(
            service, Sweep, ("/engagement/assets/0/quantity", "0"), ("/engagement/assets/1/quantity", "0"), ("/engagement/assets/2/quantity", "0")));
    }

    [Fact]
    public async Task A_retainer_that_a_sweep_leaves_without_hours_is_refused_at_its_rate()
    {
        Assert.Equal("/engagement/feeStructures/5/rate", await AnalysisCase.Refused(
            service, Sweep,
            ("/engagement/workPackages", """[{ "name": "Set-up", "phase": "production", "effortProfile": "ai", "hours": { "AIE": 1 } }]"""),
            ("/engagement/assets", """[{ "name": "Clip", "phase": "production", "quantity": 2, "method": "ai", "effortProfile": "ai" }]"""),
            ("/parameters/setUpPackages", "[\"Set-up\"]"),
            ("/parameters/alternatives", """[{ "asset": "Clip", "classic": { "effortProfile": "classic" } }]""")));
    }

    [Fact]
    public async Task An_amount_beyond_the_bounds_is_refused_at_the_parameters()
    {
        var dear = """{ "effortProfile": "classic", "costsPerAsset": [{ "name": "Dear", "kind": "ai", "amount": 1e12 }] }""";

        Assert.Equal("/parameters", await AnalysisCase.Refused(service, Sweep, ("/parameters/alternatives/0/classic", dear)));
        Assert.Equal("/parameters", await AnalysisCase.Refused(service, Savings, ("/parameters/alternatives/0/classic", dear)));
        Assert.Equal("/parameters", await AnalysisCase.Refused(
            service, Economics, ("/parameters/brandModel", """{ "dataCost": 0, "trainingCost": 0, "acceptanceProbability": 0.000001, "assetsPerMonth": 1, "months": 60, "monthlyRetention": 0.000001 }""")));
    }

    [Fact]
    public async Task A_sweep_has_its_usual_parameters()
    {
        var answer = await AnalysisCase.Answer(
            service, Sweep, ("/parameters/steps", ""), ("/parameters/passThroughShares", ""), ("/parameters/setUpPackages", ""));

        Assert.Equal(11, answer["rows"]!.AsArray().Count);
        Assert.Equal([0, 0.25m, 0.5m, 0.75m, 1], answer["passThrough"]!.AsArray().Select(passed => (decimal)passed!["passThroughShare"]!));
        Assert.Equal(1, (int)answer["passThroughStructure"]!);
        // 900 + 40 USD at 0.92 + 2,500 + 1,200 + 1,500: the costs that are set-up by themselves.
        Assert.Equal(6_136.80m, (decimal)answer["setUpCost"]!);
    }

    [Theory]
    [InlineData("/parameters/asset", "", "/parameters/asset")]
    [InlineData("/parameters/asset", "\"Radio spot\"", "/parameters/asset")]
    [InlineData("/parameters/method", "\"classic\"", "/parameters/method")]
    [InlineData("/parameters/method", "\"hybrid\"", "/parameters/alternatives/0/hybrid")]
    [InlineData("/parameters/volume", "0", "/parameters/volume")]
    [InlineData("/engagement/assets/0/quantity", "0", "/parameters/volume")]
    [InlineData("/parameters/costClasses", """{ "music": "rights" }""", "/parameters/costClasses/music")]
    [InlineData("/parameters/costClasses", """{ "rights clearance": "law" }""", "/parameters/costClasses/rights clearance")]
    [InlineData("/parameters/generation", "2", "/parameters/generation")]
    [InlineData("/parameters/generation", "-1", "/parameters/generation")]
    [InlineData("/parameters/acceptances", "[0]", "/parameters/acceptances/0")]
    [InlineData("/parameters/acceptances", "[]", "/parameters/acceptances")]
    [InlineData("/parameters/acceptanceBeta/a", "1", "/parameters/acceptanceBeta/a")]
    [InlineData("/parameters/acceptanceBeta/b", "0", "/parameters/acceptanceBeta/b")]
    [InlineData("/parameters/attemptCap", """{ "cap": 0, "fallbackCost": -1 }""", "/parameters/attemptCap/cap /parameters/attemptCap/fallbackCost")]
    [InlineData("/parameters/clips/length", "0", "/parameters/clips/length")]
    [InlineData("/parameters/clips/maximumLength", "0", "/parameters/clips/maximumLength")]
    [InlineData("/parameters/selfHosted", """{ "gpuHourPrice": 1, "currency": "JPY", "secondsPerAttempt": 1, "utilisation": 0 }""", "/parameters/selfHosted/currency /parameters/selfHosted/utilisation")]
    [InlineData("/parameters/brandModel/months", "61", "/parameters/brandModel/months")]
    [InlineData("/parameters/brandModel/assetsPerMonth", "0", "/parameters/brandModel/assetsPerMonth")]
    [InlineData("/parameters/vendor", """{ "stopProbability": 2, "migrationCost": 1, "priceChange": -2, "remainingShare": 1 }""", "/parameters/vendor/priceChange /parameters/vendor/stopProbability")]
    public async Task Unit_economics_are_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Economics, (pointer, json)));
    }

    [Fact]
    public async Task A_method_that_nothing_tells_of_is_refused_at_the_alternatives()
    {
        Assert.Equal("/parameters/alternatives", await AnalysisCase.Refused(
            service, Economics, ("/parameters/method", "\"hybrid\""), ("/parameters/alternatives", """[{ "asset": "Classic video" }]""")));
        Assert.Equal("/parameters/alternatives", await AnalysisCase.Refused(service, Economics, ("/parameters/method", "\"hybrid\""), ("/parameters/alternatives", "")));
    }

    [Fact]
    public async Task What_looks_at_a_generation_is_refused_where_the_work_has_none()
    {
        (string, string)[] classicWork = [("/parameters/asset", "\"Classic video\""), ("/parameters/alternatives", """[{ "asset": "Classic video", "ai": { "effortProfile": "ai" } }]"""), ("/parameters/costClasses", "")];

        Assert.Equal("/parameters/generation", await AnalysisCase.Refused(service, Economics, classicWork));
        var without = await AnalysisCase.Answer(
            service, Economics,
            [.. classicWork, ("/parameters/acceptances", ""), ("/parameters/acceptanceBeta", ""), ("/parameters/clips", ""), ("/parameters/brandModel", "")]);
        Assert.Equal(2_999.73m, (decimal)without["classicUnitCost"]!);
    }

    [Fact]
    public async Task A_vendor_matters_only_to_work_that_the_engagement_has()
    {
        const string Vendor = """{ "stopProbability": 0.1, "migrationCost": 1000, "priceChange": 0.5, "remainingShare": 1 }""";
        (string, string)[] otherwise = [("/parameters/asset", "\"Classic video\""), ("/parameters/alternatives", """[{ "asset": "Classic video", "ai": { "sameAs": "AI video" } }]""")];

        Assert.Equal("/parameters/vendor", await AnalysisCase.Refused(service, Economics, [.. otherwise, ("/parameters/vendor", Vendor)]));
        var vendor = (await AnalysisCase.Answer(service, Economics, ("/parameters/vendor", Vendor)))["vendor"]!;
        Assert.Equal(11, vendor["structures"]!.AsArray().Count);
        Assert.Equal("Time and materials", (string?)vendor["structures"]![0]!["name"]);

        // Half the price on top of 96 videos' 11.04 of that generation.
        Assert.Equal(529.92m, (decimal)vendor["repricedCost"]! - (decimal)vendor["expectedCost"]!);
        Assert.Equal(1_000, (decimal)vendor["stoppedCost"]! - (decimal)vendor["expectedCost"]!);
    }

    [Fact]
    public async Task Everything_that_can_be_asked_of_an_asset_is_answered()
    {
        var answer = await AnalysisCase.Answer(
            service, Economics,
            ("/parameters/attemptCap", """{ "cap": 8, "fallbackCost": 60 }"""),
            ("/parameters/selfHosted", """{ "gpuHourPrice": 2, "currency": "USD", "secondsPerAttempt": 90, "utilisation": 0.5 }"""));

        Assert.Equal((0.16777216m, 4.1611392m, true), ((decimal)answer["cappedAttempts"]!["failProbability"]!, (decimal)answer["cappedAttempts"]!["attemptsPerPiece"]!, (bool)answer["cappedAttempts"]!["keepTrying"]!));
        Assert.Equal((1, 1.84m, 11.04m), ((decimal)answer["selfHosted"]!["gpuHoursPerAsset"]!, (decimal)answer["selfHosted"]!["computePerAsset"]!, (decimal)answer["selfHosted"]!["vendorComputePerAsset"]!));
    }

    [Theory]
    [InlineData("/parameters/alternatives/2/asset", "\"Hybrid video\"", "/parameters/alternatives/2/asset /parameters/alternatives/2/classic")]
    [InlineData("/parameters/alternatives/0/classic", "", "/parameters/alternatives/0/classic")]
    [InlineData("/parameters/reinvestedShare", "", "/parameters/reinvestedShare")]
    [InlineData("/parameters/reinvestedShare", "1.5", "/parameters/reinvestedShare")]
    [InlineData("/parameters/heroPrice", "0", "/parameters/heroPrice")]
    public async Task Reinvested_savings_are_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Savings, (pointer, json)));
    }

    [Theory]
    [InlineData("/parameters/alternatives/1/classic", "", "/parameters/alternatives/1/classic")]
    [InlineData("/parameters/delivery", "\"ai\"", "")]
    [InlineData("/parameters/delivery", "\"hybrid\"", "/parameters/alternatives/0/hybrid /parameters/alternatives/2/hybrid")]
    [InlineData("/parameters/delivery", "\"classic\"", "/parameters/delivery")]
    [InlineData("/parameters/utilisation", "0", "/parameters/utilisation")]
    public async Task A_shift_of_hours_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        if (expected.Length > 0)
            Assert.Equal(expected, await AnalysisCase.Refused(service, Shift, (pointer, json)));
        else
            Assert.Equal("ai", (string?)(await AnalysisCase.Answer(service, Shift, (pointer, json)))["delivery"]);
    }
}
