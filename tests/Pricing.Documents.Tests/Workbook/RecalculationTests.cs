using System.Text.RegularExpressions;

namespace Pricing.Documents.Tests.Workbook;

public sealed partial class RecalculationTests(RecalculatedWorkbooks workbooks) : IClassFixture<RecalculatedWorkbooks>
{
    public static TheoryData<string> Engagements => [.. RecalculatedWorkbooks.Engagements];

    [Theory]
    [MemberData(nameof(Engagements))]
    public void Another_program_calculates_every_output_and_every_check_alike(string name)
    {
        var file = workbooks.Of(name);

        Assert.DoesNotContain(file.Cells.Values, cell => cell.IsError);
        Assert.Empty(ApiTieOut.Differences(file, Samples.Comparison(name)));
        Assert.All(file.Sheets, sheet => Assert.Equal("OK", file.Cells[$"{sheet}!C5"].Text));
    }

    [Theory]
    [MemberData(nameof(Engagements))]
    public void Another_program_calculates_the_values_that_the_file_carries(string name)
    {
        var file = workbooks.Of(name);
        var written = WorkbookFile.Open(Samples.Render(Samples.Comparison(name)));

        Assert.Empty(written.Cells.Where(cell => cell.Value is { Formula: not null, IsText: false } && !OrderOfTies().IsMatch(cell.Key) && !Near(cell.Value.Number, file.Cells[cell.Key])).Select(cell => cell.Key));

        static bool Near(double cached, FoundCell found) => !found.IsText && Math.Abs(cached - found.Number) <= 1e-6 * Math.Max(1, Math.Abs(cached) * 1e-3);
    }

    [Fact]
    public void Changed_inputs_lead_to_what_the_service_says_of_them()
    {
        var comparison = Samples.Comparison("every-structure", json =>
        {
            foreach (var (name, member) in new[] { ("VatRate", "vatRate"), ("OverheadRate", "overheadRate"), ("AvailableHours", "availableHours"), ("OnCostRate", "onCostRate"), ("RiskTolerance", "riskTolerance"), ("ArtistSocialLevyRate", "artistSocialLevyRate") })
                json["agency"]![member] = RecalculatedWorkbooks.Changes[$"In_{name}"];
            json["rateCard"]!["discount"] = RecalculatedWorkbooks.Changes["In_RateCardDiscount"];
            json["rateCard"]!["realisation"] = RecalculatedWorkbooks.Changes["In_Realisation"];
            json["value"]!["discountRate"] = RecalculatedWorkbooks.Changes["In_DiscountRate"];
            json["value"]!["referencePrice"] = RecalculatedWorkbooks.Changes["In_ReferencePrice"];
            json["value"]!["inputTaxDeductible"] = false;
            json["tailProbability"] = RecalculatedWorkbooks.Changes["In_TailProbability"];
        });
        var file = workbooks.Of("changed");

        Assert.Empty(ApiTieOut.Differences(file, comparison));
        Assert.Equal("PRÜFEN", file.Cells["Übersicht!C5"].Text);
    }

    // Amounts that differ by the noise of doubles are ties to one program and none to another; the mean of the tail is the same.
    [GeneratedRegex("^Daten![I-L]")]
    private static partial Regex OrderOfTies();
}
