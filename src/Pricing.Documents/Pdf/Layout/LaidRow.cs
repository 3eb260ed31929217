namespace Pricing.Documents.Pdf.Layout;

/// <summary>A table row broken into lines.</summary>
internal sealed class LaidRow
{
    public const double LineHeight = 21;

    /// <summary>Least height at which a row longer than a page begins on one.</summary>
    public const double LeastPart = 84;

    private const double Padding = 3.25;
    private const double BelowNote = 3;

    private readonly IReadOnlyList<Column> columns;
    private readonly List<TextLine>[] cells;
    private readonly List<TextLine> notes;
    private readonly bool isRest;

    public LaidRow(TableRow row, IReadOnlyList<Column> columns)
        : this(row, columns, [.. row.Cells.Select((cell, i) => Lines(row, cell, columns[i], i))], row.Note is null ? [] : LineBreaker.Break(row.Note, Style.Micro, columns[1].Width))
    {
    }

    private LaidRow(TableRow row, IReadOnlyList<Column> columns, List<TextLine>[] cells, List<TextLine> notes, bool isRest = false) =>
        (Row, this.columns, this.cells, this.notes, this.isRest) = (row, columns, cells, notes, isRest);

    public TableRow Row { get; }

    public double Height => Above + Style.Hairline + 2 * Padding + TextHeight;

    private double Above => isRest ? 0 : Row.Above;

    private double TextHeight
    {
        get
        {
            var noted = notes.Count == 0 ? 0 : cells[1].Count * Style.Text.Line + notes.Count * Style.Micro.Line + BelowNote;
            return Math.Max(noted, cells.Max(cell => cell.Count) * Style.Text.Line);
        }
    }

    public void Draw(Flow flow, bool hasRule)
    {
        flow.Advance(Above);
        if (Row.Rule is { } rule && hasRule && !isRest)
            flow.Page.Line(Row.RuleFrom, flow.Y, Grid.Right, flow.Y, rule);
        flow.Advance(Style.Hairline + Padding);
        var (page, top) = (flow.Page, flow.Y);
        page.Tagged(Tag.Row, () =>
        {
            for (var i = 0; i < cells.Length; i++)
                DrawCell(page, i, top);
        });
        flow.Advance(TextHeight + Padding);
    }

    /// <summary>Draws what fits of a row longer than the page and gives the rest as a row of its own.</summary>
    public LaidRow DrawPart(Flow flow)
    {
        var room = flow.Room - Above - Style.Hairline - 2 * Padding - BelowNote;
        var fitting = Math.Max(0, (int)(room / Style.Text.Line));
        if (fitting == 0)
            return this;
        var fittingNotes = Math.Max(0, (int)((room - cells[1].Count * Style.Text.Line) / Style.Micro.Line));
        new LaidRow(Row, columns, [.. cells.Select(cell => cell.Take(fitting).ToList())], [.. notes.Take(fittingNotes)], isRest).Draw(flow, hasRule: true);
        return new(Row with { HasBox = false }, columns, [.. cells.Select(cell => cell.Skip(fitting).ToList())], [.. notes.Skip(fittingNotes)], isRest: true);
    }

    private static List<TextLine> Lines(TableRow row, string cell, Column column, int index) =>
        cell.Length == 0 ? [] : LineBreaker.Break(cell, row.StyleOf(index), column.Width - (row.HasBox && index == 0 ? 16 : 0));

    private void DrawCell(Page page, int index, double top)
    {
        var column = columns[index];
        var indent = 0.0;
        if (Row.HasBox && index == 0)
        {
            page.Rectangle(column.X + 0.375, top + 2.5, 9, 9, null, new(Style.Ink, 0.75));
            indent = 16;
        }

        page.Tagged(Tag.Cell, () =>
        {
            for (var line = 0; line < cells[index].Count; line++)
                cells[index][line].Draw(page, column.Edge + indent, top + line * Style.Text.Line, Row.Colour, column.Anchor);
            for (var line = 0; index == 1 && line < notes.Count; line++)
                notes[line].Draw(page, column.Edge, top + cells[1].Count * Style.Text.Line + line * Style.Micro.Line, Style.Text2, column.Anchor);
        });
    }
}
