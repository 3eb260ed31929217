using System.Globalization;

namespace Pricing.Documents.Workbook.Cells;

/// <summary>How tightly the outermost operator of a formula binds.</summary>
internal enum Rank
{
    Comparison,
    Sum,
    Product,
    Power,
    Atom,
}

/// <summary>A spreadsheet formula together with what it yields, so that both come from one expression.</summary>
/// <remarks>
/// The value is computed in doubles as a spreadsheet would; it becomes the cached value of the cell. References always name
/// their sheet; <see cref="Sheet"/> drops the name where a formula stands on that sheet.
/// </remarks>
internal readonly struct Formula(string text, double value, Rank rank = Rank.Atom, string? word = null)
{
    public string Text { get; } = text;

    public double Value { get; } = value;

    /// <summary>The text it yields; null where it yields a number.</summary>
    public string? Word { get; } = word;

    public bool IsTrue => Value != 0;

    private Rank Rank { get; } = rank;

    public static implicit operator Formula(int constant) => new(constant.ToString(CultureInfo.InvariantCulture), constant);

    public static implicit operator Formula(double constant) => new(constant.ToString("R", CultureInfo.InvariantCulture), constant);

    public static Formula operator +(Formula left, Formula right) => Join("+", Rank.Sum, left, right, left.Value + right.Value);

    public static Formula operator -(Formula left, Formula right) => Join("-", Rank.Sum, left, right, left.Value - right.Value);

    public static Formula operator *(Formula left, Formula right) => Join("*", Rank.Product, left, right, left.Value * right.Value);

    public static Formula operator /(Formula left, Formula right) => Join("/", Rank.Product, left, right, left.Value / right.Value);

    public static Formula operator <(Formula left, Formula right) => Join("<", Rank.Comparison, left, right, left.Value < right.Value ? 1 : 0);

    public static Formula operator >(Formula left, Formula right) => Join(">", Rank.Comparison, left, right, left.Value > right.Value ? 1 : 0);

    public static Formula operator <=(Formula left, Formula right) => Join("<=", Rank.Comparison, left, right, left.Value <= right.Value ? 1 : 0);

    public static Formula operator >=(Formula left, Formula right) => Join(">=", Rank.Comparison, left, right, left.Value >= right.Value ? 1 : 0);

    public Formula Is(Formula other) =>
        Join("=", Rank.Comparison, this, other, (Word is null && other.Word is null ? Value == other.Value : Word == other.Word) ? 1 : 0);

    public Formula ToPower(Formula exponent) => Join("^", Rank.Power, this, exponent, Math.Pow(Value, exponent.Value));

    /// <summary>A text constant of ours; text of a document never goes into a formula.</summary>
    public static Formula Literal(string word) => new($"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", 0, Rank.Atom, word);

    public string In(Rank least) => Rank >= least ? Text : $"({Text})";

    // The right operand of equal rank keeps its brackets: the order of evaluation is part of the figure.
    private static Formula Join(string sign, Rank rank, Formula left, Formula right, double value) =>
        new(string.Concat(left.In(rank), sign, right.In(rank + 1)), value, rank);
}
