using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What a bridge shows: how a figure came from one value to another, cause by cause.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="StartName">What the first value stands for.</param>
/// <param name="Start">The first value.</param>
/// <param name="EndName">What the last value stands for.</param>
/// <param name="End">The last value: the first one and all changes.</param>
/// <param name="Causes">Causes with the change that each makes, in order.</param>
/// <param name="Structure">The fee structure whose figure it is; null where it hangs on none.</param>
public sealed record BridgeChartData(
    ComparisonFigure Figure, string StartName, decimal Start, string EndName, decimal End, IReadOnlyList<(string Cause, decimal Change)> Causes, int? Structure = null);

/// <summary>How a figure came from one value to another, cause by cause.</summary>
/// <param name="bridge">The bridge.</param>
/// <param name="subject">The engagement.</param>
public sealed class BridgeChart(BridgeChartData bridge, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = bridge.Figure.ScaleOf(formats, [bridge.Start, bridge.End, .. bridge.Causes.Select(cause => cause.Change)]);
        BarRow[] rows = [.. RowsOf(scale)];
        return new RowBars(ChartFrame.ForRows(texts, Words(texts, scale), width, height, rows.Length), rows, scale.Tick, scale.Unit);
    }

    private IEnumerable<BarRow> RowsOf(AmountScale scale)
    {
        yield return new(Legible.Of(bridge.StartName), bridge.Start, scale.Number(bridge.Start), Style.Slate);
        var reached = bridge.Start;
        foreach (var (cause, change) in bridge.Causes)
        {
            yield return new(Legible.Of(cause), reached + change, scale.Signed(change), change > 0 == bridge.Figure.IsBetterLow() ? Style.Ochre : Style.Navy) { From = reached };
            reached += change;
        }

        yield return new(Legible.Of(bridge.EndName), bridge.End, scale.Number(bridge.End), Style.Slate) { IsSum = true };
    }

    private ChartWords Words(DocumentTexts texts, AmountScale scale)
    {
        var (figure, change) = (texts[$"figure.{bridge.Figure}"], bridge.End - bridge.Start);
        var moved = bridge.Causes.Where(cause => cause.Change != 0).OrderByDescending(cause => Math.Abs(cause.Change)).Select(cause => cause.Cause).FirstOrDefault();
        var finding = moved is null || scale.Number(change) == scale.Number(0)
            ? texts.Say("bridge.finding.same", figure)
            : texts.Say("bridge.finding", figure, scale.SignedInText(change), Lines.Short(Legible.Of(moved)));
        return new(finding, Definition(texts, scale), subject.Footnote(texts["bridge.footnote"]))
        {
            Key = [new(texts["tornado.adverse"], Style.Ochre), new(texts["tornado.favourable"], Style.Navy)],
        };
    }

    private string Definition(DocumentTexts texts, AmountScale scale) => bridge.Structure is { } structure
        ? texts.Say("bridge.definition.under", scale.Unit, subject.NameOf(structure, texts))
        : texts.Say("bridge.definition", scale.Unit);
}
