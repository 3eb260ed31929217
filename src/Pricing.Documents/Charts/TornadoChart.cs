using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What moves a figure most: a bar per lever around the figure as it is.</summary>
/// <param name="tornado">The tornado.</param>
/// <param name="levers">Its levers, in the order named.</param>
/// <param name="low">Relative change downwards.</param>
/// <param name="high">Relative change upwards.</param>
/// <param name="subject">The engagement.</param>
public sealed class TornadoChart(Tornado tornado, IReadOnlyList<ChartLever> levers, decimal low, decimal high, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        decimal[] known = [.. tornado.Rows.SelectMany(row => new[] { row.Low, row.High, row.Base }).OfType<decimal>()];
        var scale = tornado.Figure.ScaleOf(formats, known);
        var frame = ChartFrame.ForRows(texts, Words(texts, scale), width, height, tornado.Rows.Count);
        return new TornadoDrawing(frame, tornado, [.. tornado.Rows.Select(row => NameOf(row, texts, formats))], known, texts, scale);
    }

    private ChartWords Words(DocumentTexts texts, AmountScale scale)
    {
        var figure = texts[$"figure.{tornado.Figure}"];
        var what = tornado.Figure.IsOfRange() ? figure : $"{figure}, {Lines.Short(subject.NameOf(tornado.Structure, texts))}";
        var start = tornado.Base is { } known ? texts.Say("tornado.start", scale.InText(known)) : texts["tornado.noStart"];
        return new(Finding(texts), texts.Say("tornado.definition", what, scale.Unit, start), subject.Footnote(texts["tornado.footnote"]))
        {
            Key = [new(texts["tornado.adverse"], Style.Ochre), new(texts["tornado.favourable"], Style.Navy)],
        };
    }

    private string Finding(DocumentTexts texts)
    {
        var figure = texts[$"figure.{tornado.Figure}.object"];
        if (tornado.Base is null)
            return texts.Say("tornado.finding.none", texts[$"figure.{tornado.Figure}"]);
        return tornado.Rows is [{ Swing: > 0 } first, ..]
            ? texts.Say("tornado.finding", figure, Lines.Short(levers[first.Lever].WordsIn(texts)))
            : texts.Say("tornado.finding.nothing", figure);
    }

    // The name, and under it the range: of the number where the lever has only one.
    private (string Name, string Range) NameOf(TornadoRow row, DocumentTexts texts, Formats formats)
    {
        var lever = levers[row.Lever];
        var range = lever.Value is { } value
            ? texts.Say("chart.fromTo", formats.Quantity(value * (1 + low)), formats.Quantity(value * (1 + high)))
            : low == -high ? $"±{formats.Percent(high)}" : texts.Say("chart.fromTo", formats.ChangePercent(low), formats.ChangePercent(high));
        string[] missing = [.. new[] { (row.Low, low), (row.High, high) }.Where(side => side.Item1 is null).Select(side => formats.ChangePercent(side.Item2))];
        return (Lines.Capital(lever.WordsIn(texts)), missing.Length == 0 ? range : texts.Say("tornado.impossible", range, texts.List(missing)));
    }
}
