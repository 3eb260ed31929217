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
        flow.Page.Bookmarks.Add((title, 1));
        flow.Page.Tagged(Tag.Heading1, () =>
        {
            flow.Page.Text(Grid.Left, flow.Y + Style.Title.Baseline, number, Style.Title, colour);
            flow.Page.Text(Grid.Main, flow.Y + Style.Title.Baseline, Style.Title.Cut(title, Grid.MainWidth), Style.Title, Style.Ink);
        });
        flow.Advance(Style.Title.Line + 28);
    }

    public static void Subheading(this Flow flow, string title, double needed)
    {
        var lines = LineBreaker.Limited(title, Style.Subtitle, Grid.MainWidth, most: 2);
        flow.Need(lines.Count * Style.Subtitle.Line + 14 + needed);
        var (page, top) = (flow.Page, flow.Y);
        page.Bookmarks.Add((string.Join(' ', lines.Select(line => line.Words)), 2));
        page.Tagged(Tag.Heading2, () =>
        {
            for (var i = 0; i < lines.Count; i++)
                lines[i].Draw(page, Grid.Main, top + i * Style.Subtitle.Line, Style.Ink);
        });
        flow.Advance(lines.Count * Style.Subtitle.Line + 14);
    }

    /// <summary>A small heading above a table.</summary>
    public static void Caption(this Flow flow, string title)
    {
        flow.Need(Style.Strong.Line + 84);
        flow.Lines(LineBreaker.Limited(title, Style.Strong, Grid.Width, most: 2), Grid.Left, Style.Strong.Line, Style.Ink);
        flow.Advance(10.5);
    }

    public static void Lead(this Flow flow, string text) =>
        flow.Lines(LineBreaker.Break(text, Style.Lead, Grid.MainWidth), Grid.Main, Style.Lead.Line, Style.Ink);

    /// <summary>A note under a table or chart.</summary>
    public static void Note(this Flow flow, string text, double x = Grid.Left, double width = Grid.Width) =>
        flow.Lines(LineBreaker.Break(text, Style.Micro, width), x, Style.Micro.Line, Style.Text2);

    public static void LabelRow(this Flow flow, string label, string text, string? note = null, string? lead = null, double below = BelowText) =>
        flow.LabelRow(label, note, [new Paragraph(lead is null ? [new(text, Style.Text)] : [new($"{lead} ", Style.Strong), new(text, Style.Text)])], below: below);

    /// <summary>A rule, the label in the margin column and text beside it. It moves whole to the next page unless it is longer than one.</summary>
    public static void LabelRow(this Flow flow, string label, string? note, IReadOnlyList<Paragraph> text, bool hasRule = true, double below = BelowText)
    {
        var side = new SideLabel(label, note);
        // A label that is cut stands whole before the text.
        var lines = LineBreaker.Break(side.IsCut ? [Paragraph.Of($"{label} {note}", Style.Strong), .. text] : text, Grid.MainWidth);
        var height = (hasRule ? Style.Hairline : 0) + AboveText + Math.Max(Height(lines), side.Height);
        flow.Need(height <= Grid.Bottom - Grid.Top ? height : Math.Max(side.Height, LeastPart));
        if (hasRule)
            flow.RuleAbove();

        var (top, number) = (flow.Y, flow.Number);
        side.Draw(flow.Page, top);
        flow.Lines(lines, Grid.Main, Style.Text.Line, Style.Ink);
        if (flow.Number == number)
            flow.Advance(Math.Max(0, top + side.Height - flow.Y));
        flow.Advance(below);
    }

    /// <summary>A label row whose items stand in two columns, each after a dash; in one where they do not fit on a page.</summary>
    public static void ListRow(this Flow flow, string label, string? note, IReadOnlyList<IReadOnlyList<Paragraph>> items)
    {
        var width = (Grid.MainWidth - Grid.Gutter) / 2;
        var listed = items.Select(Listed).ToArray();
        var first = (items.Count + 1) / 2;
        List<TextLine>[] columns = [Lines(listed[..first], width), Lines(listed[first..], width)];
        var height = columns.Max(Height);
        if (items.Count == 1 || height > Grid.Bottom - Grid.Top - AboveText)
        {
            flow.LabelRow(label, note, [.. listed.SelectMany(item => item)]);
            return;
        }

        var side = new SideLabel(label, note);
        flow.Need(Style.Hairline + AboveText + Math.Max(height, side.Height));
        flow.RuleAbove();
        var (page, top) = (flow.Page, flow.Y);
        side.Draw(page, top);
        page.Tagged(Tag.Paragraph, () =>
        {
            for (var column = 0; column < columns.Length; column++)
                DrawAt(page, columns[column], Grid.Main + column * (width + Grid.Gutter), top);
        });
        flow.Advance(Math.Max(height, side.Height) + BelowText);

        static List<TextLine> Lines(IEnumerable<IReadOnlyList<Paragraph>> items, double width) =>
            LineBreaker.Break([.. items.SelectMany(item => item).Select(paragraph => paragraph with { Above = 0 })], width);
    }

    /// <summary>Labels with their texts in two columns, each under a rule, pair by pair.</summary>
    public static void PairRows(this Flow flow, IReadOnlyList<(string Label, IReadOnlyList<Paragraph> Text)> cells)
    {
        const double width = (Grid.Width - Grid.Gutter) / 2;
        const double labelWidth = 66;
        foreach (var pair in cells.Chunk(2))
        {
            var laid = pair.Select(cell => (
                Labels: LineBreaker.Break(cell.Label, Style.Strong, labelWidth), Lines: LineBreaker.Break(cell.Text, width - labelWidth - 10.5))).ToArray();
            var height = laid.Max(cell => Math.Max(Height(cell.Lines), cell.Labels.Count * Style.Strong.Line));
            if (AboveText + height > Grid.Bottom - Grid.Top)
            {
                foreach (var (label, text) in pair)
                    flow.LabelRow(label, null, text);
                continue;
            }

            flow.Need(AboveText + height);
            for (var i = 0; i < laid.Length; i++)
            {
                var (page, left, top, cell) = (flow.Page, Grid.Left + i * (width + Grid.Gutter), flow.Y, laid[i]);
                page.Line(left, top + Style.Hairline / 2, left + width, top + Style.Hairline / 2, new(Style.Rule, Style.Hairline));
                page.Tagged(Tag.Paragraph, () =>
                {
                    DrawAt(page, cell.Labels, left, top + AboveText + Style.Hairline);
                    DrawAt(page, cell.Lines, left + labelWidth + 10.5, top + AboveText + Style.Hairline);
                });
            }

            flow.Advance(AboveText + Style.Hairline + height + BelowText);
        }
    }

    private static void RuleAbove(this Flow flow)
    {
        flow.Rule(Grid.Left, Grid.Width, Style.Hairline, Style.Rule);
        flow.Advance(AboveText);
    }

    private static IReadOnlyList<Paragraph> Listed(IReadOnlyList<Paragraph> item) =>
    [
        .. item.Select((paragraph, i) => paragraph with { Indent = paragraph.Indent + 10.5, Marker = paragraph.Marker ?? (i == 0 ? "\u2013" : null), Above = 0 }),
    ];

    private static void DrawAt(Page page, IReadOnlyList<TextLine> lines, double x, double top)
    {
        foreach (var line in lines)
        {
            top += line.Above;
            line.Draw(page, x, top, Style.Ink);
            top += Style.Text.Line;
        }
    }

    /// <summary>Height of lines of text one below the other.</summary>
    public static double Height(IReadOnlyList<TextLine> lines) => lines.Sum(line => Style.Text.Line + line.Above);
}
