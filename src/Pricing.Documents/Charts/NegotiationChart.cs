using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>What a negotiation chart shows. Amounts are net.</summary>
public sealed record NegotiationChartData
{
    /// <summary>The fee below which the agency walks away.</summary>
    public required decimal Floor { get; init; }

    /// <summary>The fee above which the client walks away.</summary>
    public required decimal Ceiling { get; init; }

    /// <summary>The fee in the middle of the range; null where there is no range.</summary>
    public required decimal? NashPrice { get; init; }

    /// <summary>Expected fee of every structure; null where it is infeasible.</summary>
    public required IReadOnlyList<decimal?> Structures { get; init; }

    /// <summary>Fees that were asked about.</summary>
    public required IReadOnlyList<decimal> Fees { get; init; }

    /// <summary>Options, each with the range of its own scope and its price, null where that range is none.</summary>
    public required IReadOnlyList<(string Name, decimal Floor, decimal Ceiling, decimal? Price)> Options { get; init; }
}

/// <summary>The range between floor and ceiling with its middle, and where structures, fees and options lie in it.</summary>
/// <param name="negotiation">What to show.</param>
/// <param name="subject">The engagement.</param>
public sealed class NegotiationChart(NegotiationChartData negotiation, ChartSubject subject) : Chart(subject.Currency)
{
    private bool HasRange => negotiation.Floor <= negotiation.Ceiling;

    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        decimal[] amounts =
        [
            negotiation.Floor, negotiation.Ceiling, .. negotiation.Fees, .. negotiation.Structures.OfType<decimal>(), .. negotiation.Options.SelectMany(option => new[] { option.Floor, option.Ceiling }),
        ];
        var scale = formats.ScaleFor(amounts.Max(Math.Abs));
        RangeLane[] lanes = [.. OptionLanes(texts, scale), .. StructureLanes(texts, scale), .. FeeLanes(texts, scale)];
        var marks = Marks.Of(negotiation.Floor, negotiation.Ceiling, texts, scale).ToList();
        if (negotiation.NashPrice is { } nash)
            marks.Insert(1, new(nash, texts.Say("negotiation.nash", scale.Number(nash)), new(Style.Blue, 2), Style.BlueText));
        return RangeLanes.Of(texts, Words(texts, scale), (width, height), lanes, marks, HasRange ? (negotiation.Floor, negotiation.Ceiling) : null, scale);
    }

    private IEnumerable<RangeLane> OptionLanes(DocumentTexts texts, AmountScale scale) => negotiation.Options.Select(option => new RangeLane(
        texts.Say("negotiation.option", Legible.Of(option.Name)), option.Price, option.Price is { } price ? scale.Number(price) : texts["negotiation.noRange"], Style.Navy)
    {
        Band = option.Floor <= option.Ceiling ? (option.Floor, option.Ceiling) : null,
        Note = texts.Say("negotiation.range", scale.Number(option.Floor), scale.Number(option.Ceiling)),
    });

    private IEnumerable<RangeLane> StructureLanes(DocumentTexts texts, AmountScale scale) => negotiation.Structures
        .Select((fee, i) => new RangeLane(subject.NameOf(i, texts), fee, fee is { } known ? scale.Number(known) : texts["negotiation.infeasible"], ColourOf(fee)))
        .OrderByDescending(lane => lane.At).Select((lane, i) => lane with { StartsGroup = i == 0 && negotiation.Options.Count > 0 });

    private IEnumerable<RangeLane> FeeLanes(DocumentTexts texts, AmountScale scale) =>
        negotiation.Fees.Select((fee, i) => new RangeLane(texts["negotiation.fee"], fee, scale.Number(fee), ColourOf(fee)) { StartsGroup = i == 0 });

    private Colour ColourOf(decimal? fee) => fee < negotiation.Floor || fee > negotiation.Ceiling ? Style.Ochre : Style.Navy;

    private ChartWords Words(DocumentTexts texts, AmountScale scale)
    {
        var inside = negotiation.Structures.Count(fee => fee >= negotiation.Floor && fee <= negotiation.Ceiling);
        var finding = HasRange
            ? texts.Say("negotiation.finding", scale.Number(negotiation.Floor), scale.InText(negotiation.Ceiling), inside, negotiation.Structures.Count)
            : texts.Say("negotiation.finding.none", scale.InText(negotiation.Floor - negotiation.Ceiling));
        return new(finding, texts.Say("negotiation.definition", scale.Unit), subject.Footnote(texts["negotiation.footnote"])) { Key = [.. Key(texts)] };
    }

    private IEnumerable<KeyItem> Key(DocumentTexts texts)
    {
        decimal[] fees = [.. negotiation.Structures.OfType<decimal>(), .. negotiation.Fees];
        if (HasRange)
            yield return new(texts["negotiation.zopa"], Style.BlueTint);
        if (fees.Any(fee => ColourOf(fee) == Style.Navy))
            yield return new(texts["negotiation.inside"], Style.Navy, KeyShape.Dot);
        if (fees.Any(fee => ColourOf(fee) == Style.Ochre))
            yield return new(texts["negotiation.outside"], Style.Ochre, KeyShape.Dot);
        if (negotiation.Options.Any(option => option.Floor <= option.Ceiling))
            yield return new(texts["negotiation.optionRange"], Style.Slate);
    }
}

/// <summary>The ends of a bargaining range, as every chart names them.</summary>
internal static class Marks
{
    public static IEnumerable<RangeMark> Of(decimal floor, decimal ceiling, DocumentTexts texts, AmountScale scale) =>
    [
        new(floor, texts.Say("comparison.floor", scale.Number(floor)), new(Style.Ink, 2), Style.Ink),
        new(ceiling, texts.Say("comparison.ceiling", scale.Number(ceiling)), new(Style.Ink, 1.5, 5, 3), Style.Ink),
    ];
}
