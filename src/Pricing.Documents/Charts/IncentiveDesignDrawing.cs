using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

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
