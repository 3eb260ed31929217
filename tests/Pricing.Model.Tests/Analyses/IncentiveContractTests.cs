using CsCheck;
using Pricing.Model.Analyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class IncentiveContractTests
{
    private static readonly Gen<(decimal Theta, decimal Cost, decimal Aversion, decimal Variance, decimal More)> Models = Gen.Select(
        Amounts(1, 1_000), Amounts(1, 1_000), Amounts(1, 100), Amounts(1, 10_000), Amounts(1_001, 5_000));

    [Fact]
    public void The_best_share_falls_in_risk_and_cost_of_effort_and_rises_in_effectiveness() => Models.Sample(
        model =>
        {
            var (theta, cost, aversion, variance, more) = model;
            var share = ShareAt(theta, cost, aversion, variance);

            Assert.InRange(share, 0, 1);
            Assert.True(ShareAt(theta, cost, aversion * more, variance) < share);
            Assert.True(ShareAt(theta, cost * more, aversion, variance) < share);
            Assert.True(ShareAt(theta, cost, aversion, variance * more) < share);
            Assert.True(ShareAt(theta * more, cost, aversion, variance) > share);
        },
        iter: 1_000);

    [Fact]
    public void The_best_share_is_the_one_that_leaves_both_sides_most() => Models.Sample(
        model =>
        {
            var contracts = new IncentiveModel(model.Theta, model.Cost, model.Aversion, model.Aversion / 3, 0);
            var best = contracts.BestAt(model.Variance);

            Assert.All([-0.01m, 0.01m], step => Assert.True(contracts.ContractAt(best.Share + step, model.Variance).TotalCertaintyEquivalent < best.TotalCertaintyEquivalent));
        },
        iter: 1_000);

    private static decimal ShareAt(decimal theta, decimal cost, decimal aversion, decimal variance) =>
        new IncentiveModel(theta, cost, aversion, 0, 0).ShareAt(variance);

    // Thousandths.
    private static Gen<decimal> Amounts(int least, int most) => Gen.Int[least, most].Select(thousandths => thousandths / 1_000m);
}
