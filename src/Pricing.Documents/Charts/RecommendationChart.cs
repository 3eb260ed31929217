using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>The criterion of every fee structure in the order of the ranking; what may not be recommended says why.</summary>
/// <param name="recommendation">The recommendation.</param>
/// <param name="subject">The engagement.</param>
public sealed class RecommendationChart(Recommendation recommendation, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var criterion = recommendation.Rule.Criterion;
        var scale = criterion.ScaleOf(formats, recommendation.Ranking.Select(structure => structure.Value ?? 0));
        BarRow[] rows = [.. recommendation.Ranking.Select(structure => RowOf(structure, texts, formats, scale))];
        return new RowBars(ChartFrame.ForRows(texts, Words(texts, scale), width, height, rows.Length), rows, scale.Tick, scale.Unit);
    }

    // Figures of the client are blue.
    private (Colour Fill, Colour Tint) Colours => recommendation.Rule.Criterion
        is ComparisonFigure.ClientSurplus or ComparisonFigure.ClientRoi or ComparisonFigure.SurplusVersusAlternative ? (Style.Blue, Style.BlueTint) : (Style.Navy, Style.SlateTint);

    private BarRow RowOf(RankedStructure structure, DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (fill, tint) = structure.Value < 0 ? (Style.Ochre, Style.OchreTint) : Colours;
        var words = structure.Value is { } value ? scale.Number(value) : texts[structure.Feasible ? "recommendation.unknown" : "recommendation.infeasible"];
        return new(subject.NameOf(structure.Structure, texts), structure.Value, words, structure.Eligible ? fill : tint)
        {
            Outline = structure.Eligible ? null : fill,
            Note = structure.Violations.Count > 0 ? NoteOf(structure.Violations[0], structure.Violations.Count, texts, formats) : "",
            Tag = structure.Structure == recommendation.Recommended ? texts["recommendation.recommended"] : "",
        };
    }

    private static string NoteOf(RuleViolation violation, int violations, DocumentTexts texts, Formats formats)
    {
        var figure = violation.Figure ?? ComparisonFigure.Zopa;
        var scale = figure.ScaleOf(formats, [violation.Value ?? 0, violation.Limit]);
        var value = violation.Value is { } known ? scale.InText(known) : texts["recommendation.unknown"];
        var first = texts.Say($"recommendation.{violation.Code}", texts[$"figure.{figure}"], value, scale.InText(violation.Limit));
        return violations == 1 ? first : texts.Say("recommendation.more", first, violations - 1);
    }

    private ChartWords Words(DocumentTexts texts, AmountScale scale)
    {
        var criterion = texts[$"figure.{recommendation.Rule.Criterion}"];
        var definition = texts.Say("recommendation.definition", criterion, scale.Unit);
        var footnote = subject.Footnote(texts["recommendation.footnote"]);
        if (recommendation.Recommended is not { } place)
            return new(texts["recommendation.finding.none"], definition, footnote);
        var (name, value) = (Lines.Short(subject.NameOf(place, texts)), scale.InText(recommendation.Ranking[0].Value ?? 0));
        var key = recommendation.Reasons.Count > 0 ? recommendation.Reasons[0].Code : ReasonCode.HighestCriterion;
        return new(texts.Say($"recommendation.finding.{key}", name, criterion, value), definition, footnote)
        {
            Key = recommendation.Ranking.All(structure => structure.Eligible)
                ? []
                : [new(texts["recommendation.eligible"], Colours.Fill), new(texts["recommendation.ineligible"], Colours.Tint, Outline: Colours.Fill)],
        };
    }
}
