using Pricing.Application.Tests.Contract;

namespace Pricing.Application.Tests.Features.Analyses;

/// <summary>Recommendation, break-even, pricing target, negotiation and incentive design beyond their worked cases.</summary>
public sealed class NegotiationKindsTests
{
    [Theory]
    [InlineData("agreed", 1.27854724)]
    [InlineData("quoted", null)]
    public void A_fixed_price_breaks_even_at_more_hours_unless_it_is_quoted_anew(string fees, double? hours)
    {
        var answer = Analysis.Of("break-even", Document.A, $$"""{ "figure": "expectedProfit", "target": 0, "structure": 1, "lever": "hours", "minimum": 0.5, "maximum": 3, "fees": "{{fees}}" }""");

        var solutions = answer["solutions"]!.AsArray();
        Assert.Equal(hours is null ? 0 : 1, solutions.Count);
        if (hours is { } expected)
            Assert.Equal((decimal)expected, decimal.Round(answer.Number("/solutions/0/value")!.Value, 8));
    }

    [Fact]
    public void A_figure_of_the_range_belongs_to_no_structure()
    {
        var answer = Analysis.Of("break-even", Document.A, """{ "figure": "floor", "target": 120000, "lever": "hours", "minimum": 0.5, "maximum": 3 }""");

        Assert.Null(answer["structure"]);
        Assert.Equal(1.05392269m, decimal.Round(answer.Number("/solutions/0/value")!.Value, 8));
    }

