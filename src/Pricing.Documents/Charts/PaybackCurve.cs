using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Charts;

/// <summary>The client's benefit as it grows month by month, with the fees it has to reach.</summary>
internal sealed class PaybackCurve
{
    public const double Height = 161;
    private const double PlotLeft = 34;
    private const double PlotWidth = 222;
    private const double PlotHeight = 132;
    private const int MostDots = 24;

    private readonly ClientProposal proposal;
    private readonly DocumentTexts texts;
    private readonly decimal[] benefit;
    private readonly decimal leastFee;
    private readonly decimal mostFee;

    public PaybackCurve(ClientProposal proposal, DocumentTexts texts, Formats formats)
    {
        (this.proposal, this.texts) = (proposal, texts);
        benefit = [0, .. proposal.Value.CumulatedBenefit.Select(month => month.Amount)];
        (leastFee, mostFee) = (proposal.Options.Min(option => option.ExpectedFee.Amount), proposal.Options.Max(option => option.ExpectedFee.Amount));
        Scale = formats.ScaleFor(Math.Max(benefit.Max(), mostFee));
    }

    public AmountScale Scale { get; }

    /// <summary>Whether there is a benefit to draw.</summary>
    public bool Fits => benefit.Length > 1 && benefit.Max() > 0;

    public void Draw(ICanvas canvas, double left, double top)
    {
        var (months, plot) = (benefit.Length - 1, left + PlotLeft);
        var amounts = Axis.Rounded(Math.Min(0, Math.Min(benefit.Min(), leastFee)), Math.Max(benefit.Max(), mostFee), 4, top + PlotHeight, top);
        var time = new Axis(0, months, plot, plot + PlotWidth);
        DrawAxes(canvas, amounts, time, plot, top + PlotHeight);

        var (upper, lower) = (amounts.At(mostFee), amounts.At(leastFee));
        canvas.Rectangle(plot, upper - 0.5, PlotWidth, Math.Max(1.5, lower - upper), Style.SlateTint);
        var curve = benefit.Select((amount, month) => new Point(time.At(month), amounts.At(amount))).ToArray();
        canvas.Polyline(curve, new(Style.Blue, 2));
        if (months <= MostDots)
        {
            foreach (var point in curve.Skip(1))
                canvas.Dot(point.X, point.Y, 2, Style.Blue);
        }

        DrawPayback(canvas, amounts, time);
        DrawLabels(canvas, plot + PlotWidth + 8, amounts);
    }

    private void DrawAxes(ICanvas canvas, Axis amounts, Axis time, double plot, double bottom)
    {
        foreach (var tick in amounts.Ticks(4))
        {
            var y = amounts.At(tick);
            canvas.Line(plot, y, plot + PlotWidth, y, tick == 0 ? new(Style.Ink, 0.75) : new(Style.Grid, Style.Hairline));
            canvas.Text(plot - 6, y + 2.6, Scale.Tick(tick), Style.Micro, Style.Text2, Anchor.End);
        }

        foreach (var tick in time.Ticks(8).Where(tick => decimal.IsInteger(tick)))
            canvas.Text(time.At(tick), bottom + 3.5 + Style.Micro.Baseline, Scale.Formats.Quantity(tick), Style.Micro, Style.Text2, Anchor.Middle);
        canvas.Text(plot + PlotWidth + 8, bottom + 3.5 + Style.Micro.Baseline, texts["client.month"], Style.Micro, Style.Text2);
    }

    private void DrawPayback(ICanvas canvas, Axis amounts, Axis time)
    {
        if (proposal.Recommended.PaybackMonth is not { } month || month >= benefit.Length)
            return;
        var (x, y) = (time.At(month), amounts.At(benefit[month]));
        canvas.Line(x, y, x, amounts.At(0), new(Style.Ink, 0.75));
        canvas.Dot(x, y, 3.5, Style.Paper, new(Style.Ink, 1.5));

        // Left of the ring lies the free side of a rising curve, unless the ring is close to the axis.
        var (anchor, at) = x - time.At(0) > 55 ? (Anchor.End, x - 8) : (Anchor.Start, Math.Max(time.At(0) + 2, x - 34));
        canvas.Text(at, y - 18, texts.Say("client.inMonth", month), Style.MicroStrong, Style.Ink, anchor);
        canvas.Text(at, y - 8, Scale.Number(benefit[month]), Style.MicroStrong, Style.Ink, anchor);
    }

    private void DrawLabels(ICanvas canvas, double x, Axis amounts)
    {
        var end = amounts.At(benefit[^1]);
        canvas.Text(x, end + 2.6, texts.Say("client.benefit", Scale.Number(benefit[^1])), Style.MicroStrong, Style.BlueText);

        var band = (amounts.At(mostFee) + amounts.At(leastFee)) / 2;
        if (Math.Abs(band - end) < 21)
            band = band < end ? end - 21 : end + 17;
        var options = proposal.Options;
        var words = options.Count == 1 ? texts["client.feeOfOne"] : texts.Say("client.feesOf", options[0].Letter ?? "", options[^1].Letter ?? "");
        var range = leastFee == mostFee ? Scale.Number(leastFee) : texts.Say("client.fromTo", Scale.Number(leastFee), Scale.Number(mostFee));
        canvas.Text(x, band - 2, words, Style.Micro, Style.Ink);
        canvas.Text(x, band + 8.5, range, Style.Micro, Style.Ink);
    }
}
