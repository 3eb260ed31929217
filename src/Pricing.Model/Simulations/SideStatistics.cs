using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Simulations;

/// <summary>Statistics of every side of every feasible structure, once all is surveyed.</summary>
internal sealed class SideStatistics
{
    private const int FewestBins = 8_192;
    private static readonly decimal[] Shares = [0.05m, 0.25m, 0.5m, 0.75m, 0.95m];

    private readonly TrialRunner runner;
    private readonly Survey survey;
    private readonly int bins;
    private readonly decimal tail;
    private readonly double[] tolerances;
    private readonly Currency currency;

    public SideStatistics(Comparison comparison, SimulationParameters parameters, TrialRunner runner, Survey survey)
    {
        (this.runner, this.survey, bins) = (runner, survey, parameters.Bins);
        currency = comparison.Currency;
        var document = comparison.Engagement.Document;
        tail = document.TailProbability;
        tolerances = [(double)document.Agency.RiskTolerance, (double)(parameters.ClientRiskTolerance ?? document.Agency.RiskTolerance)];
    }

    /// <summary>The statistics of each series.</summary>
    public SimulatedSide[] All()
    {
        var sides = new SimulatedSide[runner.Plan.Series.Length];
        var spread = Enumerable.Range(0, sides.Length).Where(IsSpread).ToArray();
        var ranked = Array.ConvertAll(spread, _ => new RankedAmounts(RankOf(tail)));
        var searches = spread.Select((i, at) => SearchOf(i, ranked[at])).ToArray();
        var utilities = Search(searches);

        for (var i = 0; i < sides.Length; i++)
            sides[i] = SideOfOne(i);
        for (var at = 0; at < spread.Length; at++)
            sides[spread[at]] = SideOf(spread[at], ranked[at], utilities[at], searches[at].Counts);
        return sides;
    }

    private double[] Search(RankSearch[] searches)
    {
        if (searches.Length == 0)
            return [];
        var passes = new RankPasses(runner, survey.Centres);
        var utilities = passes.Count(searches, [.. searches.Select(search => (survey.Least[search.Series], ToleranceOf(search.Series)))]);
        var open = passes.Look(searches);
        while (open.Length > 0)
        {
            passes.Count(open, null);
            open = passes.Look(open);
        }

        return utilities;
    }

    // A multiple of the bins asked for, so that these are sums of them.
    private RankSearch SearchOf(int series, RankedAmounts ranked)
    {
        var count = bins * ((FewestBins + bins - 1) / bins);
        long[] ranks = [.. Shares.Append(tail).Select(RankOf).Distinct().Order()];
        return new(series, survey.Least[series], survey.Greatest[series], count, 0, ranks, ranked, isWhole: true);
    }

    private double ToleranceOf(int series) => tolerances[series % 2];

    // The ceil(q n)-th smallest; the product is free of dust first.
    private long RankOf(decimal share)
    {
#pragma warning disable RS0030 // No money: a count of trials.
        return Math.Max(1, (long)decimal.Ceiling(decimal.Round(share * runner.Trials, 9, MidpointRounding.ToEven)));
#pragma warning restore RS0030
    }

    private SimulatedSide SideOf(int i, RankedAmounts ranked, double utilities, long[] counts)
    {
        var statistics = survey.SeriesStatistics(i);
        var meanUtility = utilities / runner.Trials;
        return new()
        {
            Statistics = statistics,
            Percentiles = [.. Shares.Select(share => ranked[RankOf(share)])],
            LossProbability = LossProbability(i),
            ValueAtRisk = ranked[ranked.TailRank],
            ConditionalValueAtRisk = MeanOfTail(i, ranked),
            CertaintyEquivalent = statistics.Mean - statistics.StandardDeviation * statistics.StandardDeviation / (2 * ToleranceOf(i)),
            CertaintyEquivalentExponential = survey.Least[i] - ToleranceOf(i) * Math.Log(meanUtility),
            Histogram = HistogramOf(i, counts),
        };
    }

    // Amounts are equal where they are in minor units: the dust of binary sums is no spread.
    private bool IsSpread(int i) =>
        survey.Least[i].AsMoney().ToMinorUnit(currency) != survey.Greatest[i].AsMoney().ToMinorUnit(currency);

    // The same amount in every trial.
    private SimulatedSide SideOfOne(int i)
    {
        var amount = survey.Least[i];
        return new()
        {
            Statistics = new(amount, 0, 0),
            Percentiles = [.. Shares.Select(_ => amount)],
            LossProbability = LossProbability(i),
            ValueAtRisk = amount,
            ConditionalValueAtRisk = amount,
            CertaintyEquivalent = amount,
            CertaintyEquivalentExponential = amount,
            Histogram = new([amount, amount], [runner.Trials]),
        };
    }

    private double LossProbability(int i) => (double)survey.Losses[i] / runner.Trials;

    private double MeanOfTail(int i, RankedAmounts ranked)
    {
        var trials = (double)(tail * runner.Trials);
        var centre = survey.Centres[i];
        return centre + (ranked.TailDistances + (trials - ranked.TailCount) * (ranked[ranked.TailRank] - centre)) / trials;
    }

    private SampleHistogram HistogramOf(int i, long[] counts)
    {
        var (least, greatest) = (survey.Least[i], survey.Greatest[i]);
        var width = counts.Length / bins;
        var edges = Enumerable.Range(0, bins + 1).Select(edge => edge == bins ? greatest : least + (greatest - least) * edge / bins);
        return new([.. edges], [.. Enumerable.Range(0, bins).Select(bin => (int)counts.AsSpan(bin * width, width).ToArray().Sum())]);
    }
}
