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

internal sealed class OwnProductDrawing : FramedDrawing
{
    private readonly OwnProduct product;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly Plane plane;
    private readonly string end;
    private readonly double room;

    public OwnProductDrawing(ChartFrame frame, OwnProduct product, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.product, this.texts, this.formats) = (product, texts, formats);
        end = scale.Signed(product.Series[^1].Balance.Amount);
        room = frame.LabelStrong.Width(end) + EndLabel.Gap;
        var months = new PlaneScale(1, product.Series.Count, formats.Quantity, texts["chart.month"]) { IsWhole = true };
        plane = new(frame, months, PlaneScale.Of(product.Series.Select(month => month.Balance.Amount), scale), frame.PlaneTop, frame.Bottom - 8, room);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        (decimal Month, decimal Balance)[] curve = [.. product.Series.Select(month => ((decimal)month.Month, month.Balance.Amount))];
        foreach (var (holds, places) in Stretches.Of(curve, month => month.Balance >= 0))
            plane.FillBetween(canvas, [.. places.Select(month => holds ? (month.Month, Math.Max(0, month.Balance), 0m) : (month.Month, 0m, Math.Min(0, month.Balance)))], holds ? Style.BlueTint : Style.OchreTint);
        plane.DrawGrid(canvas);
        plane.DrawKnown(canvas, [.. curve.Select(month => (month.Month, (decimal?)month.Balance))], new(Style.Navy, Frame.Metrics.Curve));
        var labels = new Labels(plane.Left, plane.Right);
        labels.Mind(plane.Along(curve));
        if (product.BreakEvenMonth is { } paid && paid <= product.Series.Count)
        {
            plane.DrawAt(canvas, paid, texts.Say("product.breakEven", formats.Quantity(paid)), labels);
            plane.DrawRing(canvas, paid, product.Series[paid - 1].Balance.Amount);
        }

        EndLabel.DrawAll(canvas, [new(plane.Up.At(curve[^1].Balance), end, Style.Ink)], plane.Right, plane.Top, plane.Bottom, Frame.LabelStrong, room - EndLabel.Gap);
    }
}
