using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

internal sealed class ScenariosDrawing : FramedDrawing
{
    private const double BarShare = 0.42;

    private readonly ScenariosChartData data;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly double top;
    private readonly double pitch;

    public ScenariosDrawing(ChartFrame frame, ScenariosChartData data, DocumentTexts texts, Formats formats, double head)
        : base(frame)
    {
        (this.data, this.texts, this.formats) = (data, texts, formats);
        top = frame.Top + head;
        pitch = (frame.Bottom - top) / Math.Max(1, data.Scenarios.Count);
    }

    protected override void DrawPlot(ICanvas canvas)
    {
        var names = 0.7 * Frame.Metrics.NameWidth;
        for (var i = 0; i < data.Scenarios.Count; i++)
        {
            var style = i == 0 ? Frame.Strong : Frame.Text;
            canvas.Text(Frame.Left, top + (i + 0.5) * pitch + 0.35 * Frame.Metrics.Text, style.Cut(ScenariosChart.NameOf(data.Scenarios[i].Name, texts), names - 12), style, Style.Ink);
        }

        var gap = 1.6 * Frame.Metrics.Label;
        var width = (Frame.Right - Frame.Left - names - (data.Figures.Count - 1) * gap) / data.Figures.Count;
        for (var i = 0; i < data.Figures.Count; i++)
            DrawColumn(canvas, i, Frame.Left + names + i * (width + gap), width);
    }

    private void DrawColumn(ICanvas canvas, int column, double left, double width)
    {
        var figure = data.Figures[column];
        var values = data.Scenarios.Select(scenario => scenario.Values[column]).ToArray();
        var scale = figure.ScaleOf(formats, values.OfType<decimal>());
        var heads = Lines.Of($"{texts[$"figure.{figure}"]}, {scale.Unit}", Frame.LabelStrong, width);
        for (var i = 0; i < heads.Count; i++)
            canvas.Text(left, Frame.Top + (i + 0.2) * Frame.Metrics.TextLine, heads[i], Frame.LabelStrong, Style.Ink);

        var figures = Math.Min(0.8 * width, values.Select(value => Frame.LabelStrong.Width(WordsOf(value, scale))).DefaultIfEmpty().Max());
        var axis = new Axis(Math.Min(0, values.Min() ?? 0), Math.Max(0, values.Max() ?? 0), left + figures + 8, left + width);
        for (var i = 0; i < values.Length; i++)
        {
            var middle = top + (i + 0.5) * pitch;
            var style = i == 0 ? Frame.LabelStrong : Frame.Label;
            canvas.Text(left + figures, middle + 0.35 * Frame.Metrics.Label, style.Cut(WordsOf(values[i], scale), figures), style, values[i] is null ? Style.Text2 : Style.Ink, Anchor.End);
            DrawBar(canvas, values[i] ?? 0, axis, middle, figure);
        }

        canvas.Line(axis.At(0), top, axis.At(0), Frame.Bottom, new(Style.Ink, 1.5));
    }

    private void DrawBar(ICanvas canvas, decimal value, Axis axis, double middle, ComparisonFigure figure)
    {
        var (zero, end, height) = (axis.At(0), axis.At(value), pitch * BarShare);
        canvas.Rectangle(Math.Min(zero, end), middle - height / 2, Math.Abs(end - zero), height, value < 0 ? Style.Ochre : ColourOf(figure));
    }

    private static string WordsOf(decimal? value, AmountScale scale) => value is { } known ? scale.Number(known) : "\u2013";

    // The client's figures are blue, cost and range slate, the agency's navy.
    private static Colour ColourOf(ComparisonFigure figure) => figure switch
    {
        ComparisonFigure.ClientSurplus or ComparisonFigure.ClientRoi or ComparisonFigure.ClientCvar or ComparisonFigure.ClientLossProbability or ComparisonFigure.SurplusVersusAlternative => Style.Blue,
        ComparisonFigure.ExpectedCost or ComparisonFigure.ExpectedFee or ComparisonFigure.Floor or ComparisonFigure.Ceiling or ComparisonFigure.Zopa => Style.Slate,
        ComparisonFigure.LossProbability => Style.Ochre,
        _ => Style.Navy,
    };
}
