using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>The balance of an own product month by month, with the month in which it breaks even.</summary>
/// <param name="product">The product.</param>
/// <param name="subject">The engagement.</param>
public sealed class OwnProductChart(OwnProduct product, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = formats.ScaleFor(product.Series.Max(month => Math.Abs(month.Balance.Amount)));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, 12 * ChartMetrics.For(width).Label);
        return new OwnProductDrawing(frame, product, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (months, profit) = (formats.Quantity(product.Series.Count), scale.InText(product.Profit.Amount));
        var finding = product switch
        {
            { BreakEvenMonth: { } month } => texts.Say("product.finding", formats.Quantity(month), months, profit),
            { ProvenNever: true, Shortfall: { } gap } => texts.Say("product.finding.never", scale.InText(gap.Amount)),
            _ => texts["product.finding.notYet"],
        };
        var footnote = product.ProfitShare is { } share ? texts.Say("product.share", formats.Percent(share.Value, 1)) : texts["product.footnote"];
        return new(finding, texts.Say("product.definition", scale.Unit), subject.Footnote(footnote));
    }
}
