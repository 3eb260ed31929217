using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class UserGeneratedContentDrawing : FramedDrawing
{
    private const int Points = 120;

    private readonly UserGeneratedContent content;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly IReadOnlyList<(decimal Volume, decimal Net)> curve;
    private readonly AmountScale netScale;
    private readonly Plane months;
    private readonly Plane volumes;

    public UserGeneratedContentDrawing(ChartFrame frame, UserGeneratedContent content, DocumentTexts texts, Formats formats)
        : base(frame)
    {
        (this.content, this.texts, this.formats) = (content, texts, formats);
        curve = CurveOf(content);
        netScale = formats.ScaleFor(curve.Max(at => Math.Abs(at.Net)));
        var worthScale = formats.ScaleFor(content.ValueByMonth.Max(month => month.Amount));
        var (label, middle) = (frame.Metrics.Label, frame.Top + 0.42 * (frame.Bottom - frame.Top));
        var time = new PlaneScale(0.5m, content.ValueByMonth.Count + 0.5m, formats.Quantity, texts["chart.month"]) { IsWhole = true };
        months = new(frame, time, PlaneScale.Of(content.ValueByMonth.Select(month => month.Amount), worthScale), frame.Top + 2.6 * label, middle - 2 * label, 0);
        var pieces = new PlaneScale(0, curve[^1].Volume, formats.Quantity, texts["content.pieces"]) { IsWhole = true };
        volumes = new(frame, pieces, PlaneScale.Of(curve.Select(at => at.Net), netScale), middle + 4.2 * label, frame.Bottom - 8, 0, gutter: months.Gutter);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        Head(canvas, "content.byMonth", months);
        months.DrawGrid(canvas);
        var (pitch, zero) = (months.Across.At(1) - months.Across.At(0), months.Up.At(0));
        foreach (var (month, worth) in content.ValueByMonth.Index())
            canvas.Rectangle(months.Across.At(month + 1) - 0.27 * pitch, months.Up.At(worth.Amount), 0.54 * pitch, zero - months.Up.At(worth.Amount), Style.Blue);

        Head(canvas, "content.byVolume", volumes);
        volumes.DrawGrid(canvas);
        volumes.DrawCurve(canvas, curve, new(Style.Navy, Frame.Metrics.Curve));
        var labels = new Labels(volumes.Left, volumes.Right);
        labels.Mind(volumes.Along(curve));
        Mark(canvas, content.Published, content.Net.Amount, "content.here", labels);
        if (content.BestVolume > 0 && content.BestVolume != content.Published)
            Mark(canvas, content.BestVolume, content.BestNet.Amount, "content.bestHere", labels);
    }

    // Where nothing is published, no set-up is paid: the curve starts at the first piece.
    // Volumes up to well beyond the best and the published one, whole and closer where the curve bends.
    private static IReadOnlyList<(decimal Volume, decimal Net)> CurveOf(UserGeneratedContent content)
    {
        var most = (int)Math.Min(int.MaxValue, Math.Max(1.6m * content.BestVolume, 1.4m * content.Published));
        var volumes = Enumerable.Range(0, Points + 1).Select(i => (int)((decimal)most * i * i / (Points * Points))).Append(most).Append(content.Published).Append(content.BestVolume);
        return [.. volumes.Distinct().Where(volume => volume > 0).Order().Select(volume => ((decimal)volume, content.NetAt(volume).Amount))];
    }

    private void Head(ICanvas canvas, string key, Plane plane) =>
        canvas.Text(Frame.Left, plane.Top - 2.9 * Frame.Metrics.Label, texts[key], Frame.LabelStrong, Style.Ink);

    private void Mark(ICanvas canvas, int volume, decimal net, string key, Labels labels)
    {
        volumes.DrawRing(canvas, volume, net, labels);
        volumes.Name(canvas, volume, net, texts.Say(key, formats.Quantity(volume), netScale.Number(net)), labels);
    }
}
