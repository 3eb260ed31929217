namespace Pricing.Documents.Pdf.Engine;

internal static class PdfFinish
{
    public static byte[] Of(byte[] raw, PdfProperties properties) => raw;
}
