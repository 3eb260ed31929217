using System.Globalization;
using System.Xml;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Package;

/// <summary>Writes a sheet: cells with formulas and values, protection, checks that turn red, rules for inputs, print set-up.</summary>
internal sealed class SheetXml(BookFrame book, CellFormats formats, SharedTexts texts)
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Spreadsheet programs refuse rules with very long lists of areas.
    private const int MostAreas = 100;

    public void Write(XmlWriter xml, Sheet sheet, string? drawing)
    {
        xml.WriteStartElement("worksheet", Namespace);
        xml.WriteAttributeString("xmlns", "r", null, "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        var isFirst = sheet == book.Sheets[0];
        xml.WriteRaw($"<sheetPr>{(isFirst ? $"<tabColor rgb=\"{CellFormats.Accent}\"/>" : "")}<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<dimension ref=\"A1:{Sheet.Letters(sheet.LastColumn)}{Whole(sheet.LastRow)}\"/>");
        View(xml, sheet, isFirst);
        xml.WriteRaw("<sheetFormatPr defaultRowHeight=\"18\" customHeight=\"1\"/>");
        xml.WriteRaw("<cols>");
        foreach (var (column, width) in sheet.Widths)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"));
        xml.WriteRaw("</cols>");
        Cells(xml, sheet);
        xml.WriteRaw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        Checks(xml, sheet);
        Rules(xml, sheet);
        xml.WriteRaw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        PageHeads(xml, sheet);
        if (drawing is not null)
            xml.WriteRaw($"<drawing r:id=\"{drawing}\"/>");
        xml.WriteEndElement();
    }

    private static void View(XmlWriter xml, Sheet sheet, bool isFirst)
    {
        var (row, column) = sheet.Frozen;
        var corner = Sheet.Letters(column) + Whole(row);
        var pane = column > 1 ? "bottomRight" : "bottomLeft";
        xml.WriteRaw($"<sheetViews><sheetView showGridLines=\"0\"{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\">");
        xml.WriteRaw($"<pane{(column > 1 ? $" xSplit=\"{Whole(column - 1)}\"" : "")} ySplit=\"{Whole(row - 1)}\" topLeftCell=\"{corner}\" activePane=\"{pane}\" state=\"frozen\"/>");
        xml.WriteRaw($"<selection pane=\"{pane}\" activeCell=\"{corner}\" sqref=\"{corner}\"/></sheetView></sheetViews>");
    }

    private void Cells(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("sheetData", Namespace);
        foreach (var (row, cells) in sheet.Rows)
        {
            xml.WriteStartElement("row", Namespace);
            xml.WriteAttributeString("r", Whole(row));
            xml.WriteAttributeString("ht", (sheet.Heights.TryGetValue(row, out var height) ? height : sheet.HeightOf(row)).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
            var number = Whole(row);
            foreach (var (column, cell) in cells)
                Write(xml, string.Concat(Sheet.Letters(column), number), cell);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, string at, Cell cell)
    {
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", at);
        xml.WriteAttributeString("s", Whole(formats.Of(cell.Format)));
        if (cell.Formula is null && cell.Word is { } text)
        {
            if (text.Length > 0)
            {
                xml.WriteAttributeString("t", "s");
                xml.WriteElementString("v", Namespace, Whole(texts.Of(text)));
            }
        }
        else
        {
            if (cell.Word is not null)
                xml.WriteAttributeString("t", "str");
            else if (!double.IsFinite(cell.Number))
                throw new InvalidOperationException($"The formula {cell.Formula} has no value.");
            if (cell.Formula is { } formula)
                xml.WriteElementString("f", Namespace, formula);
            xml.WriteElementString("v", Namespace, cell.Word ?? (cell.Number == 0 ? "0" : cell.Number.ToString("R", CultureInfo.InvariantCulture)));
        }

        xml.WriteEndElement();
    }

    private void Checks(XmlWriter xml, Sheet sheet)
    {
        if (sheet.CheckAreas.Count == 0)
            return;
        xml.WriteStartElement("conditionalFormatting", Namespace);
        xml.WriteAttributeString("sqref", string.Join(' ', sheet.CheckAreas));
        xml.WriteRaw("<cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"equal\">");
        xml.WriteElementString("formula", Namespace, $"\"{book.Texts["check.failed"]}\"");
        xml.WriteRaw("</cfRule>");
        xml.WriteEndElement();
    }

    private void Rules(XmlWriter xml, Sheet sheet)
    {
        var groups = sheet.Rules.GroupBy(rule => rule.Rule).SelectMany(group => Areas(group.Select(rule => rule.Cell)).Chunk(MostAreas).Select(areas => (group.Key, Areas: areas))).ToList();
        if (groups.Count == 0)
            return;
        xml.WriteStartElement("dataValidations", Namespace);
        xml.WriteAttributeString("count", Whole(groups.Count));
        foreach (var group in groups)
        {
            var (least, most) = (Real(group.Key.Least), Real(group.Key.Most));
            xml.WriteStartElement("dataValidation", Namespace);
            xml.WriteAttributeString("type", group.Key.IsWhole ? "whole" : "decimal");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("errorTitle", book.Texts["input.refused"]);
            xml.WriteAttributeString("error", book.Texts.Say(group.Key.IsWhole ? "input.refused.whole" : "input.refused.range", least, most));
            xml.WriteAttributeString("sqref", string.Join(' ', group.Areas));
            xml.WriteElementString("formula1", Namespace, least);
            xml.WriteElementString("formula2", Namespace, most);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Neighbours below one another make one area.
    private static IEnumerable<string> Areas(IEnumerable<CellRef> cells)
    {
        (int Column, int First, int Last) area = default;
        foreach (var cell in cells.OrderBy(cell => cell.Column).ThenBy(cell => cell.Row))
        {
            if (cell.Column == area.Column && cell.Row == area.Last + 1)
            {
                area.Last++;
                continue;
            }

            if (area.Column > 0)
                yield return Text(area);
            area = (cell.Column, cell.Row, cell.Row);
        }

        yield return Text(area);

        static string Text((int Column, int First, int Last) area) => area.First == area.Last
            ? Sheet.Letters(area.Column) + Whole(area.First)
            : $"{Sheet.Letters(area.Column)}{Whole(area.First)}:{Sheet.Letters(area.Column)}{Whole(area.Last)}";
    }

    private void PageHeads(XmlWriter xml, Sheet sheet)
    {
        var t = book.Texts;
        xml.WriteStartElement("headerFooter", Namespace);
        xml.WriteElementString("oddHeader", Namespace, $"&L{Code(book.Identity.Client ?? book.Identity.Agency)}&C{Code(sheet.Name)}&R{book.Mark}");
        xml.WriteElementString("oddFooter", Namespace, $"&L{Code(book.Identity.Title)}&R{t["page"]} &P {t["page.of"]} &N");
        xml.WriteEndElement();
    }

    // An ampersand starts a code there, and the whole may have 255 characters.
    private static string Code(string text)
    {
        var line = SafeText.Line(text);
        return (line.Length <= 60 ? line : SafeText.Cut(line, 60)).Replace("&", "&&", StringComparison.Ordinal);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Real(double number) => number.ToString(Math.Abs(number) < 1e-3 || Math.Abs(number) >= 1e15 ? "R" : "0.######", CultureInfo.InvariantCulture);
}
