using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What agency and client together are left with, by the share of the outcome in the fee.</summary>
/// <param name="design">The design.</param>
/// <param name="subject">The engagement.</param>
public sealed class IncentiveDesignChart(IncentiveDesign design, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var curve = IncentiveDesignDrawing.CurveOf(design);
        var scale = formats.ScaleFor(curve.Max(at => Math.Abs(at.Total)));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, 12 * ChartMetrics.For(width).Label);
        return new IncentiveDesignDrawing(frame, design, curve, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (best, negotiated) = (design.Recommended, design.Negotiated);
        var share = formats.Percent(best.Share, 1);
        var finding = negotiated is null || formats.Percent(negotiated.Share, 1) == share
            ? texts.Say("incentive.finding", share, scale.InText(best.TotalCertaintyEquivalent))
            : texts.Say("incentive.finding.negotiated", share, formats.Percent(negotiated.Share, 1), scale.InText(best.TotalCertaintyEquivalent - negotiated.TotalCertaintyEquivalent));
        return new(finding, texts.Say("incentive.definition", scale.Unit), subject.Footnote(texts["incentive.footnote"]));
    }
}
