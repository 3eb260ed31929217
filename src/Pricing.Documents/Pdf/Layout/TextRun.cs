namespace Pricing.Documents.Pdf.Layout;

/// <summary>Text of one style inside a paragraph or line.</summary>
/// <param name="Words">The words.</param>
/// <param name="Style">Their style.</param>
/// <param name="Link">Address they lead to; null for none.</param>
internal sealed record TextRun(string Words, TextStyle Style, string? Link = null)
{
    public double Width => Style.Width(Words);
}

/// <summary>Runs that are broken into lines together.</summary>
/// <param name="Runs">Its text; never empty.</param>
internal sealed record Paragraph(IReadOnlyList<TextRun> Runs)
{
    /// <summary>How far its lines stand in.</summary>
    public double Indent { get; init; }

    /// <summary>A dash or number before its first line, in the indent.</summary>
    public string? Marker { get; init; }

    /// <summary>White space above it where it follows another.</summary>
    public double Above { get; init; }

    /// <summary>A paragraph of one style.</summary>
    public static Paragraph Of(string words, TextStyle style) => new([new(words, style)]);
}
