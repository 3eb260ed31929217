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

internal sealed class IncentiveDesignDrawing : FramedDrawing
{
    private const int Points = 100;

    private readonly IncentiveDesign design;
    private readonly IReadOnlyList<(decimal Share, decimal Total)> curve;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale scale;
    private readonly Plane plane;

    public IncentiveDesignDrawing(
        ChartFrame frame, IncentiveDesign design, IReadOnlyList<(decimal Share, decimal Total)> curve, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.design, this.curve, this.texts, this.formats, this.scale) = (design, curve, texts, formats, scale);
        var shares = new PlaneScale(0, curve[^1].Share, tick => formats.Percent(tick), texts["incentive.share"]);
        plane = new(frame, shares, PlaneScale.Of(curve.Select(at => at.Total), scale), frame.PlaneTop, frame.Bottom - 8, 0);
    }

    /// <summary>The curve, from no share to all of the outcome, or further where the best share lies there.</summary>
    public static IReadOnlyList<(decimal Share, decimal Total)> CurveOf(IncentiveDesign design)
    {
        var most = Math.Max(1, design.Recommended.Share);
        return [.. Enumerable.Range(0, Points + 1).Select(i => most * i / Points)
            .Select(share => (share, design.Parameters.Model.ContractAt(share, design.Parameters.OutcomeVariance).TotalCertaintyEquivalent))];
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        plane.DrawGrid(canvas);
        plane.DrawCurve(canvas, curve, new(Style.Navy, Frame.Metrics.Curve));
        var labels = new Labels(plane.Left, plane.Right);
        labels.Mind(plane.Along(curve));
        Mark(canvas, design.Recommended, "incentive.recommended", labels, new(Style.Ink, 1.25));
        if (design.Negotiated is { } negotiated)
            Mark(canvas, negotiated, "incentive.negotiated", labels, new(Style.Ink, 1.25, 5, 3));
    }

    private void Mark(ICanvas canvas, IncentiveContract contract, string key, Labels labels, Stroke stroke)
    {
        plane.DrawAt(canvas, contract.Share, texts.Say(key, formats.Percent(contract.Share, 1)), labels, stroke, scale.InText(contract.TotalCertaintyEquivalent));
        plane.DrawRing(canvas, contract.Share, contract.TotalCertaintyEquivalent, labels);
    }
}
