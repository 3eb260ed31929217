namespace Pricing.Documents.ClientPages;

/// <summary>The typeface of documents for pages, so that they ask no other server for it.</summary>
public static class PageFonts
{
    /// <summary>File of a weight, 300, 400 or 600; null for any other.</summary>
    public static byte[]? File(int weight) => weight switch
    {
        300 => Typeface.Of(Weight.Light).Bytes,
        400 => Typeface.Of(Weight.Regular).Bytes,
        600 => Typeface.Of(Weight.SemiBold).Bytes,
        _ => null,
    };
}
