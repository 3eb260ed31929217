using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Package;

/// <summary>Puts the parts of the file together.</summary>
internal static class XlsxPackage
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Write(BookFrame book, FeeChart? chart = null)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            Properties(package, book);
            var workbook = package.AddWorkbookPart();
            var formats = new CellFormats(book.Decimals);
            var texts = new SharedTexts();
            var xml = new SheetXml(book, formats, texts);
            for (var i = 0; i < book.Sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>(Id(i));
                var drawing = i == 0 ? chart?.AddTo(part) : null;
                Fill(part, writer => xml.Write(writer, book.Sheets[i], drawing));
            }

            Fill(workbook.AddNewPart<WorkbookStylesPart>("styles"), formats.Write);
            Fill(workbook.AddNewPart<SharedStringTablePart>("texts"), texts.Write);
            Fill(workbook, writer => Workbook(writer, book));
        }

        stream.Position = 0;
        return FixedPackage.Of(stream);
    }

    public static void Fill(OpenXmlPart part, Action<XmlWriter> write)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = true });
        write(writer);
    }

    private static void Workbook(XmlWriter xml, BookFrame book)
    {
        xml.WriteStartElement("workbook", Namespace);
        xml.WriteAttributeString("xmlns", "r", null, "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        xml.WriteRaw("<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>");
        for (var i = 0; i < book.Sheets.Count; i++)
            xml.WriteRaw($"<sheet name=\"{book.Sheets[i].Name}\" sheetId=\"{Whole(i + 1)}\" r:id=\"{Id(i)}\"/>");
        xml.WriteRaw("</sheets>");
        xml.WriteStartElement("definedNames", Namespace);
        for (var i = 0; i < book.Sheets.Count; i++)
        {
            var sheet = book.Sheets[i];
            Name(xml, "_xlnm.Print_Area", sheet.Prefix + Sheet.Area(1, 1, sheet.LastPrinted ?? sheet.LastRow, sheet.LastColumn), i);
        }

        for (var i = 0; i < book.Sheets.Count; i++)
        {
            var (first, last) = book.Sheets[i].PrintTitles;
            Name(xml, "_xlnm.Print_Titles", $"{book.Sheets[i].Prefix}${Whole(first)}:${Whole(last)}", i);
        }

        foreach (var (name, cell) in book.Names.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
            Name(xml, name, cell.Fixed.Text, null);
        xml.WriteEndElement();
        xml.WriteRaw("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>");
        xml.WriteEndElement();
    }

    private static void Name(XmlWriter xml, string name, string place, int? sheet)
    {
        xml.WriteStartElement("definedName", Namespace);
        xml.WriteAttributeString("name", name);
        if (sheet is { } of)
            xml.WriteAttributeString("localSheetId", Whole(of));
        xml.WriteString(place);
        xml.WriteEndElement();
    }

    private static void Properties(SpreadsheetDocument package, BookFrame book)
    {
        var identity = book.Identity;
        var properties = package.PackageProperties;
        properties.Title = SafeText.Line(identity.Title);
        properties.Subject = book.Purpose;
        properties.Creator = SafeText.Line(identity.Agency);
        properties.Keywords = string.Join(", ", new[] { book.Mark, identity.Number, identity.Client }.OfType<string>().Select(SafeText.Line));
        properties.Category = book.Mark;
        properties.Version = identity.Version is { } version ? Whole(version) : "";
        properties.Created = properties.Modified = identity.CreatedAt.UtcDateTime;
    }

    private static string Id(int sheet) => "sheet" + Whole(sheet + 1);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
