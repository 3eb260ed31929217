using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>The internal comparison on any surface.</summary>
internal sealed class ComparisonDrawing : FramedDrawing
{
    private const double BarShare = 0.54;

    private readonly ComparisonMetrics metrics;
    private readonly ComparisonChartData data;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale scale;
    private readonly double top;
    private readonly double pitch;
    private readonly double lossZero;
    private readonly Axis axis;

    public ComparisonDrawing(ChartFrame frame, ComparisonMetrics metrics, ComparisonChartData data, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.metrics, this.data, this.texts, this.formats, this.scale) = (metrics, data, texts, formats, scale);
        top = frame.Top + metrics.Head;
        pitch = (frame.Bottom - top) / Math.Max(1, data.Rows.Count);
        lossZero = frame.Right - metrics.LossWidth;

        // Figures stand behind the bars; where a bar passes the value's line, they need room of their own.
        var feasible = data.Rows.Where(row => row.IsFeasible).ToArray();
        var passes = feasible.Any(row => Math.Max(row.Fee, row.Cost) > 0.85m * data.Value);
        decimal[] ends = [0, data.Value, data.Floor, data.Ceiling, .. feasible.Select(row => row.Fee), .. feasible.Select(row => row.Cost)];
        axis = new(ends.Min(), ends.Max(), frame.Left + metrics.BarStart, lossZero - metrics.LossGap - (passes ? 8 * frame.Metrics.Label : 0));
    }

    private double FeeEnd => Frame.Left + metrics.BarStart - metrics.FeeGap;

    private double HeadBaseline => top - metrics.HeadGap;

    protected override void DrawPlot(ICanvas canvas)
    {
        DrawHeads(canvas);
        DrawGrid(canvas);
        for (var i = 0; i < data.Rows.Count; i++)
            DrawRow(canvas, data.Rows[i], top + (i + 0.5) * pitch);
        DrawMarks(canvas);
        canvas.Line(lossZero, top, lossZero, Frame.Bottom, new(Style.Rule, 1.5));
    }

    private void DrawHeads(ICanvas canvas)
    {
        canvas.Text(FeeEnd, HeadBaseline, texts["comparison.fee"], Frame.Label, Style.Text2, Anchor.End);
        var (loss, start) = (texts["comparison.lossProbability"], lossZero - metrics.LossGap / 1.55);
        if (start + Frame.Label.Width(loss) > Frame.Width - 8)
            loss = texts["comparison.lossProbabilityShort"];
        canvas.Text(start, HeadBaseline, loss, Frame.Label, Style.Text2);
    }

    private void DrawGrid(ICanvas canvas)
    {
        var baseline = Frame.TickBaseline;
        foreach (var tick in axis.Ticks(6))
        {
            var x = axis.At(tick);
            canvas.Line(x, top, x, Frame.Bottom, new(Style.Grid, 1));
            if (Math.Abs(x - axis.At(data.Value)) >= 46)
                canvas.Text(x, baseline, scale.Tick(tick), Frame.Label, Style.Text2, Anchor.Middle);
        }

        canvas.Text(Frame.Left, baseline, texts.Say("comparison.unit", scale.Unit), Frame.Label, Style.Text2);
        canvas.Text(axis.At(data.Value), baseline, scale.Number(data.Value), Frame.LabelStrong, Style.BlueText, Anchor.Middle);
    }

    private void DrawRow(ICanvas canvas, ComparisonChartRow row, double middle)
    {
        var baseline = middle + Frame.Metrics.Text * 0.35;
        var fee = row.IsFeasible ? scale.Number(row.Fee) : "\u2013";
        canvas.Text(Frame.Left, baseline, Frame.Text.Cut(Legible.Of(row.Name), FeeEnd - Frame.Strong.Width(fee) - 8 - Frame.Left), Frame.Text, Style.Ink);
        canvas.Text(FeeEnd, baseline, fee, Frame.Strong, Style.Ink, Anchor.End);
        if (!row.IsFeasible)
        {
            return;
        }

        DrawBar(canvas, row, middle);
        DrawLoss(canvas, row.LossProbability, middle);
    }

    private void DrawBar(ICanvas canvas, ComparisonChartRow row, double middle)
    {
        var (height, zero, fee, cost, value) = (pitch * BarShare, axis.At(0), axis.At(row.Fee), axis.At(row.Cost), axis.At(data.Value));
        var y = middle - height / 2;
        if (value > fee)
            canvas.Rectangle(fee, y, value - fee, height, Style.BlueTint);
        canvas.Rectangle(zero, y, Math.Max(0, Math.Min(cost, fee) - zero), height, Style.Slate);
        if (fee > cost)
            canvas.Rectangle(cost, y, fee - cost, height, Style.Navy);

        // A loss of either side lies across what it eats into, at half the height, so both lengths stay readable.
        if (cost > fee)
            canvas.Rectangle(fee, y + height / 2, cost - fee, height / 2, Style.Ochre);
        if (fee > value)
            canvas.Rectangle(Math.Max(value, zero), y + height / 2, fee - Math.Max(value, zero), height / 2, Style.Ochre, new(Style.Paper, 1));

        var baseline = middle + Frame.Metrics.Label * 0.35;
        var profit = scale.Signed(row.Profit);
        var profitAt = PastMarks(Math.Max(fee, cost) + 8, Frame.LabelStrong.Width(profit));
        canvas.Text(profitAt, baseline, profit, Frame.LabelStrong, Style.Navy);

        var surplus = scale.Number(row.Surplus);
        var ceiling = axis.At(data.Ceiling);
        var surplusEnd = (value - ceiling is > -1 and < 90 ? Math.Min(ceiling, value) : value) - 10;
        if (surplusEnd - Frame.Label.Width(surplus) > profitAt + Frame.LabelStrong.Width(profit) + 8)
            canvas.Text(surplusEnd, baseline, surplus, Frame.Label, Style.Ink, Anchor.End);
        else
            canvas.Text(PastMarks(Math.Max(value, profitAt + Frame.LabelStrong.Width(profit)) + 8, Frame.Label.Width(surplus)), baseline, surplus, Frame.Label, Style.Ink);
    }

    // A figure moves on until no vertical line runs through it.
    private double PastMarks(double x, double length)
    {
        foreach (var mark in new[] { axis.At(data.Floor), axis.At(data.Ceiling), axis.At(data.Value) }.Order())
        {
            if (mark > x - 4 && mark < x + length + 3)
                x = mark + 6;
        }

        return x;
    }

    private void DrawLoss(ICanvas canvas, decimal probability, double middle)
    {
        var isSure = probability == 0;
        var words = probability is > 0 and < 0.001m ? $"<\u00A0{formats.Percent(0.001m)}" : formats.Percent(probability, 1);
        canvas.Text(lossZero - 10, middle + Frame.Metrics.Text * 0.35, words, isSure ? Frame.Text : Frame.Strong, isSure ? Style.Text2 : Style.Ink, Anchor.End);
        var most = Math.Max(0.2m, data.Rows.Max(row => row.LossProbability));
        canvas.Rectangle(lossZero, middle - pitch * 0.15, metrics.LossWidth * 0.8 * (double)(probability / most), pitch * 0.3, Style.Ochre);
    }

    // Written over the lines, on paper of its own.
    private void DrawInfeasible(ICanvas canvas, ComparisonChartRow row, double middle)
    {
        var words = texts.Say("comparison.infeasible", scale.Number(row.Gap));
        canvas.Rectangle(axis.At(0) + 4, middle - Frame.Metrics.Label, Frame.Label.Width(words) + 8, 2 * Frame.Metrics.Label, Style.Paper);
        canvas.Text(axis.At(0) + 8, middle + Frame.Metrics.Label * 0.35, words, Frame.Label, Style.Text2);
    }

    private void DrawMarks(ICanvas canvas)
    {
        var (floor, ceiling, value) = (axis.At(data.Floor), axis.At(data.Ceiling), axis.At(data.Value));
        canvas.Line(value, top - 2, value, Frame.Bottom, new(Style.Blue, 2));
        canvas.Line(ceiling, top - 6, ceiling, Frame.Bottom, new(Style.Ink, 1.5, 5, 3));
        canvas.Line(floor, top - 6, floor, Frame.Bottom, new(Style.Ink, 2));
        var height = pitch * BarShare;
        for (var i = 0; i < data.Rows.Count; i++)
        {
            var row = data.Rows[i];
            var middle = top + (i + 0.5) * pitch;
            if (!row.IsFeasible)
                DrawInfeasible(canvas, row, middle);
            else if (data.Floor <= row.Fee)
                canvas.Line(floor, middle - height / 2, floor, middle + height / 2, new(Style.Paper, 2));
        }

        var (floorWords, ceilingWords) = (texts.Say("comparison.floor", scale.Number(data.Floor)), texts.Say("comparison.ceiling", scale.Number(data.Ceiling)));
        var ceilingStart = ceiling + 6 - Frame.LabelStrong.Width(ceilingWords);
        var floorEnd = floor - 2 + Frame.LabelStrong.Width(floorWords);
        var isApart = ceilingStart > floorEnd + 8 || ceiling + 14 < floor && ceilingStart > axis.At(axis.Least);
        canvas.Text(floor - 2, HeadBaseline, floorWords, Frame.LabelStrong, Style.Ink);
        canvas.Text(isApart ? ceiling + 6 : Math.Max(ceiling - 2, axis.At(0)), isApart ? HeadBaseline : HeadBaseline - Frame.Metrics.Label * 1.3, ceilingWords, Frame.LabelStrong, Style.Ink, isApart ? Anchor.End : Anchor.Start);
    }
}
