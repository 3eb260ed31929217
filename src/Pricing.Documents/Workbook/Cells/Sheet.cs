using System.Globalization;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Workbook.Cells;

/// <summary>What stands in a cell: a number, a text or a formula with its value.</summary>
internal readonly record struct Cell(CellFormat Format, double Number, string? Word, string? Formula);

/// <summary>A cell that formulas may refer to.</summary>
internal readonly record struct CellRef(Sheet Sheet, int Row, int Column, double Value, string? Word)
{
    /// <summary>Absolute reference.</summary>
    public Formula Fixed => new(FormattableString.Invariant($"{Sheet.Prefix}${Sheet.Letters(Column)}${Row}"), Value, Rank.Atom, Word);

    /// <summary>Where it stands, for people.</summary>
    public string Place => FormattableString.Invariant($"{Sheet.Name}!{Sheet.Letters(Column)}{Row}");

    public Formula Is(Formula other) => ((Formula)this).Is(other);

    public static implicit operator Formula(CellRef cell) =>
        new(string.Concat(cell.Sheet.Prefix, Sheet.Letters(cell.Column), cell.Row.ToString(CultureInfo.InvariantCulture)), cell.Value, Rank.Atom, cell.Word);
}

/// <summary>Which figures an input takes.</summary>
internal readonly record struct InputRule(double Least, double Most, bool IsWhole = false);

/// <summary>A sheet in the making.</summary>
internal sealed class Sheet(string name)
{
    private const double RowHeight = 18;
    private const double LineHeight = 13;
    private const double MostHeight = 409;
    private const int ShortWord = 6;

    // A width counts digits of the sheet's font; an indent and the edges take their share.
    private const double PointsOfDigit = 5.25;
    private const double CellPadding = 12;

    // Of our own font, which is a little wider than the sheet's.
    private static readonly TextStyle Plain = new(10, LineHeight, Weight.Regular), Bold = new(10, LineHeight, Weight.SemiBold);

    private static readonly string[] Columns = [.. Enumerable.Range(0, 500).Select(LettersOf)];

    // By row and column, both from 1; the largest engagement fills more than half a million cells.
    private readonly List<Cell?[]?> rows = [];

    public string Name { get; } = name;

    public string Prefix { get; } = $"'{name}'!";

    /// <summary>The rows that hold anything, with what they hold.</summary>
    public IEnumerable<(int Row, IEnumerable<(int Column, Cell Cell)> Cells)> Rows
    {
        get
        {
            for (var row = 1; row < rows.Count; row++)
            {
                if (rows[row] is { } cells)
                    yield return (row, Filled(cells));
            }
        }
    }

    public SortedDictionary<int, double> Widths { get; } = [];

    public Dictionary<int, double> Heights { get; } = [];

    /// <summary>First row and column that scroll.</summary>
    public (int Row, int Column) Frozen { get; set; } = (7, 1);

    /// <summary>Rows that repeat on every printed page.</summary>
    public (int First, int Last) PrintTitles { get; set; } = (2, 3);

    /// <summary>Last row that is printed; null for all.</summary>
    public int? LastPrinted { get; set; }

    public List<(CellRef Cell, InputRule Rule)> Rules { get; } = [];

    public List<string> CheckAreas { get; } = [];

    public int LastRow => Math.Max(1, rows.Count - 1);

    public int LastColumn { get; private set; } = 1;

    public static string Letters(int column) => column < Columns.Length ? Columns[column] : LettersOf(column);

    /// <summary>Height in points that shows all words of the wrapped cells of a row; programs do not reckon it for a file that states heights.</summary>
    public double HeightOf(int row)
    {
        var lines = 1;
        foreach (var (column, cell) in rows[row] is { } cells ? Filled(cells) : [])
        {
            if (cell is { Format.Wrapped: true, Word: { Length: > ShortWord } words } && Widths.TryGetValue(column, out var width))
                lines = Math.Max(lines, LineBreaker.Break(words, cell.Format.Look is Look.Head or Look.HeadRight or Look.TotalLabel ? Bold : Plain, width * PointsOfDigit - CellPadding).Count);
        }

        return lines == 1 ? RowHeight : Math.Min(MostHeight, lines * LineHeight + RowHeight - LineHeight);
    }

