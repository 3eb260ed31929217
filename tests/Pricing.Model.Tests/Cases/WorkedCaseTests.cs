using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Tests.Cases;

public sealed class WorkedCaseTests
{
    [Theory]
    [InlineData("case-a")]
    [InlineData("case-b")]
    [InlineData("500-lines-rounding")]
    [InlineData("cvar-thin-tail")]
    [InlineData("eighteen-digits")]
    [InlineData("half-to-even")]
    [InlineData("margin-and-markup")]
    [InlineData("minimum-and-pass-through")]
    [InlineData("minutes-as-hours")]
    [InlineData("no-negative-gain")]
    [InlineData("payback")]
    [InlineData("pert-edges")]
    [InlineData("probabilities-add-to-1")]
    [InlineData("tiny-unit-price")]
    [InlineData("total-of-unrounded")]
    [InlineData("vat-once")]
    [InlineData("yen")]
    [InlineData("zero-discount-rate")]
    public void Every_figure_of_a_worked_case_agrees_to_the_minor_unit(string name)
    {
        var comparison = Comparison.Of(ResolvedEngagement.From(CaseDocument.Read($"{name}.json")));

        Assert.Empty(Differences(CaseDocument.Expected($"{name}.expected.json"), comparison));
    }

    [Theory]
    [InlineData("case-a")]
    [InlineData("case-b")]
    public void Tracing_changes_no_figure(string name)
    {
        var comparison = Comparison.Of(ResolvedEngagement.From(CaseDocument.Read($"{name}.json"), traced: true));

        Assert.Empty(Differences(CaseDocument.Expected($"{name}.expected.json"), comparison));
    }

    private static List<string> Differences(JsonObject expected, Comparison comparison)
    {
        var differences = new List<string>();
        Compare(expected["cost"]!, comparison.Cost, "/cost");
        Compare(expected["value"]!, comparison.Value, "/value");
        Compare(expected["bargainingRange"]!, comparison.BargainingRange, "/bargainingRange");
        Compare(expected["structures"]!, comparison.Structures, "/structures");
        return differences;

        void Compare(JsonNode? want, object? got, string at)
        {
            switch (want)
            {
                case null when got is null:
                    break;
                case JsonObject members when got is not null:
                    foreach (var (member, value) in members)
                        Compare(value, Member(got, member), $"{at}/{member}");
                    break;
                case JsonArray items when got is IEnumerable list:
                    var actual = list.Cast<object>().ToList();
                    if (actual.Count != items.Count)
                        differences.Add($"{at}: {items.Count} expected, {actual.Count} found");
                    for (var i = 0; i < Math.Min(items.Count, actual.Count); i++)
                        Compare(items[i], actual[i], $"{at}/{i}");
                    break;
                case JsonValue value when Agrees(value, got):
                    break;
                default:
                    differences.Add($"{at}: {want?.ToJsonString() ?? "null"} expected, {got ?? "null"} found");
                    break;
            }
        }

        object? Member(object of, string name) => (of, name) switch
        {
            (BargainingRange, "split") => comparison.Split,
            (StructureComparison structure, "type" or "name") => name == "type" ? structure.Structure.Type : structure.Structure.Name,
            (PartComparison part, "type" or "name") => name == "type" ? part.Structure.Type : part.Structure.Name,
            _ => of.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.GetValue(of),
        };

        bool Agrees(JsonValue want, object? got) => got switch
        {
            Money money => want.GetValue<decimal>() == money.ToMinorUnit(comparison.Currency),
            Hours hours => Near(want.GetValue<decimal>(), hours.Value),
            Figure figure => Near(want.GetValue<decimal>(), figure.Value),
            Enum code => want.GetValue<string>() == JsonNamingPolicy.CamelCase.ConvertName(code.ToString()),
            string text => want.GetValue<string>() == text,
            bool flag => want.GetValue<bool>() == flag,
            _ => false,
        };

        static bool Near(decimal want, decimal got) => Math.Abs(want - got) <= 1e-8m;
    }
}
