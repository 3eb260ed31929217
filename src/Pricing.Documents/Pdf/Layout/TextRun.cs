namespace Pricing.Documents.Pdf.Layout;

/// <summary>Text of one style inside a paragraph or line.</summary>
internal sealed record TextRun(string Words, TextStyle Style)
{
    public double Width => Style.Width(Words);
}
