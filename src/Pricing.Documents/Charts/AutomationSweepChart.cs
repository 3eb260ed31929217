using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>Fees, cost and floor as the share made by AI grows, and the hours below them.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="subject">The engagement.</param>
public sealed class AutomationSweepChart(AutomationSweep sweep, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = formats.ScaleFor(sweep.Rows.SelectMany(row => row.Fees.Select(fee => fee.ExpectedFee?.Amount ?? 0).Append(row.Cost.Amount).Append(row.Floor.Amount)).Max(Math.Abs));
        var metrics = ChartMetrics.For(width);
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, Math.Max(30, (sweep.Structures.Count + 2) * 2.1 + 8) * metrics.Label);
        return new AutomationSweepDrawing(frame, sweep, [.. sweep.Structures.Select((_, i) => subject.NameOf(i, texts))], texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var first = sweep.Crossings.Index().Where(crossing => crossing.Item is not null).OrderBy(crossing => crossing.Item!.Value.Value).ToArray();
        var always = first.Count(crossing => crossing.Item!.Value.IsZero);
        var finding = first switch
        {
            _ when always > 1 => texts.Say("sweep.finding.several", texts.Number(always), texts.Number(sweep.Structures.Count)),
            [] => texts.Say("sweep.finding.none", scale.Number(sweep.Rows[0].Cost.Amount), scale.InText(sweep.Rows[^1].Cost.Amount)),
            [var (place, share), ..] => share!.Value.IsZero
                ? texts.Say("sweep.finding.always", Lines.Short(subject.NameOf(place, texts)))
                : texts.Say("sweep.finding", formats.Percent(share.Value.Value, 1), Lines.Short(subject.NameOf(place, texts))),
        };
        return new(finding, texts.Say("sweep.definition", scale.Unit), subject.Footnote(texts.Say("sweep.footnote", formats.Percent(sweep.CurrentShare.Value, 1), formats.Money(sweep.SetUpCost))))
        {
            Key = [new(texts["sweep.fees"], Style.Blue, KeyShape.Line), new(texts["sweep.belowFloor"], Style.Ochre, KeyShape.Line), new(texts["sweep.cost"], Style.Slate, KeyShape.Line), new(texts["sweep.floor"], Style.Ink, KeyShape.Dashes)],
        };
    }
}
