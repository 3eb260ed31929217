namespace Pricing.Documents.Pdf.Layout;

/// <summary>A label and a small note in the margin column.</summary>
internal sealed class SideLabel(string label, string? note)
{
    private const int MostLines = 8;

    private readonly List<TextLine> labels = LineBreaker.Limited(label, Style.Strong, Grid.MarginWidth, MostLines);
    private readonly List<TextLine> notes = note is null ? [] : LineBreaker.Limited(note, Style.Micro, Grid.MarginWidth, MostLines);

    /// <summary>Whether the column does not hold all of it.</summary>
    public bool IsCut { get; } =
        LineBreaker.Break(label, Style.Strong, Grid.MarginWidth).Count > MostLines || note is not null && LineBreaker.Break(note, Style.Micro, Grid.MarginWidth).Count > MostLines;

    public double Height => labels.Count * Style.Strong.Line + notes.Count * Style.Micro.Line;

    public void Draw(Page page, double top) => page.Tagged(Tag.Paragraph, () =>
    {
        for (var i = 0; i < labels.Count; i++)
            labels[i].Draw(page, Grid.Left, top + i * Style.Strong.Line, Style.Ink);
        for (var i = 0; i < notes.Count; i++)
            notes[i].Draw(page, Grid.Left, top + labels.Count * Style.Strong.Line + i * Style.Micro.Line, Style.Text2);
    });
}
