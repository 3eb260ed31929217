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
        var json = CaseDocument.Expected($"{name.Split('/')[0]}.json");
        if (currency is not null)
        {
            json["currency"] = currency;
            json["value"]!["inputTaxDeductible"] = false;
        }

        change?.Invoke(json);
        return Model.Comparisons.Comparison.Of(ResolvedEngagement.From(CaseDocument.Parse(json.ToJsonString())));
    }

    public static byte[] Render(Comparison comparison, DocumentLanguage language = DocumentLanguage.De, WorkbookIdentity? identity = null) =>
        EngagementWorkbook.Render(comparison, identity ?? Identity, language);
}