    /// <summary>Sets the widths of the columns from B on.</summary>
    public void Width(params ReadOnlySpan<double> widths)
    {
        Widths[1] = 2;
        for (var i = 0; i < widths.Length; i++)
            Widths[i + 2] = widths[i];
    }

    public CellRef Text(int row, int column, string text, Look look = Look.Label, bool wrapped = false)
    {
        var clean = SafeText.Of(text);
        Place(row, column, new(new(look, Number.Text, SafeText.LooksLikeFormula(clean), wrapped), 0, clean, null));
        return new(this, row, column, 0, clean);
    }

    public CellRef Figure(int row, int column, double value, Number number, Look look = Look.Data)
    {
        Place(row, column, new(new(look, number), value, null, null));
        return new(this, row, column, value, null);
    }

    public CellRef Input(int row, int column, decimal value, Number number, InputRule? rule = null)
    {
        var cell = Figure(row, column, (double)value, number, Look.Input);
        if (rule is { } given)
            Rules.Add((cell, given));
        return cell;
    }

    public CellRef Put(int row, int column, Formula formula, Number number, Look look = Look.Calculated)
    {
        Place(row, column, new(new(look, number), formula.Value, formula.Word, formula.Text.Replace(Prefix, "", StringComparison.Ordinal)));
        return new(this, row, column, formula.Value, formula.Word);
    }

    /// <summary>A row of heads: texts are left, those marked with &gt; right.</summary>
    public void Heads(int row, int column, params ReadOnlySpan<string> heads)
    {
        foreach (var head in heads)
        {
            var isRight = head.StartsWith('>');
            Text(row, column++, isRight ? head[1..] : head, isRight ? Look.HeadRight : Look.Head, wrapped: true);
        }
    }

    /// <summary>The range from one cell to another; cells without a figure count as 0.</summary>
    public Vector Range(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        var values = new double[(lastRow - firstRow + 1) * (lastColumn - firstColumn + 1)];
        var words = new string?[values.Length];
        var next = 0;
        for (var row = firstRow; row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++, next++)
            {
                if (At(row, column) is { } cell)
                    (values[next], words[next]) = (cell.Number, cell.Word);
            }
        }

        return new(FormattableString.Invariant($"{Prefix}{Area(firstRow, firstColumn, lastRow, lastColumn)}"), values, words);
    }

    public Vector Column(int column, int firstRow, int lastRow) => Range(firstRow, column, lastRow, column);

    public static string Area(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        FormattableString.Invariant($"${Letters(firstColumn)}${firstRow}:${Letters(lastColumn)}${lastRow}");

    /// <summary>What stands in a cell; null where nothing does.</summary>
    public Cell? At(int row, int column) => row < rows.Count && rows[row] is { } cells && column < cells.Length ? cells[column] : null;

    /// <summary>A reference to a cell that has been filled.</summary>
    public CellRef Ref(int row, int column) => At(row, column) is { } cell ? new(this, row, column, cell.Number, cell.Word) : new(this, row, column, 0, null);

    private static IEnumerable<(int, Cell)> Filled(Cell?[] cells)
    {
        for (var column = 1; column < cells.Length; column++)
        {
            if (cells[column] is { } cell)
                yield return (column, cell);
        }
    }

    private void Place(int row, int column, Cell cell)
    {
        while (rows.Count <= row)
            rows.Add(null);
        var cells = rows[row] ?? [];
        if (cells.Length <= column)
            Array.Resize(ref cells, Math.Max(column + 1, Math.Max(20, cells.Length * 2)));
        cells[column] = cell;
        rows[row] = cells;
        LastColumn = Math.Max(LastColumn, column);
    }

    private static string LettersOf(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
