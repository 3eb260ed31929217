using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pricing.Documents.Tests.Workbook;

/// <summary>A workbook as another program reads it: values, formulas and names.</summary>
internal sealed partial class WorkbookFile
{
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    private WorkbookFile(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var package = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = package.WorkbookPart!;
        var texts = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray() ?? [];
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
        {
            Sheets.Add(sheet.Name!);
            foreach (var cell in ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            {
                var value = cell.CellValue?.Text;
                var isText = cell.DataType?.Value is CellValues.SharedString or CellValues.String or CellValues.InlineString;
                var text = cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(value!, CultureInfo.InvariantCulture)] : cell.DataType?.Value == CellValues.InlineString ? cell.InnerText : value;
                Cells[$"{sheet.Name}!{cell.CellReference}"] = new(text, isText, cell.CellFormula?.Text, cell.DataType?.Value == CellValues.Error);
            }
        }

        foreach (var name in workbook.Workbook.DefinedNames!.Elements<DefinedName>().Where(name => name.LocalSheetId is null))
            places[name.Name!] = name.Text.Replace("$", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
    }

    public List<string> Sheets { get; } = [];

    public Dictionary<string, FoundCell> Cells { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => places.Keys;

    public static WorkbookFile Open(byte[] bytes) => new(bytes);

    public FoundCell Named(string name) => Cells[places[name]];

    /// <summary>The same file without the values of its formulas, so that whoever opens it has to calculate.</summary>
    public static byte[] WithoutValues(byte[] bytes)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string xml;
                using (var reader = new StreamReader(entry.Open()))
                    xml = reader.ReadToEnd();
                using var writer = new StreamWriter(entry.Open());
                writer.BaseStream.SetLength(0);
                writer.Write(ValueOfFormula().Replace(xml, "</f>"));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same file with other figures in named inputs.</summary>
    public static byte[] WithInputs(byte[] bytes, IReadOnlyDictionary<string, decimal> inputs)
    {
        var places = Open(bytes).places;
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var workbook = package.WorkbookPart!;
            foreach (var (name, value) in inputs)
            {
                var place = places[name].Split('!');
                var sheet = workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(sheet => sheet.Name == place[0]);
                var cell = ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(cell => cell.CellReference == place[1]);
                cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex("</f><v>[^<]*</v>")]
    private static partial Regex ValueOfFormula();
}

/// <summary>A cell as read.</summary>
internal sealed record FoundCell(string? Text, bool IsText, string? Formula, bool IsError)
{
    public double Number => double.Parse(Text!, CultureInfo.InvariantCulture);
}
