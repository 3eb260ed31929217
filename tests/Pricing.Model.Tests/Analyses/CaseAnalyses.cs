using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Tests.Cases;

namespace Pricing.Model.Tests.Analyses;

/// <summary>The worked engagements and what analyses ask of them.</summary>
internal static class CaseAnalyses
{
    public const int AiVideo = 0, HybridVideo = 1, ClassicVideo = 2, Pipeline = 2;

    public static Comparison A { get; } = CaseDocument.Read("case-a.json").Compared();

    public static Comparison B { get; } = CaseDocument.Read("case-b.json").Compared();

    /// <summary>Every video of case a, classic and by AI.</summary>
    public static IReadOnlyList<AlternativeWork> Videos { get; } =
    [
        Otherwise(AiVideo, (ProductionMethod.Classic, ClassicVideo)),
        Otherwise(HybridVideo, (ProductionMethod.Classic, ClassicVideo), (ProductionMethod.Ai, AiVideo)),
        Otherwise(ClassicVideo, (ProductionMethod.Ai, AiVideo)),
    ];

    public static AlternativeWork Otherwise(int asset, params (ProductionMethod Method, int SameAs)[] methods) =>
        new(asset, methods.ToDictionary(pair => pair.Method, pair => AssetWork.Of(A.Engagement.Document.Assets[pair.SameAs])));

    public static Comparison Changed(this Comparison comparison, Func<Engagement, Engagement> change) => change(comparison.Engagement.Document).Compared();

    /// <summary>Cents of an amount.</summary>
    public static decimal Cents(this Money amount) => amount.ToMinorUnit(Currency.Of("EUR"));

    /// <summary>Cents of an amount that is known.</summary>
    public static decimal Cents(this Money? amount) => amount!.Value.Cents();

    /// <summary>A figure as the worked answers print it, with eight decimals.</summary>
    public static decimal Shown(this Figure figure) => decimal.Round(figure.Value, 8);

    /// <inheritdoc cref="Shown(Figure)"/>
    public static decimal Shown(this Figure? figure) => figure!.Value.Shown();
}
