namespace Pricing.Documents.Workbook.Cells;

/// <summary>A range, or arithmetic over ranges of one shape, for use within SUM, SUMPRODUCT and the like.</summary>
/// <remarks>SUMPRODUCT evaluates such arithmetic element by element in every spreadsheet program, without array formulas.</remarks>
internal sealed class Vector(string text, double[] values, string?[]? words = null, Rank rank = Rank.Atom)
{
    public string Text { get; } = text;

    public double[] Values { get; } = values;

    /// <summary>Texts of the cells; null where the range was computed.</summary>
    public string?[]? Words { get; } = words;

    private Rank Rank { get; } = rank;

    public static Vector operator +(Vector left, Vector right) => Join("+", Rank.Sum, left, right, static (a, b) => a + b);

    public static Vector operator -(Vector left, Vector right) => Join("-", Rank.Sum, left, right, static (a, b) => a - b);

    public static Vector operator *(Vector left, Vector right) => Join("*", Rank.Product, left, right, static (a, b) => a * b);

    public static Vector operator /(Vector left, Vector right) => Join("/", Rank.Product, left, right, static (a, b) => a / b);

    public static Vector operator -(Vector left, Formula right) => Join("-", Rank.Sum, left, right, static (a, b) => a - b);

    public static Vector operator +(Formula left, Vector right) => Join("+", Rank.Sum, left, right, static (a, b) => a + b);

    public static Vector operator *(Vector left, Formula right) => Join("*", Rank.Product, left, right, static (a, b) => a * b);

    public static Vector operator -(Formula left, Vector right) => Join("-", Rank.Sum, left, right, static (a, b) => a - b);

    public static Vector operator <(Vector left, Formula right) => Join("<", Rank.Comparison, left, right, static (a, b) => a < b ? 1 : 0);

    public static Vector operator >(Vector left, Formula right) => Join(">", Rank.Comparison, left, right, static (a, b) => a > b ? 1 : 0);

    public static Vector operator <=(Vector left, Vector right) => Join("<=", Rank.Comparison, left, right, static (a, b) => a <= b ? 1 : 0);

    public static Vector operator >=(Vector left, Vector right) => Join(">=", Rank.Comparison, left, right, static (a, b) => a >= b ? 1 : 0);

    public static Vector operator <(Vector left, Vector right) => Join("<", Rank.Comparison, left, right, static (a, b) => a < b ? 1 : 0);

    public static Vector operator >(Vector left, Vector right) => Join(">", Rank.Comparison, left, right, static (a, b) => a > b ? 1 : 0);

    public Vector Is(Formula other) => Join("=", Rank.Comparison, this, other, static (a, b) => a == b ? 1 : 0);

    public Vector ToPower(Vector exponent) => Join("^", Rank.Power, this, exponent, Math.Pow);

    /// <summary>A single figure where a range is expected; it counts for every element.</summary>
    public static implicit operator Vector(Formula single) => new(single.In(Rank.Atom), [single.Value]);

    public static Vector Power(Formula @base, Vector exponent) => Join("^", Rank.Power, @base, exponent, Math.Pow);

    private string In(Rank least) => Rank >= least ? Text : $"({Text})";

    private static Vector Join(string sign, Rank rank, Vector left, Vector right, Func<double, double, double> of)
    {
        var values = new double[Math.Max(left.Values.Length, right.Values.Length)];
        for (var i = 0; i < values.Length; i++)
            values[i] = of(left.At(i), right.At(i));
        return new(string.Concat(left.In(rank), sign, right.In(rank + 1)), values, null, rank);
    }

    private double At(int i) => Values.Length == 1 ? Values[0] : Values[i];
}
