using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook.Package;

/// <summary>A native chart on the summary: each fee as cost and profit.</summary>
internal sealed class FeeChart
{
    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string DrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private readonly Book book;
    private readonly FeesSheet fees;

    private FeeChart(Book book, FeesSheet fees) => (this.book, this.fees) = (book, fees);

    public static FeeChart Of(Book book, FeesSheet fees) => new(book, fees);

    private bool InThousands => Enumerable.Range(0, book.Document.FeeStructures.Count).Any(i => fees.Result(i, "expectedFee").Value >= 10_000);

    /// <summary>Adds the chart to a sheet.</summary>
    /// <returns>Id of the drawing.</returns>
    public string AddTo(WorksheetPart sheet)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>("drawing1");
        XlsxPackage.Fill(drawing.AddNewPart<ChartPart>("chart1"), Chart);
        XlsxPackage.Fill(drawing, Drawing);
        return "drawing1";
    }

    private void Drawing(XmlWriter xml)
    {
        const string ns = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
        const int top = 15;
        var bottom = top + 5 + (int)Math.Ceiling(book.Document.FeeStructures.Count * 1.6);
        xml.WriteStartElement("xdr", "wsDr", ns);
        xml.WriteAttributeString("xmlns", "a", null, DrawingNamespace);
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>11</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{bottom}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"""));
        xml.WriteRaw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>");
        xml.WriteStartElement("xdr", "cNvPr", ns);
        xml.WriteAttributeString("id", "2");
        xml.WriteAttributeString("name", "Chart 1");
        xml.WriteAttributeString("descr", book.Texts["chart.alt"]);
        xml.WriteEndElement();
        xml.WriteRaw($"""<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{ChartNamespace}"><c:chart xmlns:c="{ChartNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="chart1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>""");
        xml.WriteEndElement();
    }

    private void Chart(XmlWriter xml)
    {
        xml.WriteStartElement("c", "chartSpace", ChartNamespace);
        xml.WriteAttributeString("xmlns", "a", null, DrawingNamespace);
        xml.WriteRaw("<c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1000\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1000\" b=\"1\"><a:solidFill><a:srgbClr val=\"15181C\"/></a:solidFill><a:latin typeface=\"Arial\"/></a:rPr>");
        xml.WriteElementString("a", "t", DrawingNamespace, book.Texts.Say(InThousands ? "chart.title.thousand" : "chart.title", book.Currency));
        xml.WriteRaw("</a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/><c:x val=\"0.34\"/><c:y val=\"0.1\"/><c:w val=\"0.62\"/><c:h val=\"0.76\"/></c:manualLayout></c:layout><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>");
        Series(xml, 0, "expectedCost", 4, "8C949D");
        Series(xml, 1, "expectedProfit", 5, "17324D");
        xml.WriteRaw("<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/><c:axId val=\"111\"/><c:axId val=\"112\"/></c:barChart>");
        xml.WriteRaw($"""<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{TextProperties}<c:crossAx val="112"/><c:tickLblSkip val="1"/></c:catAx>""");
        xml.WriteRaw($"""<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E5E8"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="{(InThousands ? "#,##0," : "#,##0")}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="high"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{TextProperties}<c:crossAx val="111"/></c:valAx></c:plotArea>""");
        xml.WriteRaw($"""<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{TextProperties}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>""");
        xml.WriteEndElement();
    }

    private static string TextProperties => """<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="15181C"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>""";

    private void Series(XmlWriter xml, int index, string figure, int column, string colour)
    {
        var count = book.Document.FeeStructures.Count;
        var head = $"{book.Fees.Prefix}${Sheet.Letters(column)}$7";
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx>"));
        Texts(xml, head, [book.Texts[$"fees.{figure}"]]);
        xml.WriteRaw($"</c:tx><c:spPr><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/><c:cat>");
        Texts(xml, fees.ResultArea(2), [.. Enumerable.Range(0, count).Select(i => SafeText.Of(FeeRows.NameOf(book, book.Document.FeeStructures[i], i)))]);
        xml.WriteRaw("</c:cat><c:val><c:numRef>");
        xml.WriteElementString("c", "f", ChartNamespace, fees.ResultArea(column));
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>"));
        for (var i = 0; i < count; i++)
        {
            if (fees.Result(i, figure) is { Word: null } cell)
                xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\"><c:v>{cell.Value:R}</c:v></c:pt>"));
        }

        xml.WriteRaw("</c:numCache></c:numRef></c:val></c:ser>");
    }

    private static void Texts(XmlWriter xml, string place, string[] texts)
    {
        xml.WriteRaw("<c:strRef>");
        xml.WriteElementString("c", "f", ChartNamespace, place);
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<c:strCache><c:ptCount val=\"{texts.Length}\"/>"));
        for (var i = 0; i < texts.Length; i++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<c:pt idx=\"{i}\">"));
            xml.WriteElementString("c", "v", ChartNamespace, texts[i]);
            xml.WriteRaw("</c:pt>");
        }

        xml.WriteRaw("</c:strCache></c:strRef>");
    }
}
