namespace Pricing.Documents.Pdf.Layout;

/// <summary>A table that runs over as many pages as it needs: heads repeat, rows stay whole, sums are carried over.</summary>
internal sealed class Table(IReadOnlyList<Column> columns)
{
    private const double HeadGap = 6.25;
    private const double BelowTable = 7;

    // A head repeats on every page, so it leaves room for rows on each.
    private const int MostHeadLines = 4;

    private readonly List<TableRow> rows = [];
    private bool isBelowHead;

    /// <summary>Words and formats of the lines that carry a sum over a page break; null for a table without sums.</summary>
    public CarryOver? CarryOver { get; init; }

    /// <summary>Rule under the last row.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>A note under the table, which stays with its last row; null for none.</summary>
    public string? Note { get; init; }

    public void Add(TableRow row) => rows.Add(row);

    public void Draw(Flow flow)
    {
        var heads = columns.Select(column => LineBreaker.Limited(column.Head, Style.Micro, column.Width, MostHeadLines)).ToArray();
        var headHeight = heads.Max(head => head.Count) * Style.Micro.Line + HeadGap + Style.HeadRule;
        var laid = rows.Select(row => new LaidRow(row, columns)).ToArray();
        var capacity = Grid.Bottom - Grid.Top - headHeight - 2 * LaidRow.LineHeight;
        var printed = 0m;
        var noteHeight = Note is null ? 0 : BelowTable + LineBreaker.Break(Note, Style.Micro, Grid.Width).Count * Style.Micro.Line;
        flow.Need(headHeight + Chain(laid, 0, capacity).Height + LaidRow.LineHeight);
        Open(flow, heads);

        for (var i = 0; i < laid.Length;)
        {
            var (count, height) = Chain(laid, i, capacity);
            var isLast = i + count == laid.Length || laid.Skip(i + count).All(row => row.Row.IsTotal);
            var reserve = CarryOver is null || isLast || laid[i].Row.IsTotal ? 0 : LaidRow.LineHeight;
            if (i + count == laid.Length && height + noteHeight <= capacity)
                reserve += noteHeight;
            if (height + reserve > flow.Room && i > 0)
                Break(flow, heads, printed, !laid[i].Row.IsTotal || printed != 0);
            for (var end = i + count; i < end; i++)
            {
                Draw(flow, laid[i], heads);
                printed += laid[i].Row.Amount;
            }
        }

        flow.Page.Close();
        if (IsClosed)
            flow.Rule(Grid.Left, Grid.Width, Style.Hairline, Style.Grid);
        if (Note is null)
            return;
        flow.Gap(BelowTable);
        flow.Note(Note);
    }

    // Rows that must stay together; one row alone, or the first lines of it, where they are longer than a page.
    private static (int Count, double Height) Chain(LaidRow[] laid, int first, double capacity)
    {
        if (laid.Length == 0)
            return (0, 0);
        var (count, height) = (1, laid[first].Height);
        while (laid[first + count - 1].Row.KeepsNext && first + count < laid.Length)
            height += laid[first + count++].Height;
        if (height <= capacity)
            return (count, height);
        return (1, laid[first].Height <= capacity ? laid[first].Height : LaidRow.LeastPart);
    }

    private void Draw(Flow flow, LaidRow row, List<TextLine>[] heads)
    {
        while (row.Height > flow.Room)
        {
            row = row.DrawPart(flow);
            Turn(flow, heads);
        }

        row.Draw(flow, hasRule: !isBelowHead);
        isBelowHead = false;
    }

    private void Break(Flow flow, List<TextLine>[] heads, decimal printed, bool carries)
    {
        if (CarryOver is not null && carries)
            new LaidRow(CarryOver.Below(columns.Count, printed), columns).Draw(flow, hasRule: true);
        var from = flow.Number;
        Turn(flow, heads);
        if (CarryOver is not null && carries)
        {
            new LaidRow(CarryOver.Above(columns.Count, printed, from), columns).Draw(flow, hasRule: false);
            isBelowHead = false;
        }
    }

    private void Turn(Flow flow, List<TextLine>[] heads)
    {
        flow.Page.Close();
        flow.NewPage();
        Open(flow, heads);
    }

    private void Open(Flow flow, List<TextLine>[] heads)
    {
        flow.Page.Open(Tag.Table);
        DrawHead(flow, heads);
    }

    private void DrawHead(Flow flow, List<TextLine>[] heads)
    {
        var height = heads.Max(head => head.Count) * Style.Micro.Line;
        var page = flow.Page;
        page.Tagged(Tag.Row, () =>
        {
            for (var i = 0; i < heads.Length; i++)
            {
                var (column, head) = (columns[i], heads[i]);
                page.Tagged(Tag.HeadCell, () =>
                {
                    for (var line = 0; line < head.Count; line++)
                        head[line].Draw(page, column.Edge, flow.Y + height - (head.Count - line) * Style.Micro.Line, Style.Text2, column.Anchor);
                });
            }
        });
        flow.Advance(height + HeadGap);
        flow.Rule(Grid.Left, Grid.Width, Style.HeadRule, Style.Ink);
        isBelowHead = true;
    }
}
