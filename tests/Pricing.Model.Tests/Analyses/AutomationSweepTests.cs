using CsCheck;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Tests.Properties;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class AutomationSweepTests
{
    private static readonly AutomationSweepParameters Halves = new(Videos, [Pipeline], Steps: 2, PassThroughShares: [0.4m], PassThroughStructure: 1);

    [Fact]
    public void Cost_hours_and_range_are_those_of_the_document_at_the_share()
    {
        var sweep = AutomationSweepAnalysis.Of(A, Halves);

        Assert.Equal([0, 0.5m, 1], sweep.Rows.Select(row => row.Share.Value));
        Assert.Equal([391_379.11m, 239_940.18m, 75_811.23m], sweep.Rows.Select(row => row.Cost.Cents()));
        Assert.Equal([196_217.11m, 135_105.01m, 67_439.70m], sweep.Rows.Select(row => row.Work.Labour.Cents()));
        Assert.Equal([0, 667.37m, 1_334.74m], sweep.Rows.Select(row => row.Compute.Cents()));
        Assert.Equal([0, 7_254.17m, 8_371.54m], sweep.Rows.Select(row => row.Work.Ai.Cents()));
        Assert.Equal([2_476.3m, 1_668.2m, 794.1m], sweep.Rows.Select(row => row.Work.ExpectedHours.Figure.Shown()));
        Assert.Equal([401_706.32m, 247_432.77m, 79_801.30m], sweep.Rows.Select(row => row.Floor.Cents()));
        Assert.All(sweep.Rows, row => Assert.Equal(446_479.05m, row.Ceiling.Cents()));
        Assert.Equal(0.8m, sweep.CurrentShare.Value);
        Assert.Equal(12_690.02m, sweep.SetUpCost.Cents());
    }

    [Fact]
    public void Every_structure_is_priced_at_every_share()
    {
        var sweep = AutomationSweepAnalysis.Of(A, Halves);

        Assert.Equal(
            [264_407.82m, 286_441.00m, 265_564.83m, 247_432.77m, 287_285.84m, 271_031.86m, 249_141.00m, 216_481.78m, 230_181.00m, 239_940.18m, 278_547.23m],
            sweep.Rows[1].Fees.Select(fee => fee.ExpectedFee.Cents()));
        Assert.Equal(-23_458.40m, sweep.Rows[1].Fees[7].ExpectedProfit.Cents());
        Assert.Equal(-0.10836198m, sweep.Rows[1].Fees[7].ProfitMargin.Shown());
    }

    [Fact]
    public void A_share_of_the_saving_is_passed_on()
    {
        var prices = Assert.Single(AutomationSweepAnalysis.Of(A, Halves).PassThrough).Prices;

        Assert.Equal([465_279.38m, 404_703.81m, 339_052.23m], prices.Select(price => price.Price.Cents()));
        Assert.Equal([73_900.27m, 164_763.63m, 263_241.00m], prices.Select(price => price.Profit.Cents()));
        Assert.Equal([0, 60_575.57m, 126_227.15m], prices.Select(price => price.ClientSaving.Cents()));
        Assert.Equal(0.7764025m, prices[2].ProfitMargin.Shown());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void The_place_where_a_fee_falls_below_the_floor_does_not_hang_on_the_grid(int steps)
    {
        var billedLess = A.Changed(document => document with { RateCard = document.RateCard with { Realisation = 0.85m } });

        var sweep = AutomationSweepAnalysis.Of(billedLess, Halves with { Steps = steps });

        Assert.Equal(0.82202112m, sweep.Crossings[0].Shown());
        Assert.Null(sweep.Crossings[1]);
    }

    [Fact]
    public void A_fee_that_is_below_the_floor_from_the_start_is_so_at_the_first_share()
    {
        Assert.Equal(0, AutomationSweepAnalysis.Of(A, Halves).Crossings[6]!.Value.Value);
    }

    [Fact]
    public void A_fee_that_begins_below_the_floor_where_there_was_none_before_counts_from_that_share()
    {
        // Discounted by 10 % the value-based fee lies below its floor wherever there is one; at share 0 the ceiling is too low for any.
        var engagement = A.Changed(document => document with
        {
            Value = document.Value with { ReferencePrice = 350_000, ReferenceValueShare = 1 },
            FeeStructures = [new ValueBased(0, 0.05m) { Discount = 0.1m }],
        });

        var sweep = AutomationSweepAnalysis.Of(engagement, Halves with { PassThroughStructure = 0 });

        Assert.Equal([false, true, true], sweep.Rows.Select(row => row.Fees[0].Feasible));
        Assert.Equal(0.5m, sweep.Crossings[0]!.Value.Value);
        Assert.All(sweep.PassThrough[0].Prices, price => Assert.Null(price.Price ?? price.Profit ?? price.ClientSaving));
    }

    [Fact]
    public void A_retainer_left_without_hours_is_named()
    {
        var engagement = A.Changed(document => document with
        {
            WorkPackages = [document.WorkPackages[Pipeline]],
            Revisions = null,
            FeeStructures = [new Retainer(4, 240, 0.05m, null, 0, 0)],
        });
        var none = new AssetWork("ai", [], [], []);
        var nobody = new AlternativeWork(0, new Dictionary<ProductionMethod, AssetWork> { [ProductionMethod.Classic] = none });

        var withoutHours = AutomationSweepAnalysis.MissingRates(
            engagement.Changed(document => document with { Assets = [document.Assets[0]] }), new([nobody], [0], 4, [0], 0));

        Assert.Equal(["/feeStructures/0/rate"], withoutHours.Select(fault => fault.Pointer));
        Assert.Empty(AutomationSweepAnalysis.MissingRates(A, Halves));
    }

    [Fact]
    public void A_row_is_the_comparison_of_the_document_at_its_share()
    {
        var row = AutomationSweepAnalysis.Of(A, Halves with { Steps = 3 }).Rows[1];

        var direct = DocumentAt(1 / 3m).Compared();

        AssertNear(direct.Cost.Total, row.Cost);
        AssertNear(direct.BargainingRange.Floor, row.Floor);
        Assert.All(direct.Structures.Zip(row.Fees), pair =>
        {
            AssertNear(pair.First.ExpectedFee!.Value, pair.Second.ExpectedFee!.Value);
            AssertNear(pair.First.ExpectedProfit!.Value, pair.Second.ExpectedProfit!.Value);
        });
    }

    [Fact]
    public void Rows_of_any_engagement_are_the_comparisons_of_its_documents() => SoundEngagement.Any.Sample(
        engagement =>
        {
            if (engagement.Assets.Sum(asset => asset.Quantity) == 0)
                return;
            var others = engagement.Assets.Select((_, i) => AssetWork.Of(engagement.Assets[(i + 1) % engagement.Assets.Count])).ToList();
            var alternatives = others.Select((work, i) => new AlternativeWork(i, new Dictionary<ProductionMethod, AssetWork> { [ProductionMethod.Ai] = work })).ToList();

            var rows = AutomationSweepAnalysis.Of(engagement.Compared(), new(alternatives, [], 4, [1], 0)).Rows;

            foreach (var row in rows)
                AssertIsComparison(AtShare(engagement, others, row.Share.Value).Compared(), row);
        },
        iter: 100);

    private static Engagement AtShare(Engagement engagement, List<AssetWork> others, decimal share) => engagement with
    {
        Assets = [.. engagement.Assets.Zip(others, (asset, other) => new[]
        {
            asset with
            {
                Quantity = share * asset.Quantity,
                EffortProfile = other.EffortProfile,
                HoursPerAsset = other.HoursPerAsset,
                Generations = other.Generations,
                CostsPerAsset = other.CostsPerAsset,
            },
            asset with { Quantity = (1 - share) * asset.Quantity },
        }).SelectMany(pair => pair)],
    };

    private static void AssertIsComparison(Comparison expected, AutomationRow row)
    {
        AssertNear(expected.Structures[0].ExpectedCost, row.Cost);
        AssertNear(expected.BargainingRange.Floor, row.Floor);
        foreach (var (column, fee) in expected.Structures.Zip(row.Fees))
        {
            Assert.Equal(column.Feasible, fee.Feasible);
            AssertNear(column.ExpectedFee ?? default, fee.ExpectedFee ?? default);
            AssertNear(column.ExpectedProfit ?? default, fee.ExpectedProfit ?? default);
        }
    }

    // Written out as the contract says it: two assets in place of one.
    private static Engagement DocumentAt(decimal share)
    {
        var document = A.Engagement.Document;
        var (ai, classic) = (document.Assets[AiVideo], document.Assets[ClassicVideo]);
        return document with
        {
            Assets = [.. document.Assets.SelectMany(asset => new[]
            {
                ai with { Quantity = share * asset.Quantity },
                classic with { Quantity = (1 - share) * asset.Quantity },
            })],
        };
    }

    private static void AssertNear(Money expected, Money actual) => Assert.InRange(actual.Amount - expected.Amount, -1e-12m, 1e-12m);
}
