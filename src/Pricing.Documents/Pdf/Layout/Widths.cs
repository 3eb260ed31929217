namespace Pricing.Documents.Pdf.Layout;

/// <summary>Widths of columns that have to hold their longest number on one line.</summary>
internal static class Widths
{
    private const double Money = 61.5;

    /// <summary>The usual width of amounts, or more where one of them needs it.</summary>
    public static double OfAmounts(IEnumerable<string> amounts) =>
        amounts.Aggregate(Money, (width, amount) => Math.Max(width, Math.Ceiling(Style.Strong.Width(amount)) + 1));

    /// <summary>The usual widths, changed so that each column has what it needs at least and the sum stays; unchanged where that is not to be had.</summary>
    /// <param name="usual">Widths that suit most tables.</param>
    /// <param name="least">What each column needs.</param>
    public static double[] Fitting(IReadOnlyList<double> usual, IReadOnlyList<double> least)
    {
        double[] wide = [.. usual.Zip(least, Math.Max)];
        var (missing, spare) = (wide.Sum() - usual.Sum(), wide.Zip(least, (width, needed) => width - needed).Sum());
        if (missing > spare)
            return [.. usual];
        return missing <= 0 ? wide : [.. wide.Zip(least, (width, needed) => width - (width - needed) * missing / spare)];
    }
}
