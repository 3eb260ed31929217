namespace Pricing.Documents.Pdf.Layout;

/// <summary>A label and a small note in the margin column.</summary>
internal sealed class SideLabel(string label, string? note)
{
    private readonly List<TextLine> labels = LineBreaker.Break(label, Style.Strong, Grid.MarginWidth);
    private readonly List<TextLine> notes = note is null ? [] : LineBreaker.Break(note, Style.Micro, Grid.MarginWidth);

    public double Height => labels.Count * Style.Strong.Line + notes.Count * Style.Micro.Line;

    public void Draw(Page page, double top) => page.Tagged(Tag.Paragraph, () =>
    {
        for (var i = 0; i < labels.Count; i++)
            labels[i].Draw(page, Grid.Left, top + i * Style.Strong.Line, Style.Ink);
        for (var i = 0; i < notes.Count; i++)
            notes[i].Draw(page, Grid.Left, top + labels.Count * Style.Strong.Line + i * Style.Micro.Line, Style.Text2);
    });
}
