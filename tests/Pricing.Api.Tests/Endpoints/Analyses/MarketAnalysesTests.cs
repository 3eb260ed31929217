namespace Pricing.Api.Tests.Endpoints.Analyses;

/// <summary>Analyses of prices, rounds, volumes and own products: what they answer beyond the worked cases, and what they refuse.</summary>
public sealed class MarketAnalysesTests(Service service) : IClassFixture<Service>
{
    private const string Erosion = "price-erosion", Trap = "mood-film-trap", Content = "user-generated-content", Product = "own-product";

    [Theory]
    [InlineData("/parameters/asset", "\"Radio spot\"", "/parameters/asset")]
    [InlineData("/parameters/initialPrice", "0", "/parameters/initialPrice")]
    [InlineData("/parameters/computeDecline", "1", "/parameters/computeDecline")]
    [InlineData("/parameters/wageGrowth", "-1", "/parameters/wageGrowth")]
    [InlineData("/parameters/wageGrowth", "1.1", "/parameters/wageGrowth")]
    [InlineData("/parameters/competition", "", "/parameters/competition")]
    [InlineData("/parameters/years", "51", "/parameters/years")]
    [InlineData("/parameters/minimumMargin", "1", "/parameters/minimumMargin")]
    [InlineData("/parameters/limitPrice", "0", "/parameters/limitPrice")]
    [InlineData("/parameters/structure", "11", "/parameters/structure")]
    [InlineData("/parameters/phases", """{ "research": {} }""", "/parameters/phases/research")]
    [InlineData("/parameters/phases", """{ "strategy": { "computeDecline": 0, "wageGrowth": 0 } }""", "/parameters/phases/strategy/competition")]
    [InlineData("/parameters/reopen/structure", "0", "/parameters/reopen/structure")]
    [InlineData("/parameters/reopen/structure", "11", "/parameters/reopen/structure")]
    [InlineData("/parameters/reopen/maximumSplit", "0", "/parameters/reopen/maximumSplit")]
    [InlineData("/parameters/reopen/startDate", "\"2026-02-30\"", "/parameters/reopen/startDate")]
    [InlineData("/parameters/reopen/referenceDecline", "1", "/parameters/reopen/referenceDecline")]
    public async Task Price_erosion_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Erosion, (pointer, json)));
    }

    [Fact]
    public async Task Without_a_value_based_fee_there_is_none_to_talk_about_again()
    {
        Assert.Equal("/parameters/reopen/structure", await AnalysisCase.Refused(
            service, Erosion, ("/engagement/feeStructures", """[{ "type": "costPlus", "markup": 0.1 }]""")));
    }

    [Theory]
    [InlineData("/engagement/feeStructures/0", """{ "type": "valueBased", "valueShare": 0, "minimumMargin": 0.9 }""")]
    [InlineData("/parameters/structure", "3")]
    public async Task A_phase_without_a_price_needs_a_fee_over_a_cost(string pointer, string json)
    {
        const string Phases = """
            {
              "production": { "computeDecline": 0.3, "wageGrowth": 0, "competition": 0.2 },
              "strategy": { "computeDecline": 0, "wageGrowth": 0, "competition": 0, "initialPrice": 1000 },
              "ideation": { "computeDecline": 0, "wageGrowth": 0, "competition": 0 }
            }
            """;

        Assert.Equal("/parameters/phases/ideation/initialPrice /parameters/phases/production/initialPrice", await AnalysisCase.Refused(
            service, Erosion, ("/parameters/phases", Phases), ("/engagement/value/drivers", "[]"), ("/parameters/reopen", ""), (pointer, json)));
    }

    [Fact]
    public async Task Phases_are_answered_in_the_order_of_the_work()
    {
        var answer = await AnalysisCase.Answer(service, Erosion, ("/parameters/phases", """
            {
              "production": { "computeDecline": 0.3, "wageGrowth": 0, "competition": 0.2 },
              "strategy": { "computeDecline": 0, "wageGrowth": 0, "competition": 0, "initialPrice": 1000 }
            }
            """), ("/parameters/limitPrice", "350"));

        Assert.Equal(["strategy", "production"], answer["phases"]!.AsArray().Select(phase => (string?)phase!["phase"]));
        Assert.Equal(8, answer["phases"]![0]!["series"]!.AsArray().Count);
        Assert.Equal(3.35102064m, decimal.Round((decimal)answer["limitTime"]!, 8));
    }

    [Theory]
    [InlineData("/parameters/avoidedCost", "-1", "/parameters/avoidedCost")]
    [InlineData("/parameters/moodFilmCost", "100", "/parameters/moodFilmCost")]
    [InlineData("/parameters/moodFilmAssets", "[\"Radio spot\"]", "/parameters/moodFilmAssets/0")]
    [InlineData("/parameters/moodFilmPackages", "[]", "/parameters/moodFilmPackages")]
    [InlineData("/parameters/moodFilmPackages", "[\"AI mood film\", \"AI mood film\"]", "/parameters/moodFilmPackages/1")]
    [InlineData("/parameters/includedRounds", "1001", "/parameters/includedRounds")]
    [InlineData("/parameters/concreteness", "1.1", "/parameters/concreteness")]
    [InlineData("/parameters/referenceConcreteness", "-1", "/parameters/referenceConcreteness")]
    [InlineData("/parameters/points", "[]", "/parameters/points")]
    [InlineData("/parameters/points", "[0, 2]", "/parameters/points/1")]
    [InlineData("/parameters/curve", "{}", "/parameters/curve/type")]
    [InlineData("/parameters/curve", """{ "type": "steep", "rise": 3 }""", "/parameters/curve/type")]
    [InlineData("/parameters/curve", """{ "type": "linear", "optimum": 0.5 }""", "/parameters/curve/optimum")]
    [InlineData("/parameters/curve", """{ "type": "linear", "minimumContinuation": 0.5, "maximumContinuation": 0.4 }""", "/parameters/curve/maximumContinuation")]
    [InlineData("/parameters/curve", """{ "type": "linear", "minimumContinuation": 0.8 }""", "/parameters/curve/maximumContinuation")]
    [InlineData("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.5 }""", "/parameters/curve/above /parameters/curve/below /parameters/curve/optimum")]
    [InlineData("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.5, "optimum": 0.5, "below": 1, "above": 0.9 }""", "/parameters/curve/below")]
    [InlineData("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.5, "optimum": 0.5, "below": 0.9, "above": 1 }""", "/parameters/curve/above")]
    [InlineData("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.5, "optimum": 0.5, "below": 2, "above": 2 }""", "/parameters/curve/above /parameters/curve/below")]
    [InlineData("/engagement/revisions", "", "/engagement/revisions")]
    public async Task The_trap_of_the_mood_film_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Trap, (pointer, json)));
    }

    [Fact]
    public async Task What_the_mood_film_takes_is_said_in_one_way()
    {
        Assert.Equal("/parameters/moodFilmCost", await AnalysisCase.Refused(service, Trap, ("/parameters/moodFilmAssets", ""), ("/parameters/moodFilmPackages", "")));
        var answer = await AnalysisCase.Answer(service, Trap, ("/parameters/moodFilmAssets", ""), ("/parameters/moodFilmPackages", ""), ("/parameters/moodFilmCost", "500"));
        Assert.Equal(500, (decimal)answer["moodFilmCost"]!);
    }

    [Fact]
    public async Task A_U_shaped_curve_is_best_at_its_optimum()
    {
        var answer = await AnalysisCase.Answer(service, Trap, ("/parameters/curve", """{ "type": "uShaped", "minimumContinuation": 0.3, "optimum": 0.4, "below": 0.5, "above": 0.6 }"""));

        Assert.Equal(0.4m, (decimal)answer["bestConcreteness"]!);
        Assert.Equal(0.54m, (decimal)answer["at"]!["continuation"]!);
    }

    [Theory]
    [InlineData("/parameters/published", "0", "/parameters/published")]
    [InlineData("/parameters/published", "1.5", "/parameters/published")]
    [InlineData("/parameters/published", "20001", "/parameters/maximumPublished")]
    [InlineData("/parameters/acceptanceProbability", "0", "/parameters/acceptanceProbability")]
    [InlineData("/parameters/currency", "\"JPY\"", "/parameters/currency")]
    [InlineData("/parameters/moderationShare", "1.1", "/parameters/moderationShare")]
    [InlineData("/parameters/moderationMinutes", "", "/parameters/moderationMinutes")]
    [InlineData("/parameters/moderatorRole", "\"XYZ\"", "/parameters/moderatorRole")]
    [InlineData("/parameters/effortProfile", "\"haste\"", "/parameters/effortProfile")]
    [InlineData("/parameters/valuePerPiece", "-1", "/parameters/valuePerPiece")]
    [InlineData("/parameters/halfLifeMonths", "0", "/parameters/halfLifeMonths")]
    [InlineData("/parameters/months", "241", "/parameters/months")]
    [InlineData("/parameters/elasticity", "0", "/parameters/elasticity")]
    [InlineData("/parameters/maximumPublished", "10000001", "/parameters/maximumPublished")]
    [InlineData("/parameters/unitPrice", "1e12", "/parameters")]
    public async Task User_generated_content_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Content, (pointer, json)));
    }

    [Fact]
    public async Task Up_to_ten_times_the_published_pieces_are_looked_at_where_nothing_is_said()
    {
        var answer = await AnalysisCase.Answer(service, Content, ("/parameters/maximumPublished", ""));

        Assert.Equal(5_000, (int)answer["bestVolume"]!);
    }

    [Theory]
    [InlineData("/parameters/buildCost", "", "/parameters/buildCost")]
    [InlineData("/parameters/monthlyRevenue", "-1", "/parameters/monthlyRevenue")]
    [InlineData("/parameters/churn", "1.1", "/parameters/churn")]
    [InlineData("/parameters/margin", "\"0.7\"", "/parameters/margin")]
    [InlineData("/parameters/newCustomersRevenue", "null", "/parameters/newCustomersRevenue")]
    [InlineData("/parameters/discountRate", "2", "/parameters/discountRate")]
    [InlineData("/parameters/months", "0", "/parameters/months")]
    [InlineData("/parameters/structure", "11", "/parameters/structure")]
    [InlineData("/parameters/newCustomersRevenue", "1e12", "/parameters")]
    public async Task An_own_product_is_refused_at_what_is_wrong(string pointer, string json, string expected)
    {
        Assert.Equal(expected, await AnalysisCase.Refused(service, Product, (pointer, json)));
    }

    [Fact]
    public async Task A_product_that_never_pays_says_by_how_much()
    {
        var answer = await AnalysisCase.Answer(service, Product, ("/parameters/buildCost", "250000"));

        Assert.Equal((false, true, 40_000), ((bool)answer["breaksEven"]!, (bool)answer["provenNever"]!, (decimal)answer["shortfall"]!));
        Assert.True(answer.ContainsKey("breakEvenMonth"));
        Assert.Null(answer["breakEvenMonth"]);
    }
}
