using System.Globalization;
using System.Xml;

namespace Pricing.Documents.Workbook.Package;

/// <summary>The table of texts that cells refer to by number.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int uses;

    public int Of(string text)
    {
        uses++;
        if (numbers.TryGetValue(text, out var number))
            return number;
        numbers.Add(text, texts.Count);
        texts.Add(text);
        return texts.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        const string ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        xml.WriteStartElement("sst", ns);
        xml.WriteAttributeString("count", uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var text in texts)
        {
            xml.WriteStartElement("si", ns);
            xml.WriteStartElement("t", ns);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
