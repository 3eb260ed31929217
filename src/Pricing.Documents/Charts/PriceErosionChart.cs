using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>How an asset's price falls to the floor, and the profit of phases as it does.</summary>
/// <param name="erosion">The erosion.</param>
/// <param name="subject">The engagement.</param>
public sealed class PriceErosionChart(PriceErosion erosion, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var scale = formats.ScaleFor(erosion.Series.Max(year => Math.Max(year.Price.Amount, year.Floor.Amount)));
        var frame = new ChartFrame(texts, Words(texts, formats, scale), width, height, ChartMetrics.For(width).Label * (erosion.Phases is null ? 12 : 30));
        return new PriceErosionDrawing(frame, erosion, texts, formats, scale);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, AmountScale scale)
    {
        var rates = erosion.Curve.Rates;
        var definition = texts.Say(
            "erosion.definition", scale.Unit, formats.ChangePercent(-rates.ComputeDecline), formats.ChangePercent(rates.WageGrowth), formats.ChangePercent(-rates.Competition));
        return new(Finding(texts, formats), definition, subject.Footnote(texts.Say("erosion.footnote", formats.Percent(erosion.MinimumMargin.Value))));
    }

    private string Finding(DocumentTexts texts, Formats formats)
    {
        var asset = Lines.Short(Legible.Of(erosion.Asset));
        return erosion.FloorTime?.Value switch
        {
            null => texts.Say(erosion.Series.Count == 2 ? "erosion.finding.aboveOne" : "erosion.finding.above", asset, formats.Quantity(erosion.Series.Count - 1)),
            0 => texts.Say("erosion.finding.already", asset),
            { } time => texts.Say("erosion.finding", asset, formats.Fixed(time, 1)),
        };
    }
}
