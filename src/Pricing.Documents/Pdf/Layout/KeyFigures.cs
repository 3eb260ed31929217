namespace Pricing.Documents.Pdf.Layout;

/// <summary>Up to three figures side by side in one size, each under a heavy rule with its label and a note.</summary>
internal static class KeyFigures
{
    private const double Width = 152;
    private const double Height = 73.5;
    private const int MostNoteLines = 2;

    /// <summary>Figures whose units stand with them, however wide they are.</summary>
    public static void Draw(Flow flow, IReadOnlyList<(string Label, string Figure, string Note)> figures) =>
        Draw(flow, "", [.. figures.Select(figure => new KeyFigure(figure.Label, figure.Figure, null, figure.Note))]);

    /// <summary>Figures that may leave their unit to their labels.</summary>
    public static void Draw(Flow flow, string unit, IReadOnlyList<KeyFigure> figures)
    {
        // Where a figure is too wide with its unit, all name the unit in their labels; where it still is, all are smaller.
        var isShort = figures.Any(figure => Style.Title.Width(figure.Figure) > Width);
        var texts = figures.Select(figure => isShort ? figure.Number ?? figure.Figure : figure.Figure).ToArray();
        var size = TextStyle.Fitting(texts.MaxBy(Style.Title.Width)!, Width, Style.Title, Style.Subtitle, Style.Lead, Style.Text);
        var notes = figures.Select(figure => LineBreaker.Limited(figure.Note, Style.Micro, Width, MostNoteLines)).ToArray();
        var height = Height + (notes.Max(note => note.Count) - 1) * Style.Micro.Line;
        flow.Need(height);
        for (var i = 0; i < figures.Count; i++)
        {
            var label = isShort && figures[i].Number is not null ? $"{figures[i].Label}, {unit}" : figures[i].Label;
            Draw(flow.Page, Grid.Left + i * (Width + Grid.Gutter), flow.Y, (label, texts[i], notes[i]), size);
        }

        flow.Advance(height);
    }

    private static void Draw(Page page, double x, double y, (string Label, string Figure, List<TextLine> Note) figure, TextStyle size)
    {
        page.Line(x, y + Style.HeavyRule / 2, x + Width, y + Style.HeavyRule / 2, new(Style.Ink, Style.HeavyRule));
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(x, y + 6.5 + Style.Strong.Baseline, Style.Strong.Cut(figure.Label, Width), Style.Strong, Style.Ink);
            page.Text(x, y + 27.5 + Style.Title.Baseline, size.Cut(figure.Figure, Width), size, Style.Ink);
            for (var i = 0; i < figure.Note.Count; i++)
                figure.Note[i].Draw(page, x, y + 62.5 + i * Style.Micro.Line, Style.Text2);
        });
    }
}

/// <summary>A figure that stands out.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Figure">The figure with its unit.</param>
/// <param name="Number">The figure without it; null where it has none.</param>
/// <param name="Note">What it rests on.</param>
internal sealed record KeyFigure(string Label, string Figure, string? Number, string Note);
