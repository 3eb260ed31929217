using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Model.Analyses;

/// <summary>Follows an asset's price as compute gets cheaper, wages rise and competition takes the profit.</summary>
/// <remarks>Source: docs/formulas/analyses-market.md, "Price erosion".</remarks>
public static class PriceErosionAnalysis
{
    private const int LimitHorizon = 50;
    private const int MonthsOfYear = 12;

    /// <summary>Works the erosion out.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    /// <exception cref="OverflowException">A figure exceeds what a decimal holds.</exception>
    public static PriceErosion Of(Comparison comparison, PriceErosionParameters parameters)
    {
        var asset = comparison.Engagement.Document.Assets[parameters.Asset];
        var unit = UnitCost.Of(comparison.Engagement, asset);
        var curve = new ErosionCurve(unit.Ai, unit.NotAi, parameters.InitialPrice, parameters.Rates);
        Figure minimumMargin = parameters.MinimumMargin ?? Comparison.MinimumMarginOf(comparison.Engagement).Value;

        var series = Enumerable.Range(0, parameters.Years + 1).Select(year => YearOf(curve, year, minimumMargin, asset.Quantity)).ToArray();
        var floorYear = series.FirstOrDefault(year => IsAtMost(year.Price, year.Floor))?.Year;
        return new(
            asset.Name, curve.AiCost, curve.OtherCost, series, floorYear, FloorTime(curve, floorYear, minimumMargin), LimitTime(curve, parameters.LimitPrice),
            parameters.Phases is { } phases ? PhasesOf(phases, comparison, parameters) : null,
            parameters.Reopen is { } terms ? ReopeningOf(terms, curve, comparison, parameters.Years) : null,
            curve, minimumMargin);
    }

    private static ErosionYear YearOf(ErosionCurve curve, int year, Figure minimumMargin, decimal quantity)
    {
        var (cost, price) = (curve.MarginalCost(year), curve.Price(year));
        return new(year, cost, price, curve.Floor(year, minimumMargin), (price - cost).Over(price), quantity * (curve.InitialPrice - price));
    }

    private static Figure? FloorTime(ErosionCurve curve, int? floorYear, Figure minimumMargin) => floorYear switch
    {
        null => null,
        0 => 0,
        { } year => Bisection.Beginning(year - 1, year, time => IsAtMost(curve.Price(time), curve.Floor(time, minimumMargin))),
    };

    // The closed form holds marginal cost at its start, so it only counts where the price does get there.
    private static Figure? LimitTime(ErosionCurve curve, Money? limit)
    {
        if (limit is not { } price || curve.Rates.Competition is 0 or 1 || price > curve.InitialPrice)
            return null;
        var above = price - curve.InitialCost;
        if (above.Amount <= Figure.ZeroTolerance || !Enumerable.Range(0, LimitHorizon + 1).Any(year => IsAtMost(curve.Price(year), price)))
            return null;
        return RealPower.Ln(above.Amount / (curve.InitialPrice - curve.InitialCost).Amount) / RealPower.Ln(1 - curve.Rates.Competition);
    }

    private static PhaseErosion[] PhasesOf(IReadOnlyList<PhaseRates> phases, Comparison comparison, PriceErosionParameters parameters)
    {
        var curves = phases.OrderBy(rates => rates.Phase).Select(rates => (rates.Phase, Curve: CurveOf(rates, comparison, parameters.Structure))).ToArray();
        var profits = Enumerable.Range(0, parameters.Years + 1).Select(year => Money.Sum([.. curves.Select(phase => ProfitOf(phase.Curve, year))])).ToArray();
        return [.. curves.Select(phase => new PhaseErosion(phase.Phase, [.. profits.Select((profit, year) => PhaseYearOf(phase.Curve, year, profit))]))];
    }

    private static ErosionCurve CurveOf(PhaseRates rates, Comparison comparison, int structure)
    {
        var work = comparison.WorkOf([rates.Phase]);
        var others = work.Labour + work.PassThrough;
        return new(work.Ai, others, rates.InitialPrice ?? PriceOf(work.Ai + others, comparison.Structures[structure]), rates.Rates);
    }

    private static Money PriceOf(Money phaseCost, StructureComparison column) => column.ExpectedFee is { } fee
        ? phaseCost * fee.Figure / column.ExpectedCost.Figure
        : throw new ArgumentException("The structure has no fee from which the phase could take its price.", nameof(column));

    private static Money ProfitOf(ErosionCurve curve, int year) => curve.Price(year) - curve.MarginalCost(year);

    private static PhaseYear PhaseYearOf(ErosionCurve curve, int year, Money profitOfAll)
    {
        var profit = ProfitOf(curve, year);
        return new(
            year, curve.MarginalCost(year), curve.Price(year), profit, profitOfAll.Amount > Figure.ZeroTolerance ? profit.Figure / profitOfAll.Figure : null);
    }

    private static Reopening ReopeningOf(ReopeningTerms terms, ErosionCurve curve, Comparison comparison, int years)
    {
        var fee = comparison.Structures[terms.Structure].ExpectedFee;
        if (fee is not { } agreed)
            return new(terms.Structure, null, null, null, null, null);

        for (var month = 1; month <= MonthsOfYear * years; month++)
        {
            var reference = ReferencePriceAt((decimal)month / MonthsOfYear, terms, curve, comparison);
            var range = RangeAt(reference, comparison);
            var most = range.Floor + terms.MaximumSplit * Money.Max(Money.Zero, range.Zopa);
            if (agreed.Amount > most.Amount + Figure.ZeroTolerance)
                return new(terms.Structure, fee, month, DayOf(terms.StartDate, month), reference, range.Ceiling);
        }

        return new(terms.Structure, fee, null, null, null, null);
    }

    private static Money ReferencePriceAt(decimal years, ReopeningTerms terms, ErosionCurve curve, Comparison comparison)
    {
        var today = comparison.BargainingRange.ReferencePrice;
        return terms.ReferenceDecline is { } decline
            ? today * RealPower.Of(1 - decline, years)
            : today * curve.Price(years).Figure / curve.InitialPrice.Figure;
    }

    private static BargainingRange RangeAt(Money referencePrice, Comparison comparison)
    {
        var document = comparison.Engagement.Document;
        var then = ResolvedEngagement.From(document with { Value = document.Value with { ReferencePrice = referencePrice.Amount } });
        return BargainingRange.Of(then, comparison.Cost.Work, comparison.Value.Total, Comparison.MinimumMarginOf(then));
    }

    // The last day of the month where it has no such day; none where the calendar ends.
    private static DateOnly? DayOf(DateOnly? start, int months) =>
        start is { } day && (DateOnly.MaxValue.Year - day.Year) * MonthsOfYear + DateOnly.MaxValue.Month - day.Month >= months ? day.AddMonths(months) : null;

    private static bool IsAtMost(Money amount, Money limit) => amount.Amount <= limit.Amount + Figure.ZeroTolerance;
}
