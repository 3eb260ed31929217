using System.Text.Json.Nodes;
using Pricing.Application.Tests.Contract;

namespace Pricing.Application.Tests.Features.Analyses;

/// <summary>Levers move exactly their numbers, and fees answer as agreed or as quoted.</summary>
public sealed class LeverTests
{
    [Theory]
    [InlineData("agreed", 31783.67, 14623.53)]
    [InlineData("quoted", 21122.03, 25285.17)]
    public void A_fixed_price_stays_as_agreed_or_is_quoted_anew(string fees, decimal low, decimal high)
    {
        var answer = Analysis.Of("tornado", Document.A, $$"""{ "structure": 1, "levers": ["salaries"], "fees": "{{fees}}" }""");

        Assert.Equal((low, high), (answer.Number("/rows/0/low"), answer.Number("/rows/0/high")));
    }

    [Fact]
    public void A_pointer_into_a_structure_changes_the_agreement_itself()
    {
        var answer = Analysis.Of("tornado", Document.A, """{ "structure": 1, "figure": "expectedFee", "levers": ["/feeStructures/1/margin"] }""");

        Assert.NotEqual(answer.Number("/base"), answer.Number("/rows/0/high"));
    }

    [Fact]
    public void An_open_fee_follows_cost_and_a_closed_one_does_not()
    {
        var hourly = Analysis.Of("tornado", Document.A, """{ "structure": 0, "figure": "expectedFee", "levers": ["hours"] }""");
        var closed = Analysis.Of("tornado", Document.A, """{ "structure": 1, "figure": "expectedFee", "levers": ["hours"] }""");

        Assert.True(hourly.Number("/rows/0/swing") > 0);
        Assert.Equal(0, closed.Number("/rows/0/swing"));
    }

    [Fact]
    public void A_share_of_the_outcome_is_paid_at_the_changed_multiplier_on_the_agreed_value()
    {
        var document = Document.A;
        var value = Analysis.Of("tornado", document, """{ "structure": 7, "figure": "expectedFee", "levers": ["value"] }""");

        Assert.Equal("performance", (string?)JsonNode.Parse(document.Text)!["feeStructures"]![7]!["type"]);
        Assert.Equal(0, value.Number("/rows/0/swing"));
    }

    [Fact]
    public void A_bonus_is_paid_by_the_agreed_scorecard_at_changed_achievements()
    {
        var answer = Analysis.Of("tornado", Document.A, """{ "structure": 4, "figure": "expectedFee", "levers": ["/scorecard/cap", "/scenarios/outcome/1/kpiAchievement/Awareness"] }""");
        var quoted = Analysis.Of("tornado", Document.A, """{ "structure": 4, "figure": "expectedFee", "levers": ["/scorecard/cap"], "fees": "quoted" }""");

        var swings = answer["rows"]!.AsArray().ToDictionary(row => (string)row!["lever"]!, row => (decimal)row!["swing"]!);
        Assert.Equal(0, swings["/scorecard/cap"]);
        Assert.True(swings["/scenarios/outcome/1/kpiAchievement/Awareness"] > 0);
        Assert.True(quoted.Number("/rows/0/swing") > 0);
    }

    [Fact]
    public void An_absent_discount_counts_as_zero()
    {
        var answer = Analysis.Of("break-even", Document.A, """{ "figure": "expectedProfit", "target": 0, "structure": 1, "lever": "/feeStructures/1/discount", "minimum": 0, "maximum": 0.5 }""");

        Assert.Equal(0, answer.Number("/currentValue"));
        Assert.Equal(0.19804502m, decimal.Round(answer.Number("/solutions/0/value")!.Value, 8));
    }

    [Fact]
    public void What_the_contract_refuses_has_no_figure_and_is_not_clamped()
    {
        var answer = Analysis.Of("tornado", Document.A, """{ "levers": ["/scenarios/cost/0/probability", "/value/drivers/0/months"], "low": -0.001 }""");

        Assert.All(answer["rows"]!.AsArray(), row => Assert.Null(row!["low"]));
    }

    [Fact]
    public void Levers_without_a_number_are_left_out_of_the_usual_ones()
    {
        var answer = Analysis.Of("tornado", Document.A.With("/assets = []"), "{}");

        Assert.DoesNotContain("aiPrices", answer["rows"]!.AsArray().Select(row => (string?)row!["lever"]));
    }

    [Fact]
    public void Probabilities_of_one_stay_where_they_are()
    {
        var sure = Document.A.With("/value/drivers/0/confidence = 1");
        var answer = Analysis.Of("tornado", sure, """{ "figure": "ceiling", "levers": ["confidence"] }""");

        Assert.NotNull(answer["rows"]![0]!["high"]);
    }

    [Theory]
    [InlineData("hours", "/workPackages/0/hours/STRD")]
    [InlineData("quantity", "/assets/0/quantity")]
    [InlineData("salaries", "/rateCard/roles/0/annualSalary")]
    [InlineData("riskTolerance", "/agency/riskTolerance")]
    public void A_name_moves_no_less_than_a_number_of_its_sort(string name, string pointer)
    {
        var answer = Analysis.Of("tornado", Document.A, $$"""{ "figure": "certaintyEquivalent", "structure": 1, "levers": ["{{name}}", "{{pointer}}"] }""");

        Assert.True(answer.Number("/rows/1/swing") > 0);
        Assert.True(answer.Number("/rows/0/swing") >= answer.Number("/rows/1/swing"));
    }

    [Theory]
    [InlineData("""{ "levers": [] }""", "/parameters/levers")]
    [InlineData("""{ "levers": ["weather"] }""", "/parameters/levers/0")]
    [InlineData("""{ "levers": ["hours", "hours"] }""", "/parameters/levers/1")]
    [InlineData("""{ "levers": ["/name"] }""", "/parameters/levers/0")]
    [InlineData("""{ "levers": ["/assets/00/quantity"] }""", "/parameters/levers/0")]
    [InlineData("""{ "levers": ["/feeStructures/99/discount"] }""", "/parameters/levers/0")]
    [InlineData("""{ "levers": ["acceptanceProbability", 7] }""", "/parameters/levers/1")]
    [InlineData("""{ "low": 0 }""", "/parameters/low")]
    [InlineData("""{ "low": -1 }""", "/parameters/low")]
    [InlineData("""{ "high": 10.1 }""", "/parameters/high")]
    [InlineData("""{ "structure": 11 }""", "/parameters/structure")]
    [InlineData("""{ "structure": 1.5, "figure": "beauty", "fees": "free" }""", "/parameters/structure", "/parameters/figure", "/parameters/fees")]
    [InlineData("""{ "structure": null }""", "/parameters/structure")]
    public void Bad_parameters_are_named_all_at_once(string parameters, params string[] pointers)
    {
        Assert.Equal(pointers, Analysis.FaultsOf("tornado", Document.A, parameters));
    }
}
