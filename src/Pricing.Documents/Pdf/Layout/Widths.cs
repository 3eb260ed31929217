namespace Pricing.Documents.Pdf.Layout;

/// <summary>Widths of columns that have to hold their longest number on one line.</summary>
internal static class Widths
{
    private const double Money = 61.5;

    /// <summary>The usual width of amounts, or more where one of them needs it.</summary>
    public static double OfAmounts(IEnumerable<string> amounts) =>
        amounts.Aggregate(Money, (width, amount) => Math.Max(width, Math.Ceiling(Style.Strong.Width(amount)) + 1));
}
