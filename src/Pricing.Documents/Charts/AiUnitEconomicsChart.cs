using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What one asset costs by AI beside classic, and from which volume on set-up pays.</summary>
/// <param name="economics">The unit economics.</param>
/// <param name="subject">The engagement.</param>
public sealed class AiUnitEconomicsChart(AiUnitEconomics economics, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var frame = new ChartFrame(texts, Words(texts, formats), width, height, 18 * ChartMetrics.For(width).Label);
        return new AiUnitEconomicsDrawing(frame, economics, texts, formats);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats)
    {
        var scale = formats.ScaleFor(Math.Max(economics.UnitCost.Total.Amount, economics.ClassicUnitCost?.Amount ?? 0));
        var (asset, unit) = (Lines.Short(Legible.Of(economics.Asset)), scale.InText(economics.UnitCost.Total.Amount));
        var method = texts[$"unit.{economics.Method}"];
        var finding = economics switch
        {
            { ClassicUnitCost: null } => texts.Say("unit.finding.alone", asset, method, unit),
            { BreakEvenWhole: { } volume } => texts.Say("unit.finding", asset, method, unit, scale.InText(economics.ClassicUnitCost.Value.Amount), formats.Quantity(volume.Value)),
            _ => texts.Say("unit.finding.dearer", asset, method, unit, scale.InText(economics.ClassicUnitCost.Value.Amount)),
        };
        var human = economics.HumanShare is { } share ? texts.Say("unit.human", formats.Percent(share.Value, 1)) : "";
        return new(finding, texts["unit.definition"], subject.Footnote(texts.Say("unit.footnote", formats.Money(economics.SetUpCost), formats.Quantity(economics.Volume.Value), human).TrimEnd()));
    }
}
