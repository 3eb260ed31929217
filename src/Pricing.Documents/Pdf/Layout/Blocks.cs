using Pricing.Documents.Pdf.Engine;

namespace Pricing.Documents.Pdf.Layout;

/// <summary>The blocks that sections are made of.</summary>
internal static class Blocks
{
    private const double AboveText = 6.5;
    private const double BelowText = 14;
    private const double LeastPart = 84;

    /// <summary>Number in the margin column, title in the main one.</summary>
    public static void Heading(this Flow flow, string number, string title, Colour colour)
    {
        flow.Page.Bookmarks.Add(title);
        flow.Page.Tagged(Tag.Heading1, () =>
        {
            flow.Page.Text(Grid.Left, flow.Y + Style.Title.Baseline, number, Style.Title, colour);
            flow.Page.Text(Grid.Main, flow.Y + Style.Title.Baseline, Style.Title.Cut(title, Grid.MainWidth), Style.Title, Style.Ink);
        });
        flow.Advance(Style.Title.Line + 28);
    }

    public static void Subheading(this Flow flow, string title, double needed)
    {
        flow.Need(Style.Subtitle.Line + 14 + needed);
        flow.Page.Tagged(Tag.Heading2, () => flow.Page.Text(Grid.Main, flow.Y + Style.Subtitle.Baseline, title, Style.Subtitle, Style.Ink));
        flow.Advance(Style.Subtitle.Line + 14);
    }

    public static void Lead(this Flow flow, string text) =>
        flow.Lines(LineBreaker.Break(text, Style.Lead, Grid.MainWidth), Grid.Main, Style.Lead.Line, Style.Ink);

    /// <summary>A note under a table or chart.</summary>
    public static void Note(this Flow flow, string text, double x = Grid.Left, double width = Grid.Width) =>
        flow.Lines(LineBreaker.Break(text, Style.Micro, width), x, Style.Micro.Line, Style.Text2);

    public static void LabelRow(this Flow flow, string label, string text, string? note = null, string? lead = null, double below = BelowText) =>
        flow.LabelRow(label, note, lead is null ? [new(text, Style.Text)] : [new($"{lead} ", Style.Strong), new(text, Style.Text)], below: below);

    /// <summary>A rule, the label in the margin column and text beside it. It moves whole to the next page unless it is longer than one.</summary>
    public static void LabelRow(this Flow flow, string label, string? note, IReadOnlyList<TextRun> text, bool hasRule = true, double below = BelowText)
    {
        var lines = LineBreaker.Break(text, Grid.MainWidth);
        var labels = LineBreaker.Break(label, Style.Strong, Grid.MarginWidth);
        var notes = note is null ? [] : LineBreaker.Break(note, Style.Micro, Grid.MarginWidth);
        var beside = labels.Count * Style.Strong.Line + notes.Count * Style.Micro.Line;
        var height = AboveText + Math.Max(lines.Count * Style.Text.Line, beside);
        flow.Need(height <= Grid.Bottom - Grid.Top ? height : Math.Max(beside, LeastPart));

        if (hasRule)
        {
            flow.Rule(Grid.Left, Grid.Width, Style.Hairline, Style.Rule);
            flow.Advance(AboveText);
        }

        var (page, top, number) = (flow.Page, flow.Y, flow.Number);
        page.Tagged(Tag.Paragraph, () =>
        {
            for (var i = 0; i < labels.Count; i++)
                labels[i].Draw(page, Grid.Left, top + i * Style.Strong.Line, Style.Ink);
            for (var i = 0; i < notes.Count; i++)
                notes[i].Draw(page, Grid.Left, top + labels.Count * Style.Strong.Line + i * Style.Micro.Line, Style.Text2);
        });
        flow.Lines(lines, Grid.Main, Style.Text.Line, Style.Ink);
        if (flow.Number == number)
            flow.Advance(Math.Max(0, top + beside - flow.Y));
        flow.Advance(below);
    }
}
