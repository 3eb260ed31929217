using System.Text.Json.Nodes;
using Pricing.Documents.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Tests.Cases;

namespace Pricing.Documents.Tests.Workbook;

/// <summary>Engagements that the tests write workbooks of.</summary>
internal static class Samples
{
    public static readonly WorkbookIdentity Identity = new()
    {
        Title = "Social-Content-Kampagne, 120 Kurzvideos",
        Agency = "Atelier Nord",
        Client = "Consumer goods brand",
        Number = "2026-0147",
        Version = 2,
        PricingDate = new(2026, 11, 25),
        CreatedAt = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1)),
        Sources = ["Rate card 2026/2", "Price book of 2026-11-01"],
    };

    /// <summary>A worked case, or every structure at once in some currency, there for a client that bears the VAT.</summary>
    public static Comparison Comparison(string name, Action<JsonObject>? change = null)
    {
        var currency = name.Split('/') is [_, var code] ? code : null;
        var json = CaseDocument.Expected(name == "empty" ? "case-a.json" : $"{name.Split('/')[0]}.json");
        if (name == "empty")
            Empty(json);
        if (currency is not null)
        {
            json["currency"] = currency;
            json["value"]!["inputTaxDeductible"] = false;
        }

        change?.Invoke(json);
        return Model.Comparisons.Comparison.Of(ResolvedEngagement.From(CaseDocument.Parse(json.ToJsonString())));
    }

    // Nothing to do, nothing gained, and still a price.
    private static void Empty(JsonObject json)
    {
        foreach (var list in new[] { "workPackages", "assets", "costs", "exchangeRates" })
            json[list] = new JsonArray();
        json.Remove("revisions");
        json.Remove("scorecard");
        json["value"]!["drivers"] = new JsonArray();
        json["feeStructures"] = JsonNode.Parse("""
            [
                { "type": "subscription", "setUpFee": 0, "monthlyFee": 99.99, "months": 12 },
                { "type": "costPlus", "markup": 0.2 },
                { "type": "valueBased", "name": "Nothing to share", "valueShare": 0.5, "minimumMargin": 0.1 }
            ]
            """);
    }

    public static byte[] Render(Comparison comparison, DocumentLanguage language = DocumentLanguage.De, WorkbookIdentity? identity = null) =>
        EngagementWorkbook.Render(comparison, identity ?? Identity, language);
}
