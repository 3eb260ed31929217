using System.Globalization;
using System.Xml;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Package;

/// <summary>The only place that knows how cells look: fonts, fills, borders and number formats of the workbook.</summary>
internal sealed class CellFormats(int decimals)
{
    private const string Ink = "FF15181C", Text2 = "FF545B64", Grid = "FFE3E5E8", Paper = "FFFFFFFF", InputText = "FF17468A", InputFill = "FFFFF4DA";
    private const string InputLine = "FF9A6A12", CheckFill = "FFE3EDF7", CheckLine = "FF2162B0", FailedFill = "FFB3261E";
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<CellFormat, int> numbers = [];
    private readonly List<CellFormat> formats = [];

    /// <summary>Colour of the active tab.</summary>
    public const string Accent = "FFC2371B";

    /// <summary>The number by which cells name a format.</summary>
    public int Of(CellFormat format)
    {
        if (numbers.TryGetValue(format, out var number))
            return number;
        formats.Add(format);
        numbers.Add(format, formats.Count);
        return formats.Count;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Namespace);
        Codes(xml);
        Fonts(xml);
        Fills(xml);
        Borders(xml);
        xml.WriteRaw("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        xml.WriteStartElement("cellXfs", Namespace);
        xml.WriteAttributeString("count", Whole(formats.Count + 1));
        xml.WriteRaw("""<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>""");
        foreach (var format in formats)
            Format(xml, format);
        xml.WriteEndElement();
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteRaw($"""<dxfs count="1"><dxf><font><b/><color rgb="{Paper}"/></font><fill><patternFill patternType="solid"><fgColor rgb="{FailedFill}"/><bgColor rgb="{FailedFill}"/></patternFill></fill></dxf></dxfs>""");
        xml.WriteEndElement();
    }

    // An input shows every digit it has, so that what is read is what is calculated with.
    private string Code(Number number, bool isInput)
    {
        var more = isInput ? "####" : "";
        var places = decimals == 0 ? "" : "." + new string('0', decimals) + more;
        var price = "." + new string('0', Math.Max(2, decimals)) + more;
        return number switch
        {
            Number.Money => WithMinus($"#,##0{places}"),
            Number.Percent => WithMinus($"0.0{more}%"),
            Number.Hours => WithMinus($"#,##0.0{more}"),
            Number.Rate => WithMinus($"#,##0{price}"),
            Number.Factor => WithMinus($"#,##0.0000{more}"),
            Number.Whole => "0",
            Number.Day => "yyyy\\-mm\\-dd",
            Number.Exact => WithMinus("#,##0.00#######"),
            Number.Text => "@",
            _ => "General",
        };
    }

    // Numbers below 164 belong to the spreadsheet program.
    private static int Id(Number number, bool isInput) => (isInput ? 184 : 164) + (int)number;

    private static string WithMinus(string code) => $"{code};\"−\"{code}";

    private void Codes(XmlWriter xml)
    {
        var all = Enum.GetValues<Number>();
        xml.WriteStartElement("numFmts", Namespace);
        xml.WriteAttributeString("count", Whole(2 * all.Length));
        foreach (var (number, isInput) in all.Select(number => (number, false)).Concat(all.Select(number => (number, true))))
        {
            xml.WriteStartElement("numFmt", Namespace);
            xml.WriteAttributeString("numFmtId", Whole(Id(number, isInput)));
            xml.WriteAttributeString("formatCode", Code(number, isInput));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Fonts(XmlWriter xml)
    {
        xml.WriteRaw("""<fonts count="7">""");
        foreach (var (size, colour, isBold) in new[] { (10, Ink, false), (10, Ink, true), (18, Ink, false), (10, Text2, false), (10, InputText, false), (10, Paper, true), (10, Text2, true) })
            xml.WriteRaw($"""<font>{(isBold ? "<b/>" : "")}<sz val="{size}"/><color rgb="{colour}"/><name val="Arial"/><family val="2"/></font>""");
        xml.WriteRaw("</fonts>");
    }

    private static void Fills(XmlWriter xml)
    {
        xml.WriteRaw("""<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>""");
        foreach (var colour in new[] { InputFill, CheckFill, FailedFill })
            xml.WriteRaw($"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""");
        xml.WriteRaw("</fills>");
    }

    private static void Borders(XmlWriter xml)
    {
        static string Side(string side, string style, string colour) => $"""<{side} style="{style}"><color rgb="{colour}"/></{side}>""";
        xml.WriteRaw("""<borders count="7"><border><left/><right/><top/><bottom/><diagonal/></border>""");
        xml.WriteRaw($"<border>{Side("left", "dotted", InputLine)}{Side("right", "dotted", InputLine)}{Side("top", "dotted", InputLine)}{Side("bottom", "dotted", InputLine)}<diagonal/></border>");
        xml.WriteRaw($"<border><left/><right/><top/>{Side("bottom", "thin", Grid)}<diagonal/></border>");
        xml.WriteRaw($"<border><left/><right/><top/>{Side("bottom", "thin", Ink)}<diagonal/></border>");
        xml.WriteRaw($"<border><left/><right/>{Side("top", "medium", Ink)}<bottom/><diagonal/></border>");
        xml.WriteRaw($"<border>{Side("left", "thick", CheckLine)}<right/><top/><bottom/><diagonal/></border>");
        xml.WriteRaw($"<border>{Side("left", "thick", FailedFill)}<right/><top/><bottom/><diagonal/></border></borders>");
    }

    private static void Format(XmlWriter xml, CellFormat format)
    {
        var (font, fill, border) = format.Look switch
        {
            Look.Title => (2, 0, 0),
            Look.Note => (3, 0, 0),
            Look.Head or Look.HeadRight => (1, 0, 3),
            Look.Label or Look.Calculated => (0, 0, 2),
            Look.Result => (1, 0, 2),
            Look.Data => (3, 0, 2),
            Look.Input => (4, 2, 1),
            Look.Total or Look.TotalLabel => (1, 0, 4),
            Look.Check => (1, 3, 5),
            Look.Failed => (5, 4, 6),
            _ => (0, 0, 0),
        };
        xml.WriteStartElement("xf", Namespace);
        xml.WriteAttributeString("numFmtId", Whole(format.Number == Number.General ? 0 : Id(format.Number, format.Look == Look.Input)));
        xml.WriteAttributeString("fontId", Whole(font));
        xml.WriteAttributeString("fillId", Whole(fill));
        xml.WriteAttributeString("borderId", Whole(border));
        xml.WriteAttributeString("xfId", "0");
        if (format.Quoted)
            xml.WriteAttributeString("quotePrefix", "1");
        foreach (var applied in new[] { "applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection" })
            xml.WriteAttributeString(applied, "1");
        xml.WriteStartElement("alignment", Namespace);
        if (format.Look is Look.HeadRight or Look.Check || (format.Number != Number.Text && format.Look is not Look.Note))
            xml.WriteAttributeString("horizontal", "right");
        else
            xml.WriteAttributeString("horizontal", "left");
        xml.WriteAttributeString("indent", "1");
        xml.WriteAttributeString("vertical", format.Look is Look.Head or Look.HeadRight ? "bottom" : "center");
        if (format.Wrapped)
            xml.WriteAttributeString("wrapText", "1");
        xml.WriteEndElement();
        xml.WriteStartElement("protection", Namespace);
        xml.WriteAttributeString("locked", format is { Look: Look.Input, Number: not Number.Text } ? "0" : "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
