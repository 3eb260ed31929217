using System.Globalization;
using System.Security;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>The metadata packet, with every text escaped.</summary>
internal static class PdfMetadata
{
    public static string Of(PdfProperties properties)
    {
        var day = properties.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
                  <dc:format>application/pdf</dc:format>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(properties.Title)}</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(properties.Author)}</rdf:li></rdf:Seq></dc:creator>
                  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(properties.Subject)}</rdf:li></rdf:Alt></dc:description>
                  <dc:language><rdf:Bag><rdf:li>{properties.Language}</rdf:li></rdf:Bag></dc:language>
                  <xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
                  <xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
                  <pdf:Keywords>{SecurityElement.Escape(properties.Keywords)}</pdf:Keywords>
                  {Hash(properties)}
                  <pdf:Producer>PDFsharp</pdf:Producer>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    // The hash in the form of an identifier, and under the name that the document's information gives it.
    private static string Hash(PdfProperties properties) => properties.ContentHash is { } hash
        ? $"<dc:identifier>sha256:{SecurityElement.Escape(hash)}</dc:identifier><pdfx:ContentHash>{SecurityElement.Escape(hash)}</pdfx:ContentHash>"
        : "";
}
