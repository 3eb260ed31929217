using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What a mood film brings by how finished it looks: where it pays, and where the engagement stands.</summary>
/// <param name="trap">The trap.</param>
/// <param name="subject">The engagement.</param>
public sealed class MoodFilmTrapChart(MoodFilmTrap trap, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var curve = MoodFilmTrapDrawing.CurveOf(trap);
        var scale = formats.ScaleFor(curve.Max(at => Math.Abs(at.Net)));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, 12 * ChartMetrics.For(width).Label);
        return new MoodFilmTrapDrawing(frame, trap, curve, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var (net, at) = (trap.At.NetEffect.Amount, formats.Percent(trap.At.Concreteness.Value, 1));
        var now = net < 0 ? texts.Say("moodFilm.finding.loses", at, scale.InText(Math.Abs(net))) : texts.Say("moodFilm.finding.pays", at, scale.InText(net));
        var finding = trap switch
        {
            { PayingRanges.Count: 0 } => texts.Say("moodFilm.finding.never", now),
            { BreakEvenConcreteness: { } limit } => texts.Say("moodFilm.finding.until", now, formats.Percent(limit.Value, 1)),
            _ => now,
        };
        var footnote = texts.Say("moodFilm.footnote", formats.Money(trap.AvoidedCost), formats.Money(trap.MoodFilmCost), formats.Money(trap.CostPerRound));
        return new(finding, texts.Say("moodFilm.definition", scale.Unit), subject.Footnote(footnote))
        {
            Key = [new(texts["moodFilm.pays"], Style.Blue), new(texts["moodFilm.points"], Style.Navy, KeyShape.Dot), new(texts["moodFilm.here"], Style.Ink, KeyShape.Ring)],
        };
    }
}