    [Theory]
    [InlineData("""{ "figure": "floor", "target": 0, "lever": "hours", "minimum": 1, "maximum": 1 }""", "/parameters/maximum")]
    [InlineData("""{ "figure": "floor", "target": 0, "lever": "hours", "minimum": 1 }""", "/parameters/maximum")]
    [InlineData("{}", "/parameters/figure", "/parameters/target", "/parameters/lever", "/parameters/minimum", "/parameters/maximum")]
    public void A_break_even_needs_a_figure_a_lever_and_bounds_in_order(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers, Analysis.FaultsOf("break-even", Document.A, parameters));
    }

    [Fact]
    public void A_margin_is_a_price_above_cost()
    {
        var answer = Analysis.Of("pricing-target", Document.A, """{ "margin": 0.25, "structure": 1 }""");

        Assert.Equal(0.25m, answer.Number("/profitMargin"));
        Assert.Equal("margin", (string?)answer["share"]!["member"]);
        Assert.Null(answer["scope"]);
    }

    [Fact]
    public void A_structure_without_a_scaling_parameter_still_answers_with_an_object()
    {
        var answer = Analysis.Of("pricing-target", Document.A, """{ "budget": 120000 }""");

        Assert.Null(answer["share"]!["member"]);
        Assert.Null(answer["share"]!["value"]);
    }

    [Theory]
    [InlineData("{}", "/parameters/budget")]
    [InlineData("""{ "budget": 1, "margin": 0.1 }""", "/parameters/margin")]
    [InlineData("""{ "budget": 0 }""", "/parameters/budget")]
    [InlineData("""{ "margin": 1, "maximumScope": 0 }""", "/parameters/margin", "/parameters/maximumScope")]
    public void A_pricing_target_is_a_budget_or_a_margin(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers, Analysis.FaultsOf("pricing-target", Document.A, parameters));
    }

    [Fact]
    public void Nothing_is_recommended_where_no_structure_keeps_the_limits()
    {
        var answer = Analysis.Of("recommendation", Document.A, """{ "minimumProfitMargin": 0.99, "levers": ["hours"] }""");

        Assert.Null(answer["recommended"]);
        Assert.Empty(answer["reasons"]!.AsArray());
        Assert.All(answer["ranking"]!.AsArray(), row => Assert.Equal("profitMargin", (string?)row!["violations"]!.AsArray()[^1]!["figure"]));
    }

    [Fact]
    public void An_infeasible_structure_comes_last_and_names_its_gap_alone()
    {
        var poor = Document.A.With("/value/referencePrice = 1", "/value/referenceValueShare = 1");
        var answer = Analysis.Of("recommendation", poor, """{ "levers": ["value"], "maximumChange": 0 }""");

        var last = answer["ranking"]!.AsArray()[^1]!;
        Assert.Equal(["infeasible"], last["violations"]!.AsArray().Select(violation => (string?)violation!["code"]));
        Assert.Equal("gap", (string?)last["violations"]![0]!["figure"]);
        Assert.Null(answer["flips"]![0]!["change"]);
    }

    [Theory]
    [InlineData("""{ "step": 0.5, "maximumChange": 0.4 }""", "/parameters/step")]
    [InlineData("""{ "criterion": "lossProbability" }""", "/parameters/criterion")]
    [InlineData("""{ "insideRange": 1, "minimumProfitMargin": -1.1 }""", "/parameters/insideRange", "/parameters/minimumProfitMargin")]
    public void Bad_rules_are_refused(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers.Order(), Analysis.FaultsOf("recommendation", Document.A, parameters).Order());
    }

    [Fact]
    public void A_step_above_no_change_at_all_is_no_fault()
    {
        Assert.NotNull(Analysis.Of("recommendation", Document.A, """{ "step": 0.5, "maximumChange": 0, "levers": ["value"] }"""));
    }

    [Fact]
    public void An_option_has_a_scope_of_its_own()
    {
        var answer = Analysis.Of("negotiation", Document.A, """
            { "options": [
                { "name": "all", "split": 0.5 },
                { "name": "less", "split": 0.5, "changes": [{ "pointer": "/assets/0/quantity", "value": 40 }, { "pointer": "/assets/0/quantity", "value": 60 }] } ] }
            """);

        Assert.True(answer.Number("/options/1/expectedCost") < answer.Number("/options/0/expectedCost"));
        Assert.Empty(answer["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData("""{ "options": [{ "name": "x", "split": 2, "changes": [{ "pointer": "/name", "value": 1 }] }] }""", "/parameters/options/0/split", "/parameters/options/0/changes/0/pointer")]
    [InlineData("""{ "options": [{ "name": "x", "split": 0.2, "changes": [{ "pointer": "hours", "value": 1 }] }] }""", "/parameters/options/0/changes/0/pointer")]
    [InlineData("""{ "options": [{ "name": "x", "split": 0.2, "changes": [{ "pointer": "/assets/0/quantity", "value": 1 }, { "pointer": "/agency/vatRate", "value": 19 }, { "pointer": "/agency/vatRate", "value": 20 }] }] }""", "/parameters/options/0/changes/1/value")]
    [InlineData("""{ "fees": [] }""", "/parameters/fees")]
    [InlineData("""{ "ideas": { "roles": ["XX"], "count": 0 } }""", "/parameters/ideas/roles/0", "/parameters/ideas/count", "/parameters/ideas/usageFactor")]
    public void Bad_options_are_named_where_they_stand(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers.Order(StringComparer.Ordinal), Analysis.FaultsOf("negotiation", Document.A, parameters).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_risk_averse_client_takes_less_of_the_risk()
    {
        var answer = Analysis.Of("incentive-design", Document.B, """{ "effectiveness": 2, "effortCost": 0.5, "riskAversion": 0.03, "principalRiskAversion": 0.01, "outcomeVariance": 100 }""");

        var (theta, c, s2, a, p) = (2m, 0.5m, 100m, 0.03m, 0.01m);
        Assert.Equal((theta * theta + p * s2 * c) / (theta * theta + (a + p) * s2 * c), answer.Number("/recommended/share"));
        Assert.Equal(0.75m, answer.Number("/recommended/share"));
        Assert.Equal(2.88m, answer.Number("/recommended/totalCertaintyEquivalent"));
    }

    [Fact]
    public void A_signal_that_explains_all_noise_leaves_the_whole_share_to_the_agency()
    {
        var answer = Analysis.Of("incentive-design", Document.A, """
            { "effectiveness": 1, "effortCost": 0.5, "riskAversion": 0.02, "outcomeVariance": 100, "noiseFilter": { "covariance": 10, "variance": 1 },
              "unmeasuredTask": { "value": 1, "substitution": 1 } }
            """);

        Assert.Equal(1, answer.Number("/noiseFilter/contract/share"));
        Assert.Equal(0, answer.Number("/noiseFilter/remainingVariance"));
        Assert.Equal(0, answer.Number("/unmeasuredTask/share"));
        Assert.Equal(1, answer.Number("/unmeasuredTask/reduction"));
        Assert.Equal(["noiseFilter", "multitask"], answer["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]).Take(2));
    }

    [Theory]
    [InlineData("{}", "/parameters/effortCost")]
    [InlineData("""{ "effortCost": 1, "hybridStructure": 0 }""", "/parameters/hybridStructure")]
    [InlineData("""{ "effortCost": 1, "outcomeVariance": 1e24, "noiseFilter": { "covariance": 1e24, "variance": 1 } }""", "/parameters/noiseFilter/covariance")]
    [InlineData("""{ "effortCost": 1, "outcomeVariance": 0, "noiseFilter": { "covariance": 1, "variance": 1 } }""", "/parameters/noiseFilter/covariance")]
    [InlineData("""{ "effortCost": 1, "outcomeVariance": 1e25 }""", "/parameters/outcomeVariance")]
    [InlineData("""{ "effortCost": 1, "kpis": { "Charm": { "effectiveness": 1, "variance": 1 } } }""", "/parameters/kpis/Charm")]
    public void Bad_incentives_are_refused(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers, Analysis.FaultsOf("incentive-design", Document.A, parameters));
    }

    [Fact]
    public void Effectiveness_is_required_where_the_client_gains_nothing()
    {
        Assert.Equal(["/parameters/effectiveness"], Analysis.FaultsOf("incentive-design", Document.A.With("/value/drivers = []"), """{ "effortCost": 1 }"""));
    }
}
