using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What a break-even chart shows beside its solutions.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Structure">Place of its structure.</param>
/// <param name="Lever">The lever.</param>
/// <param name="Target">The value the figure shall have.</param>
/// <param name="Current">Where the lever is.</param>
public sealed record BreakEvenChartData(ComparisonFigure Figure, int Structure, ChartLever Lever, decimal Target, decimal Current);

/// <summary>A figure over a lever, with the target and where it is met.</summary>
/// <param name="breakEven">The solutions.</param>
/// <param name="data">The rest.</param>
/// <param name="subject">The engagement.</param>
public sealed class BreakEvenChart(BreakEven breakEven, BreakEvenChartData data, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = data.Figure.ScaleOf(formats, breakEven.Curve.Select(at => at.Figure).OfType<decimal>().Append(data.Target));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, 12 * ChartMetrics.For(width).Label);
        return new BreakEvenDrawing(frame, breakEven, data, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (figure, lever, target) = (texts[$"figure.{data.Figure}"], Lines.Short(data.Lever.WordsIn(texts)), scale.InText(data.Target));
        string[] places = [.. breakEven.Solutions.Where(solution => solution.Reached).Select(solution => formats.Number(solution.Value)).Take(3)];
        var finding = places.Length == 0
            ? texts.Say("breakEven.finding.none", figure, target, lever)
            : texts.Say(data.Lever.Name.StartsWith('/') ? "breakEven.finding.number" : "breakEven.finding.factor", figure, target, lever, texts.List(places));
        var what = data.Figure.IsOfRange() ? figure : $"{figure}, {Lines.Short(subject.NameOf(data.Structure, texts))}";
        var footnote = texts[data.Lever.Name.StartsWith('/') ? "breakEven.footnote.number" : "breakEven.footnote.factor"];
        return new(finding, texts.Say("breakEven.definition", what, scale.Unit), subject.Footnote(footnote));
    }
}
