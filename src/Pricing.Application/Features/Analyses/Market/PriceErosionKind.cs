using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Market;

/// <summary>How an asset's price falls towards its marginal cost.</summary>
internal sealed class PriceErosionKind() : AnalysisKind<PriceErosionParameters, PriceErosion>("price-erosion")
{
    private const int MostYears = 50, UsualYears = 5;

    private static readonly Allowed Growth = new(-1, 1, IsAbove: true);
    private static readonly string[] PhaseNames = [.. Enum.GetValues<Phase>().Select(CodeTables.Phases.CodeOf)];

    protected override PriceErosionParameters Read(ObjectReader parameters, AnalysisSubject subject) => new()
    {
        Asset = new ReferenceReading(subject).Asset(parameters),
        InitialPrice = new Money(parameters.Number("initialPrice", Allowed.Positive).Value),
        Rates = ReadRates(parameters),
        Years = parameters.OptionalWhole("years", 1, MostYears) ?? UsualYears,
        MinimumMargin = parameters.OptionalNumber("minimumMargin", Allowed.Margin),
        LimitPrice = Amount(parameters.OptionalNumber("limitPrice", Allowed.Positive)),
        Phases = parameters.OptionalObjects("phases", PhaseNames, name => $"There is no phase {JsonText.Quote(name)}; there are {CodeTables.Phases.List}.", ReadPhase)
            ?.Select(phase => phase.Value).ToList(),
        Structure = parameters.StructurePlace(subject),
        Reopen = parameters.OptionalObject("reopen", reopen => ReadReopening(reopen, subject)),
    };

    protected override PriceErosion Answer(AnalysisSubject subject, PriceErosionParameters parameters, RunControl run)
    {
        var column = subject.Comparison.Structures[parameters.Structure];
        var unpriced = (parameters.Phases ?? []).Where(phase => phase.InitialPrice is null);
        if (column.ExpectedFee is null || column.ExpectedCost.IsZero)
            ThrowIfAny([.. unpriced.Select(phase => new Fault(
                $"/parameters/phases/{CodeTables.Phases.CodeOf(phase.Phase)}/initialPrice",
                "initialPrice is missing; the structure has no fee over cost from which it could be taken."))]);
        return PriceErosionAnalysis.Of(subject.Comparison, parameters);
    }

    protected override void Write(AnswerPen pen, AnalysisSubject subject, PriceErosion result)
    {
        pen.Text("asset", result.Asset);
        pen.Money("aiCost", result.AiCost);
        pen.Money("otherCost", result.OtherCost);
        pen.List("series", result.Series, year =>
        {
            pen.Whole("year", year.Year);
            pen.Money("marginalCost", year.MarginalCost);
            pen.Money("price", year.Price);
            pen.Money("floor", year.Floor);
            pen.Number("profitMargin", year.ProfitMargin);
            pen.Money("revenueAtRisk", year.RevenueAtRisk);
        });
        pen.Whole("floorYear", result.FloorYear);
        pen.Number("floorTime", result.FloorTime);
        pen.Number("limitTime", result.LimitTime);
        if (result.Phases is { } phases)
            pen.List("phases", phases, phase => WritePhase(pen, phase));
        if (result.Reopening is { } reopening)
            pen.Object("reopen", () => WriteReopening(pen, reopening));
    }

    protected override Chart ChartOf(AnalysisSubject subject, PriceErosion result) =>
        new PriceErosionChart(result, ChartSubject.Of(subject.Comparison));

    private static ErosionRates ReadRates(ObjectReader rates) => new(
        rates.Number("computeDecline", Allowed.Margin), rates.Number("wageGrowth", Growth), rates.Number("competition", Allowed.Share));

    private static PhaseRates ReadPhase(string name, ObjectReader phase) =>
        new(CodeTables.Phases.Find(name), ReadRates(phase), Amount(phase.OptionalNumber("initialPrice", Allowed.Amount)));

    private static ReopeningTerms ReadReopening(ObjectReader reopen, AnalysisSubject subject)
    {
        var structure = reopen.StructurePlace<ValueBased>(subject, "structure");
        if (structure is null && reopen.Lacks("structure"))
            reopen.Fault("structure", "structure is missing, and the engagement has no value-based fee to talk about again.");
        return new(
            structure ?? 0,
            reopen.OptionalNumber("maximumSplit", Allowed.PositiveShare) ?? 1,
            reopen.OptionalDay("startDate"),
            reopen.OptionalNumber("referenceDecline", Allowed.Margin));
    }

    private static Money? Amount(decimal? amount) => amount is { } known ? new Money(known) : null;

    private static void ThrowIfAny(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
            throw new InvalidRequestException(faults);
    }

    private static void WritePhase(AnswerPen pen, PhaseErosion phase)
    {
        pen.Text("phase", CodeTables.Phases.CodeOf(phase.Phase));
        pen.List("series", phase.Series, year =>
        {
            pen.Whole("year", year.Year);
            pen.Money("cost", year.Cost);
            pen.Money("price", year.Price);
            pen.Money("profit", year.Profit);
            pen.Number("profitShare", year.ProfitShare);
        });
    }

    private static void WriteReopening(AnswerPen pen, Reopening reopening)
    {
        pen.Whole("structure", reopening.Structure);
        pen.Money("fee", reopening.Fee);
        pen.Whole("month", reopening.Month);
        pen.Day("date", reopening.Date);
        pen.Money("referencePrice", reopening.ReferencePrice);
        pen.Money("ceiling", reopening.Ceiling);
    }
}
