using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>The internal comparison on any surface.</summary>
internal sealed class ComparisonDrawing
{
    private const double BarShare = 0.54;

    private readonly ComparisonChartData data;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly AmountScale scale;
    private readonly ComparisonMetrics metrics;
    private readonly List<string> titleLines;
    private readonly double width;
    private readonly double top;
    private readonly double pitch;
    private readonly double lossZero;
    private readonly Axis axis;
    private readonly TextStyle text;
    private readonly TextStyle strong;
    private readonly TextStyle label;
    private readonly TextStyle labelStrong;

    public ComparisonDrawing(ComparisonChartData data, DocumentTexts texts, Formats formats, int width, int height)
    {
        (this.data, this.texts, this.formats, this.width) = (data, texts, formats, width);
        metrics = ComparisonMetrics.For(width);
        (text, strong) = (new(metrics.Text, 0, Weight.Regular), new(metrics.Text, 0, Weight.SemiBold));
        (label, labelStrong) = (new(metrics.Label, 0, Weight.Regular), new(metrics.Label, 0, Weight.SemiBold));

        var feasible = data.Rows.Where(row => row.IsFeasible).ToArray();
        decimal[] ends = [0, data.Value, data.Floor, data.Ceiling, .. feasible.Select(row => row.Fee), .. feasible.Select(row => row.Cost)];
        scale = formats.ScaleFor(ends.Max());
        lossZero = width - metrics.Margin - metrics.LossWidth;
        // Figures stand behind the bars; where a bar passes the value's line, they need room of their own.
        var passes = feasible.Any(row => Math.Max(row.Fee, row.Cost) > 0.85m * data.Value);
        axis = new(ends.Min(), ends.Max(), metrics.Margin + metrics.BarStart, lossZero - metrics.LossGap - (passes ? 8 * metrics.Label : 0));

        Title = ComparisonFinding.Of(data, texts, scale, metrics.HasAmountInTitle);
        titleLines = TitleLines(width - 2 * metrics.Margin - 120);
        top = metrics.Top + (titleLines.Count - 1) * metrics.Title.Line;
        var rows = Math.Max(1, data.Rows.Count);
        pitch = Math.Clamp((height - metrics.Foot - top) / rows, metrics.LeastPitch, metrics.MostPitch);
        Height = Math.Max(height, Math.Ceiling(top + rows * pitch + metrics.Foot));
    }

    public string Title { get; }

    public double Height { get; }

    private double Bottom => top + Math.Max(1, data.Rows.Count) * pitch;

    public void Draw(ICanvas canvas)
    {
        DrawFrame(canvas);
        DrawGrid(canvas);
        for (var i = 0; i < data.Rows.Count; i++)
            DrawRow(canvas, data.Rows[i], top + (i + 0.5) * pitch);
        DrawMarks(canvas);
        canvas.Line(lossZero, top, lossZero, Bottom, new(Style.Rule, 1.5));
    }

    private void DrawFrame(ICanvas canvas)
    {
        for (var i = 0; i < titleLines.Count; i++)
            canvas.Text(metrics.Margin, metrics.TitleBaseline + i * metrics.Title.Line, titleLines[i], metrics.Title, Style.Ink);
        DrawStatus(canvas);

        var below = (titleLines.Count - 1) * metrics.Title.Line;
        var definition = texts.Say("comparison.definition", scale.InText(data.Value), scale.Unit);
        canvas.Text(metrics.Margin, metrics.DefinitionBaseline + below, text.Cut(definition, width - 2 * metrics.Margin), text, Style.Text2);
        DrawKey(canvas, metrics.KeyBaseline + below);

        var head = metrics.HeadBaseline + below;
        canvas.Text(metrics.Margin + metrics.BarStart - metrics.FeeGap, head, texts["comparison.fee"], label, Style.Text2, Anchor.End);
        var loss = texts["comparison.lossProbability"];
        if (lossZero - metrics.LossGap / 1.55 + label.Width(loss) > width - 8)
            loss = texts["comparison.lossProbabilityShort"];
        canvas.Text(lossZero - metrics.LossGap / 1.55, head, loss, label, Style.Text2);

        var footnote = texts.Say("comparison.footnote", Legible.Of(data.Case), formats.Quantity(data.CostStates), formats.Quantity(data.OutcomeStates));
        canvas.Text(metrics.Margin, Height - metrics.FootnoteBaseline, label.Cut(footnote, width - 2 * metrics.Margin), label, Style.Text2);
    }

    private void DrawStatus(ICanvas canvas)
    {
        var word = texts["status.internal"];
        var (box, height) = (labelStrong.Width(word) + 1.7 * metrics.Label, metrics.Label * 2);
        var baseline = metrics.TitleBaseline - metrics.Title.Size * 0.3;
        canvas.Rectangle(width - metrics.Margin - box, baseline - height / 2, box, height, null, new(Style.Ink, 1.25));
        canvas.Text(width - metrics.Margin - box / 2, baseline + metrics.Label * 0.35, word, labelStrong, Style.Ink, Anchor.Middle);
    }

