namespace Pricing.Documents.Pdf.Layout;

/// <summary>Up to three figures side by side, each under a heavy rule with its label and a note.</summary>
internal static class KeyFigures
{
    private const double Width = 152;
    private const double Height = 73.5;

    public static void Draw(Flow flow, IReadOnlyList<(string Label, string Figure, string Note)> figures)
    {
        flow.Need(Height);
        for (var i = 0; i < figures.Count; i++)
            Draw(flow.Page, Grid.Left + i * (Width + Grid.Gutter), flow.Y, figures[i]);
        flow.Advance(Height);
    }

    private static void Draw(Page page, double x, double y, (string Label, string Figure, string Note) figure)
    {
        page.Line(x, y + Style.HeavyRule / 2, x + Width, y + Style.HeavyRule / 2, new(Style.Ink, Style.HeavyRule));
        var size = TextStyle.Fitting(figure.Figure, Width, Style.Title, Style.Subtitle, Style.Lead, Style.Text);
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(x, y + 6.5 + Style.Strong.Baseline, Style.Strong.Cut(figure.Label, Width), Style.Strong, Style.Ink);
            page.Text(x, y + 27.5 + Style.Title.Baseline, size.Cut(figure.Figure, Width), size, Style.Ink);
            page.Text(x, y + 62.5 + Style.Micro.Baseline, Style.Micro.Cut(Legible.Of(figure.Note), Width), Style.Micro, Style.Text2);
        });
    }
}
