using PdfSharp.Fonts;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Gives the PDF library the embedded fonts, so that none needs installing.</summary>
/// <remarks>The library knows a bold face but no light one: each weight is a family of its own.</remarks>
internal sealed class EmbeddedFonts : IFontResolver
{
    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        Enum.TryParse<Weight>(familyName, out _) ? new(familyName) : null;

    public byte[]? GetFont(string faceName) =>
        Enum.TryParse<Weight>(faceName, out var weight) ? Typeface.Of(weight).Bytes : null;
}