    private void DrawKey(ICanvas canvas, double baseline)
    {
        var costs = data.Rows.Where(row => row.IsFeasible).Select(row => row.Cost).Distinct().ToArray();
        List<(Colour Fill, Stroke? Outline, string Words)> items =
        [
            (Style.Slate, null, costs is [var same] ? texts.Say("comparison.costInEvery", scale.Number(same)) : texts["comparison.cost"]),
            (Style.Navy, null, texts["comparison.profit"]),
            (Style.BlueTint, new(Style.Blue, 0.75), texts["comparison.surplus"]),
        ];
        if (data.Rows.Any(row => row.IsFeasible && (row.Profit < 0 || row.Surplus < 0)))
            items.Add((Style.Ochre, null, texts["comparison.loss"]));

        var x = metrics.Margin;
        foreach (var (fill, outline, words) in items)
        {
            canvas.Rectangle(x, baseline - metrics.Swatch.Y + 1, metrics.Swatch.X, metrics.Swatch.Y, fill, outline);
            canvas.Text(x + metrics.Swatch.X * 1.5, baseline, words, text, Style.Ink);
            x += metrics.Swatch.X * 1.5 + text.Width(words) + 2 * metrics.Text;
        }
    }

    private void DrawGrid(ICanvas canvas)
    {
        var baseline = Bottom + metrics.Label * 1.5;
        foreach (var tick in axis.Ticks(6))
        {
            var x = axis.At(tick);
            canvas.Line(x, top, x, Bottom, new(Style.Grid, 1));
            if (Math.Abs(x - axis.At(data.Value)) >= 46)
                canvas.Text(x, baseline, scale.Tick(tick), label, Style.Text2, Anchor.Middle);
        }

        canvas.Text(metrics.Margin, baseline, texts.Say("comparison.unit", scale.Unit), label, Style.Text2);
        canvas.Text(axis.At(data.Value), baseline, scale.Number(data.Value), labelStrong, Style.BlueText, Anchor.Middle);
    }

    private void DrawRow(ICanvas canvas, ComparisonChartRow row, double middle)
    {
        var baseline = middle + metrics.Text * 0.35;
        var fee = row.IsFeasible ? scale.Number(row.Fee) : "\u2013";
        var feeEnd = metrics.Margin + metrics.BarStart - metrics.FeeGap;
        canvas.Text(metrics.Margin, baseline, text.Cut(Legible.Of(row.Name), feeEnd - strong.Width(fee) - 8 - metrics.Margin), text, Style.Ink);
        canvas.Text(feeEnd, baseline, fee, strong, Style.Ink, Anchor.End);
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

        var baseline = middle + metrics.Label * 0.35;
        var profit = scale.Signed(row.Profit);
        var profitAt = PastMarks(Math.Max(fee, cost) + 8, labelStrong.Width(profit));
        canvas.Text(profitAt, baseline, profit, labelStrong, Style.Navy);

        var surplus = scale.Number(row.Surplus);
        var ceiling = axis.At(data.Ceiling);
        var surplusEnd = (value - ceiling is > -1 and < 90 ? Math.Min(ceiling, value) : value) - 10;
        if (surplusEnd - label.Width(surplus) > profitAt + labelStrong.Width(profit) + 8)
            canvas.Text(surplusEnd, baseline, surplus, label, Style.Ink, Anchor.End);
        else
            canvas.Text(PastMarks(Math.Max(value, profitAt + labelStrong.Width(profit)) + 8, label.Width(surplus)), baseline, surplus, label, Style.Ink);
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
        canvas.Text(lossZero - 10, middle + metrics.Text * 0.35, words, isSure ? text : strong, isSure ? Style.Text2 : Style.Ink, Anchor.End);
        var most = Math.Max(0.2m, data.Rows.Max(row => row.LossProbability));
        canvas.Rectangle(lossZero, middle - pitch * 0.15, metrics.LossWidth * 0.8 * (double)(probability / most), pitch * 0.3, Style.Ochre);
    }

    // Written over the lines, on paper of its own.
    private void DrawInfeasible(ICanvas canvas, ComparisonChartRow row, double middle)
    {
        var words = texts.Say("comparison.infeasible", scale.Number(row.Gap));
        canvas.Rectangle(axis.At(0) + 4, middle - metrics.Label, label.Width(words) + 8, 2 * metrics.Label, Style.Paper);
        canvas.Text(axis.At(0) + 8, middle + metrics.Label * 0.35, words, label, Style.Text2);
    }

    private void DrawMarks(ICanvas canvas)
    {
        var (floor, ceiling, value) = (axis.At(data.Floor), axis.At(data.Ceiling), axis.At(data.Value));
        canvas.Line(value, top - 2, value, Bottom, new(Style.Blue, 2));
        canvas.Line(ceiling, top - 6, ceiling, Bottom, new(Style.Ink, 1.5, 5, 3));
        canvas.Line(floor, top - 6, floor, Bottom, new(Style.Ink, 2));
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
        var head = metrics.HeadBaseline + (titleLines.Count - 1) * metrics.Title.Line;
        var ceilingStart = ceiling + 6 - labelStrong.Width(ceilingWords);
        var floorEnd = floor - 2 + labelStrong.Width(floorWords);
        var isApart = ceilingStart > floorEnd + 8 || ceiling + 14 < floor && ceilingStart > axis.At(axis.Least);
        canvas.Text(floor - 2, head, floorWords, labelStrong, Style.Ink);
        canvas.Text(isApart ? ceiling + 6 : Math.Max(ceiling - 2, axis.At(0)), isApart ? head : head - metrics.Label * 1.3, ceilingWords, labelStrong, Style.Ink, isApart ? Anchor.End : Anchor.Start);
    }

    private List<string> TitleLines(double room)
    {
        var lines = new List<string>();
        foreach (var word in Title.Split(' '))
        {
            if (lines.Count > 0 && metrics.Title.Width($"{lines[^1]} {word}") <= room)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        return lines.Count <= 2
            ? [.. lines.Select(line => metrics.Title.Cut(line, room))]
            : [metrics.Title.Cut(lines[0], room), metrics.Title.Cut(string.Join(' ', lines.Skip(1)), room)];
    }
}
