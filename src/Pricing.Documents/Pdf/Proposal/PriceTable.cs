using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The price table of an option.</summary>
internal static class PriceTable
{
    private const double Gap = 10.5;
    private const double PositionWidth = 30;
    private const double QuantityWidth = 42;
    private const double UnitWidth = 56;

    public static void Draw(Flow flow, ProposalContent content, FeeOption option)
    {
        var (texts, formats, rows) = (content.Texts, content.Formats, PriceRows.Of(content, option));
        // Totals alone have neither lines nor positions.
        var isWhole = content.Detail == ProposalDetail.Summary;
        var (amount, price) = (Math.Max(72, Widths.OfAmounts(rows.Select(row => row.Cells[5]))), Widths.OfAmounts(rows.Select(row => row.Cells[4])));
        bool Has(int cell) => rows.Any(row => row.Cells[cell].Length > 0);
        // A column that no row fills is left out; its width goes to the names.
        var amountX = Grid.Right - amount;
        var priceX = Has(4) ? amountX - Gap - price : amountX;
        var unitX = Has(3) ? priceX - Gap - UnitWidth : priceX;
        var quantityX = Has(2) ? unitX - Gap - QuantityWidth : unitX;
        var serviceX = Grid.Left + PositionWidth + Gap;
        var table = new Table([
            new(isWhole ? "" : texts["prices.position"], Grid.Left, PositionWidth + Gap),
            new(isWhole ? "" : texts["prices.service"], serviceX, quantityX - Gap - serviceX),
            new(Has(2) ? texts["prices.quantity"] : "", quantityX, QuantityWidth, IsRight: true),
            new(Has(3) ? texts["prices.unit"] : "", unitX, UnitWidth),
            new(Has(4) ? texts["prices.unitPrice"] : "", priceX, price, IsRight: true),
            new(texts.Say("prices.amount", formats.Unit), amountX, amount, IsRight: true)])
        {
            IsClosed = false,
            Note = Note(content),
            CarryOver = new(texts["prices.carriedOver"], page => texts.Say("prices.carriedFrom", page), formats.Amount),
        };
        foreach (var row in rows)
            table.Add(row);
        table.Draw(flow);
    }

    private static string Note(ProposalContent content)
    {
        var note = content.Texts.Say(content.Detail == ProposalDetail.Summary ? "prices.noteTotals" : "prices.note", content.Formats.CurrencyInText);
        return content.Proposal.Terms?.Vat.Note is { } vat ? $"{note} {vat}" : note;
    }
}
