namespace Pricing.Documents.Workbook.Cells;

/// <summary>The functions that formulas use; all of them are known to every spreadsheet program since 2007 and none is volatile.</summary>
internal static class Fn
{
    public static Formula Sum(Vector range) => new($"SUM({range.Text})", range.Values.Sum());

    /// <summary>SUMPRODUCT over one expression, or over several ranges of one shape.</summary>
    public static Formula SumProduct(params ReadOnlySpan<Vector> factors)
    {
        var sum = 0d;
        var texts = new string[factors.Length];
        for (var f = 0; f < factors.Length; f++)
            texts[f] = factors[f].Text;
        for (var i = 0; i < factors[0].Values.Length; i++)
        {
            var product = 1d;
            foreach (var factor in factors)
                product *= factor.Values[i];
            sum += product;
        }

        return new($"SUMPRODUCT({string.Join(",", texts)})", sum);
    }

    /// <summary>Sum of the cells whose neighbours equal a number or one of our own words.</summary>
    public static Formula SumIfs(Vector sum, params ReadOnlySpan<(Vector Range, Formula Wanted)> criteria)
    {
        var total = 0d;
        for (var i = 0; i < sum.Values.Length; i++)
        {
            var counts = true;
            foreach (var (range, wanted) in criteria)
                counts &= wanted.Word is { } word ? string.Equals(range.Words![i], word, StringComparison.OrdinalIgnoreCase) : range.Words?[i] is null && range.Values[i] == wanted.Value;
            if (counts)
                total += sum.Values[i];
        }

        var text = $"SUMIFS({sum.Text}";
        foreach (var (range, wanted) in criteria)
            text += $",{range.Text},{wanted.Text}";
        return new(text + ")", total);
    }

    public static Formula Index(Vector range, Formula number) =>
        new($"INDEX({range.Text},{number.Text})", range.Values[(int)number.Value - 1]);

    public static Formula Min(Formula left, Formula right) => new($"MIN({left.Text},{right.Text})", Math.Min(left.Value, right.Value));

    public static Formula Max(Formula left, Formula right) => new($"MAX({left.Text},{right.Text})", Math.Max(left.Value, right.Value));

    public static Formula Max(Vector range) => new($"MAX({range.Text})", range.Values.Max());

    public static Formula Abs(Formula of) => new($"ABS({of.Text})", Math.Abs(of.Value));

    public static Formula Sqrt(Formula of) => new($"SQRT({of.Text})", Math.Sqrt(of.Value));

    public static Formula Truncate(Formula of) => new($"TRUNC({of.Text})", Math.Truncate(of.Value));

    /// <summary>ROUND: half away from zero, on the decimal digits a double stands for.</summary>
    public static Formula Round(Formula of, Formula digits) => new($"ROUND({of.Text},{digits.Text})", Round(of.Value, (int)digits.Value));

    public static Formula If(Formula condition, Formula then, Formula otherwise)
    {
        var result = condition.IsTrue ? then : otherwise;
        return new($"IF({condition.Text},{then.Text},{otherwise.Text})", result.Value, Rank.Atom, result.Word);
    }

    public static Formula And(Formula left, Formula right) => new($"AND({left.Text},{right.Text})", left.IsTrue && right.IsTrue ? 1 : 0);

    /// <summary>How many cells of a range hold a number.</summary>
    public static Formula Count(Sheet sheet, int column, int firstRow, int lastRow)
    {
        var count = 0;
        for (var row = firstRow; row <= lastRow; row++)
        {
            if (sheet.At(row, column) is { Word: null })
                count++;
        }

        return new($"COUNT({sheet.Prefix}{Sheet.Area(firstRow, column, lastRow, column)})", count);
    }

    public static Formula IsNumber(Formula of) => new($"ISNUMBER({of.Text})", of.Word is null ? 1 : 0);

    // Beyond fifteen digits there is nothing left to round.
    private static double Round(double value, int digits) =>
        Math.Abs(value) * Math.Pow(10, digits) >= 1e15 ? value : Math.Round(value, digits, MidpointRounding.AwayFromZero);
}
