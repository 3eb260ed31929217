using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class AutomationSweepDrawing : FramedDrawing
{
    private readonly AutomationSweep sweep;
    private readonly IReadOnlyList<string> names;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly Plane fees;
    private readonly Plane hours;
    private readonly double room;

    public AutomationSweepDrawing(ChartFrame frame, AutomationSweep sweep, IReadOnlyList<string> names, DocumentTexts texts, Formats formats, AmountScale scale)
        : base(frame)
    {
        (this.sweep, this.names, this.texts, this.formats) = (sweep, names, texts, formats);
        var longest = names.Select(frame.Label.Width).Append(frame.LabelStrong.Width(texts["sweep.floor"])).Max();
        room = Math.Min(longest, 0.8 * frame.Metrics.NameWidth) + EndLabel.Gap;
        var share = new PlaneScale(0, 1, tick => formats.Percent(tick), texts["sweep.share"]);
        var amounts = sweep.Rows.SelectMany(row => row.Fees.Select(fee => fee.ExpectedFee?.Amount).OfType<decimal>().Append(row.Cost.Amount).Append(row.Floor.Amount));
        var top = frame.PlaneTop;
        fees = Fees(0);
        hours = new(
            frame, share, PlaneScale.Of(sweep.Rows.Select(row => row.Work.ExpectedHours.Figure.Value), formats.Numbers(texts["chart.hours"])),
            fees.Bottom + 5.6 * frame.Metrics.Label, frame.Bottom - 8, room, gutter: fees.Gutter);
        fees = Fees(hours.Gutter);

        Plane Fees(double gutter) => new(frame, share, PlaneScale.Of(amounts, scale), top, top + 0.62 * (frame.Bottom - top), room, gutter: gutter);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        fees.DrawGrid(canvas);
        hours.DrawGrid(canvas);
        fees.DrawCurve(canvas, sweep.Rows.Select(row => (row.Share.Value, row.Cost.Amount)), new(Style.Slate, Frame.Metrics.Curve));
        fees.DrawCurve(canvas, sweep.Rows.Select(row => (row.Share.Value, row.Floor.Amount)), new(Style.Ink, 1.5, 5, 3));
        for (var i = 0; i < names.Count; i++)
            DrawFee(canvas, i);
        for (var i = 0; i < names.Count; i++)
            DrawCrossing(canvas, i);
        var now = texts.Say("sweep.now", formats.Percent(sweep.CurrentShare.Value, 1));
        fees.DrawAt(canvas, sweep.CurrentShare.Value, now, new Labels(fees.Left, fees.Right), new(Style.Text2, 1, 2, 3));
        EndLabel.DrawAll(canvas, Ends(), fees.Right, fees.Top, fees.Bottom, Frame.Label, room - EndLabel.Gap);

        hours.DrawCurve(canvas, sweep.Rows.Select(row => (row.Share.Value, row.Work.ExpectedHours.Figure.Value)), new(Style.Navy, Frame.Metrics.Curve));
        EndLabel.DrawAll(canvas, [new(hours.Up.At(sweep.Rows[^1].Work.ExpectedHours.Figure.Value), texts["chart.hours"], Style.Navy)], hours.Right, hours.Top, hours.Bottom, Frame.LabelStrong, room - EndLabel.Gap);
    }

    // On the line as drawn: straight from one share of the grid to the next.
    private void DrawCrossing(ICanvas canvas, int structure)
    {
        if (sweep.Crossings[structure]?.Value is not { } share)
            return;
        var (before, after) = (sweep.Rows.LastOrDefault(row => row.Share.Value < share), sweep.Rows.First(row => row.Share.Value >= share));
        if (after.Fees[structure].ExpectedFee?.Amount is not { } fee)
            return;
        if (before?.Fees[structure].ExpectedFee?.Amount is { } earlier)
            fee = earlier + (fee - earlier) * (share - before.Share.Value) / (after.Share.Value - before.Share.Value);
        fees.DrawRing(canvas, share, fee);
    }

    // Ochre where it is below the floor. A stretch of the last share alone is no line.
    private void DrawFee(ICanvas canvas, int structure)
    {
        foreach (var (isBelow, rows) in Stretches.Of(sweep.Rows, row => row.Fees[structure].ExpectedFee is { } fee && fee < row.Floor).Where(stretch => stretch.Places.Count > 1))
            fees.DrawKnown(canvas, [.. rows.Select(row => (row.Share.Value, row.Fees[structure].ExpectedFee?.Amount))], new(isBelow ? Style.Ochre : Style.Blue, 0.7 * Frame.Metrics.Curve));
    }

    private IEnumerable<EndLabel> Ends()
    {
        var last = sweep.Rows[^1];
        yield return new(fees.Up.At(last.Cost.Amount), texts["sweep.cost"], Style.Text2);
        yield return new(fees.Up.At(last.Floor.Amount), texts["sweep.floor"], Style.Ink);
        for (var i = 0; i < names.Count; i++)
        {
            if (last.Fees[i].ExpectedFee is { } fee)
                yield return new(fees.Up.At(fee.Amount), names[i], Style.Ink);
        }
    }
}
