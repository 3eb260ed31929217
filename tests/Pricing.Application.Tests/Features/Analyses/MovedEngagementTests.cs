using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Application.Tests.Contract;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Application.Tests.Features.Analyses;

/// <summary>A moved engagement is what the document with those numbers says, however little of it is worked out anew.</summary>
public sealed class MovedEngagementTests
{
    [Theory]
    [InlineData("hours", 1.25, "workPackages/*/hours/*", "assets/*/hoursPerAsset/*")]
    [InlineData("hours", 0, "workPackages/*/hours/*", "assets/*/hoursPerAsset/*")]
    [InlineData("quantity", 0.5, "assets/*/quantity")]
    [InlineData("acceptanceProbability", 0.9, "assets/*/generations/*/acceptanceProbability")]
    [InlineData("acceptanceProbability", 3, "assets/*/generations/*/acceptanceProbability")]
    [InlineData("attribution", 1.05, "value/drivers/*/attribution")]
    [InlineData("confidence", 0.7, "value/drivers/*/confidence")]
    [InlineData("aiPrices", 40, "assets/*/generations/*/unitPrice")]
    [InlineData("salaries", 1.1, "rateCard/roles/*/annualSalary", "rateCard/roles/*/costPerHour")]
    [InlineData("salaries", -1, "rateCard/roles/*/annualSalary", "rateCard/roles/*/costPerHour")]
    [InlineData("hourlyRates", 0.8, "rateCard/roles/*/hourlyRate")]
    [InlineData("exchangeRates", 1.2, "exchangeRates/*/rate")]
    [InlineData("value", 1e7, "value/drivers/*/firstMonth")]
    [InlineData("value", 0.6, "value/drivers/*/firstMonth")]
    [InlineData("referencePrice", 1.3, "value/referencePrice")]
    [InlineData("riskTolerance", 0.5, "agency/riskTolerance")]
    [InlineData("overheadRate", 1.5, "agency/overheadRate")]
    public void A_name_moves_all_numbers_of_its_sort(string name, decimal factor, params string[] places)
    {
        var document = JsonNode.Parse(Document.A.Text)!;
        foreach (var place in places)
            Multiply(document, place.Split('/'), factor, belowOne: name is "acceptanceProbability" or "attribution" or "confidence");

        AssertSame(document, At(name, factor));
    }

    [Theory]
    [InlineData("/workPackages/0/hours/STRD", 77)]
    [InlineData("/assets/1/generations/0/acceptanceProbability", 0.4)]
    [InlineData("/assets/0/quantity", 0)]
    [InlineData("/costs/0/amount", 1234.5)]
    [InlineData("/rateCard/roles/0/annualSalary", 99000)]
    [InlineData("/rateCard/discount", 0.2)]
    [InlineData("/agency/vatRate", 0.07)]
    [InlineData("/effortProfiles/0/optimistic", 500)]
    [InlineData("/scenarios/outcome/0/valueMultiplier", 0.9)]
    [InlineData("/scenarios/outcome/1/kpiAchievement/Awareness", 1.4)]
    [InlineData("/value/drivers/0/months", 1.5)]
    [InlineData("/value/referencePrice", 100000)]
    [InlineData("/scorecard/threshold", 0.1)]
    [InlineData("/tailProbability", 0.2)]
    [InlineData("/feeStructures/4/bonusPool", 0.9)]
    [InlineData("/feeStructures/10/parts/0/structure/valueShare", 0.4)]
    public void A_pointer_moves_one_number(string pointer, decimal value)
    {
        var document = JsonNode.Parse(Document.A.Text)!;
        var tokens = pointer[1..].Split('/');
        var parent = tokens[..^1].Aggregate(document, (node, token) => Children(node, token).Single());
        if (parent is JsonArray list)
            list[int.Parse(tokens[^1], CultureInfo.InvariantCulture)] = value;
        else
            parent[tokens[^1]] = value;

        AssertSame(document, At(pointer, value));
    }

    private static Comparison? At(string lever, decimal value)
    {
        var text = Encoding.UTF8.GetBytes(Document.A.Text);
        var subject = new AnalysisSubject(text, Comparison.Of(ResolvedEngagement.From(EngagementReader.Read(text).Engagement!)));
        var movable = MovableEngagement.Of(subject);
        return movable.At(movable.Find(lever)!, value, FeeTerms.Quoted);
    }

    private static void AssertSame(JsonNode document, Comparison? moved)
    {
        var engagement = EngagementReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).Engagement;
        Assert.Equal(engagement is null, moved is null);
        if (engagement is null || moved is null)
            return;
        var read = Comparison.Of(ResolvedEngagement.From(engagement));
        foreach (var figure in Enum.GetValues<ComparisonFigure>())
        {
            for (var structure = 0; structure < read.Structures.Count; structure++)
                Assert.Equal(Printed(figure.Of(read, structure)), Printed(figure.Of(moved, structure)));
        }
    }

    private static decimal? Printed(decimal? figure) => figure is { } known ? decimal.Round(known, 12) + 0.000000000000m : null;

    private static void Multiply(JsonNode node, ReadOnlySpan<string> place, decimal factor, bool belowOne)
    {
        if (place.Length == 1)
        {
            if (node is JsonObject entries)
                MultiplyMembers(entries, place[0], factor, belowOne);
            return;
        }

        foreach (var child in Children(node, place[0]))
            Multiply(child, place[1..], factor, belowOne);
    }

    private static void MultiplyMembers(JsonObject entries, string name, decimal factor, bool belowOne)
    {
        foreach (var key in entries.Select(entry => entry.Key).Where(key => (name == "*" || key == name) && (!belowOne || (decimal)entries[key]! < 1)).ToList())
            entries[key] = (decimal)entries[key]! * factor;
    }

    private static JsonNode[] Children(JsonNode node, string token) => node switch
    {
        JsonArray list => [.. list.Where((_, i) => token == "*" || i.ToString(CultureInfo.InvariantCulture) == token).OfType<JsonNode>()],
        JsonObject entries => [.. entries.Where(entry => token == "*" || entry.Key == token).Select(entry => entry.Value).OfType<JsonNode>()],
        _ => [],
    };
}
