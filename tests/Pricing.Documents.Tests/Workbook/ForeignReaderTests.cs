using ClosedXML.Excel;
using Pricing.Documents.Workbook;

namespace Pricing.Documents.Tests.Workbook;

public sealed class ForeignReaderTests
{
    [Fact]
    public void ClosedXML_reads_sheets_names_and_cached_figures()
    {
        var bytes = EngagementWorkbook.Render(Samples.Comparison("case-a"), Samples.Identity, DocumentLanguage.En);

        using var workbook = new XLWorkbook(new MemoryStream(bytes));

        Assert.Equal("Summary", workbook.Worksheets.First().Name);
        var total = workbook.NamedRange("Out_Cost").Ranges.Single().FirstCell();
        Assert.True(total.HasFormula);
        Assert.Equal(110_326.46, Convert.ToDouble(total.CachedValue, null), 2);
    }
}
