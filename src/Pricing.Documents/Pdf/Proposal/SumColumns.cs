using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Tables whose rows end in net, VAT and gross.</summary>
internal static class SumColumns
{
    private const double Gap = 10.5;

    /// <summary>A table of a first column and the three sums.</summary>
    public static Table Table(ProposalContent content, string head, IEnumerable<decimal> gross, IEnumerable<VatLine> taxes, string? note = null)
    {
        var columns = Of(content, gross, taxes);
        return new Table([new(head, Grid.Left, columns[0].X - Gap - Grid.Left), .. columns]) { Note = note };
    }

    /// <summary>The three columns; the tax names its rate where there is only one.</summary>
    public static Column[] Of(ProposalContent content, IEnumerable<decimal> gross, IEnumerable<VatLine> taxes)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var width = Math.Max(72, Widths.OfAmounts(gross.Select(formats.Amount)));
        decimal[] rates = [.. taxes.Where(tax => tax.Net != 0 || tax.Vat != 0).Select(tax => tax.Rate).Distinct()];
        // What is not taxable here has no rate, not one of zero.
        var vat = rates is [var rate] && (rate != 0 || !content.IsTaxedElsewhere) ? texts.Say("acceptance.vat", formats.Percent(rate)) : texts["sums.vat"];
        return
        [
            new(texts["acceptance.net"], Grid.Right - 3 * width - 2 * Gap, width, IsRight: true),
            new(vat, Grid.Right - 2 * width - Gap, width, IsRight: true),
            new(texts.Say("acceptance.gross", formats.Unit), Grid.Right - width, width, IsRight: true),
        ];
    }
}
