using Pricing.Documents.Workbook.Cells;
using Pricing.Documents.Workbook.Package;
using Pricing.Model.Comparisons;

namespace Pricing.Documents.Workbook;

/// <summary>The internal workbook of an engagement: inputs in cells, every derived figure a formula with its value beside it.</summary>
public static class EngagementWorkbook
{
    /// <summary>Writes the workbook as an .xlsx file. The same input makes the same figures on any day and under any culture.</summary>
    /// <param name="comparison">The engagement under every fee structure.</param>
    /// <param name="identity">What the workbook says of itself.</param>
    /// <param name="language">Language of its words; figures follow the reader's own settings.</param>
    public static byte[] Render(Comparison comparison, WorkbookIdentity identity, DocumentLanguage language)
    {
        var book = new Book(comparison, identity, WorkbookTexts.Of(language));
        var inputs = new InputsSheet(book);
        var ai = new AiSheet(book, inputs.Tables);
        var hours = new HoursSheet(book, inputs, ai);
        var thirdParty = new ThirdPartySheet(book, inputs, hours);
        var value = new ValueSheet(book, inputs);
        DataHead(book);
        var fees = new FeesSheet(book, inputs, hours, ai, thirdParty, value);
        var summary = new SummarySheet(book, inputs, value, fees);
        var checks = new ChecksSheet(book, inputs, hours, ai, thirdParty, fees, summary);
        ShowState(book, checks);
        return XlsxPackage.Write(book.Frame, FeeChart.Of(book, fees));
    }

    private static void DataHead(Book book)
    {
        var columns = StateColumns.First + book.Document.Scenarios.Cost.Count + book.Document.Scenarios.Outcome.Count;
        Book.Head(book.Data, book.Texts["data.title"], book.Texts.Say("data.subtitle", book.Currency));
        double[] widths = [40, 20, 18, .. Enumerable.Repeat(18d, Math.Max(FeeWorkings.Columns.Length - 2, columns - 4))];
        book.Data.Width(widths);
        book.Data.Frozen = (7, 3);
    }

    private static void ShowState(Book book, ChecksSheet checks)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet != book.Checks))
            book.ShowState(sheet, checks.State.Fixed, checks.Passed.Fixed, checks.Count);
    }
}
