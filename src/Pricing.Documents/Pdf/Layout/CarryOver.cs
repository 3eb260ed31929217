namespace Pricing.Documents.Pdf.Layout;

/// <summary>The two lines that carry a sum over a page break.</summary>
/// <param name="Words">Label at the foot of a page.</param>
/// <param name="WordsFrom">Label at the head of the next, given the page it comes from.</param>
/// <param name="Amount">How an amount is written.</param>
internal sealed record CarryOver(string Words, Func<int, string> WordsFrom, Func<decimal, string> Amount)
{
    public TableRow Below(int columns, decimal printed) => Line(columns, Words, printed) with
    {
        Weight = Weight.SemiBold,
        Rule = new(Style.Ink, Style.HeadRule),
    };

    public TableRow Above(int columns, decimal printed, int fromPage) => Line(columns, WordsFrom(fromPage), printed) with
    {
        Colour = Style.Text2,
        Rule = null,
    };

    private TableRow Line(int columns, string words, decimal printed)
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        (cells[1], cells[^1]) = (words, Amount(printed));
        return new() { Cells = cells };
    }
}
