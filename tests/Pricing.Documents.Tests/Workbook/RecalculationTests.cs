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

    // Amounts that differ by the noise of doubles are ties to one program and none to another; the mean of the tail is the same.
    [GeneratedRegex("^Daten![I-L]")]
    private static partial Regex OrderOfTies();
}
