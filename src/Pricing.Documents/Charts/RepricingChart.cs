using Pricing.Documents.Texts;
using Pricing.Model.Analyses;

namespace Pricing.Documents.Charts;

/// <summary>What a repricing bridge shows.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Start">The figure before.</param>
/// <param name="End">The figure now.</param>
/// <param name="Causes">The change that each cause makes, in order.</param>
/// <param name="StartedFrom">Name of the engagement or scenario that it is compared to; null for the same engagement on another day.</param>
/// <param name="StartDay">Day of the prices before.</param>
/// <param name="EndDay">Day of the prices now.</param>
public sealed record RepricingChartData(
    ComparisonFigure Figure, decimal Start, decimal End, IReadOnlyList<(PriceCause Cause, decimal Change)> Causes, string? StartedFrom, DateOnly StartDay, DateOnly EndDay)
{
    /// <summary>What the figure now stands for; null for the prices of its day.</summary>
    public string? EndedWith { get; init; }
}

/// <summary>The bridge from one price of an engagement to another.</summary>
public static class RepricingChart
{
    /// <summary>The chart with its causes in a language; a cause that changes nothing is left out. Cost hangs on no fee structure; the subject has one.</summary>
    public static Chart Of(RepricingChartData data, ChartSubject subject, DocumentLanguage language)
    {
        var (texts, formats) = (DocumentTexts.Of(language), new Formats(language, subject.Currency));
        return new BridgeChart(
            new(
                data.Figure, data.StartedFrom ?? PricesOf(data.StartDay), data.Start, data.EndedWith ?? PricesOf(data.EndDay), data.End,
                [.. data.Causes.Where(cause => cause.Change != 0).Select(cause => (texts[$"repricing.{cause.Cause}"], cause.Change))],
                data.Figure == ComparisonFigure.ExpectedCost ? null : 0),
            subject);

        string PricesOf(DateOnly day) => texts.Say("repricing.prices", formats.ShortDate(day));
    }
}
