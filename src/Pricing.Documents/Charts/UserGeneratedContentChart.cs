using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>How the worth of user-generated content fades, and which volume brings most.</summary>
/// <param name="content">The campaign.</param>
/// <param name="subject">The engagement.</param>
public sealed class UserGeneratedContentChart(UserGeneratedContent content, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var frame = new ChartFrame(texts, Words(texts, formats), width, height, 30 * ChartMetrics.For(width).Label);
        return new UserGeneratedContentDrawing(frame, content, texts, formats);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats)
    {
        var scale = formats.ScaleFor(Math.Max(Math.Abs(content.BestNet.Amount), Math.Abs(content.Net.Amount)));
        var (net, best) = (scale.InText(content.Net.Amount), scale.InText(content.BestNet.Amount));
        var finding = content.BestVolume == 0
            ? texts.Say("content.finding.never", formats.Quantity(content.Published), net)
            : content.BestVolume == content.Published
            ? texts.Say("content.finding.best", formats.Quantity(content.Published), net)
            : texts.Say("content.finding", formats.Quantity(content.Published), net, formats.Quantity(content.BestVolume), best);
        return new(finding, texts["content.definition"], subject.Footnote(texts.Say("content.footnote", formats.Money(content.MarginalCost), formats.Money(content.Cost.SetUp))));
    }
}
