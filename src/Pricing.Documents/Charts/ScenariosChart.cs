using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What a chart of scenarios shows.</summary>
/// <param name="Figures">The figures, one column each.</param>
/// <param name="Scenarios">The scenarios, the one they are held against first: a name, null for the engagement as it is, and a value for each figure, null where there is none.</param>
/// <param name="Structure">The fee structure under which they stand; null where the figures hang on none.</param>
public sealed record ScenariosChartData(
    IReadOnlyList<ComparisonFigure> Figures, IReadOnlyList<(string? Name, IReadOnlyList<decimal?> Values)> Scenarios, int? Structure = null);

/// <summary>Scenarios side by side: a column of bars for each figure.</summary>
/// <param name="data">The scenarios.</param>
/// <param name="subject">The engagement.</param>
public sealed class ScenariosChart(ScenariosChartData data, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var head = 2 * ChartMetrics.For(width).TextLine;
        var frame = ChartFrame.ForRows(texts, Words(texts, formats), width, height, data.Scenarios.Count, head);
        return new ScenariosDrawing(frame, data, texts, formats, head);
    }

    internal static string NameOf(string? name, DocumentTexts texts) => name is null ? texts["scenarios.base"] : Legible.Of(name);

    private string Definition(DocumentTexts texts) => data.Structure is { } structure
        ? texts.Say("scenarios.definition.under", subject.NameOf(structure, texts))
        : texts["scenarios.definition"];

    private ChartWords Words(DocumentTexts texts, Formats formats)
    {
        var figure = data.Figures[0];
        var scale = figure.ScaleOf(formats, data.Scenarios.Select(scenario => scenario.Values[0]).OfType<decimal>());
        var known = data.Scenarios.Where(scenario => scenario.Values[0] is not null).ToArray();
        var finding = texts["scenarios.finding.none"];
        if (known.Length > 0)
        {
            var best = figure.IsBetterLow() ? known.MinBy(scenario => scenario.Values[0]) : known.MaxBy(scenario => scenario.Values[0]);
            finding = texts.Say("scenarios.finding", texts[$"figure.{figure}"], Lines.Short(NameOf(best.Name, texts)), scale.InText(best.Values[0]!.Value));
        }

        return new(finding, Definition(texts), subject.Footnote(texts["scenarios.footnote"]));
    }
}
