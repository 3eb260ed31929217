using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using static Pricing.Model.Tests.Analyses.CaseAnalyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class SavingsReinvestmentTests
{
    [Fact]
    public void A_share_of_the_saving_pays_for_whole_hero_pieces()
    {
        var result = SavingsReinvestmentAnalysis.Of(A, new(Videos, [Pipeline], 0.6m, new(28_000)));

        Assert.Equal(
            [359_967.83m, 66_225.17m, 12_690.02m, 281_052.65m, 168_631.59m, 112_421.06m, 631.59m],
            new[] { result.AllClassicCost, result.CurrentCost, result.SetUpCost, result.Saving, result.Reinvested, result.Kept, result.Rest }.Select(amount => amount.Cents()));
        Assert.Equal(6, result.HeroPieces.Value);
    }

    [Fact]
    public void Where_nothing_is_saved_nothing_is_reinvested_and_the_loss_is_kept()
    {
        var already = Otherwise(ClassicVideo);

        var result = SavingsReinvestmentAnalysis.Of(A, new([already], [Pipeline], 0.6m, new(28_000)));

        Assert.Equal(-12_690.02m, result.Saving.Cents());
        Assert.Equal(0, result.Reinvested.Amount);
        Assert.Equal(result.Saving, result.Kept);
        Assert.Equal((0, 0), (result.HeroPieces.Value, result.Rest.Amount));
    }

    [Fact]
    public void Hero_pieces_are_paid_from_the_reinvested_amount_as_rounded()
    {
        var saving = SavingsReinvestmentAnalysis.Of(A, new(Videos, [Pipeline], 1, new(1))).Saving;

        // The saving is just below its rounded amount, which pays for exactly one piece.
        Assert.True(saving.Amount < saving.Cents());
        var result = SavingsReinvestmentAnalysis.Of(A, new(Videos, [Pipeline], 1, new(saving.Cents())));

        Assert.Equal((1, 0), (result.HeroPieces.Value, result.Rest.Amount));
    }
}

public sealed class RoleHoursShiftTests
{
    [Fact]
    public void Hours_move_from_the_set_to_the_model()
    {
        var result = RoleHoursShiftAnalysis.Of(A, new(Videos, [Pipeline], null, 0.82m));

        Assert.Equal(["CRS", "PRD", "ED", "AIE", "CUR"], result.Roles.Select(role => role.Role));
        Assert.Equal([-339.3m, -558.9m, -819.9m, 184.8m, 80.74m], result.Roles.Select(role => role.Shift.Shown()));
        Assert.Equal([378, 630, 1_134, 0, 0], result.Roles.Select(role => role.ClassicHours.Shown()));
        Assert.Equal([-30_882.04m, -47_786.36m, -55_336.72m, 18_349.01m, 5_239.72m], result.Roles.Select(role => role.CostShift.Cents()));
        Assert.Equal((-1_452.56m, -1.04200861m, -110_416.40m), (result.Shift.Shown(), result.FullTimeEquivalents.Shown(), result.CostShift.Cents()));
    }

    [Fact]
    public void Without_a_given_utilisation_each_role_has_its_own_and_a_freelancer_counts_as_nobody()
    {
        var engagement = A.Changed(document => document with
        {
            RateCard = document.RateCard with
            {
                Roles = [.. document.RateCard.Roles.Select(role => role.Code == "PRD" ? new Freelancer("PRD", "Producer", 105, 70, false) : role)],
            },
        });

        var result = RoleHoursShiftAnalysis.Of(engagement, new(Videos, [Pipeline], null, null));

        var producer = result.Roles.Single(role => role.Role == "PRD");
        Assert.Null(producer.FullTimeEquivalents);
        Assert.Equal(-558.9m * 70, producer.CostShift.Amount);
        Assert.Equal(decimal.Round(-819.9m / (1_700 * 0.85m), 8), result.Roles.Single(role => role.Role == "ED").FullTimeEquivalents.Shown());
        Assert.Equal(result.Roles.Sum(role => role.FullTimeEquivalents?.Value ?? 0), result.FullTimeEquivalents.Value);
    }

    [Fact]
    public void A_delivery_by_one_method_takes_every_listed_asset_that_way()
    {
        var result = RoleHoursShiftAnalysis.Of(A, new(Videos, [], ProductionMethod.Ai, 1));

        // 120 videos by AI: 1.5 hours of the editor each, at the PERT factor of 1.1.
        var editor = result.Roles.Single(role => role.Role == "ED");
        Assert.Equal(120 * 1.5m * 1.1m, editor.Hours.Value);
    }
}

public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("4.0000000004", "4", "4")]
    [InlineData("4.0000000006", "5", "4")]
    [InlineData("3.9999999996", "4", "4")]
    [InlineData("3.9999999994", "4", "3")]
    [InlineData("-0.0000000001", "0", "0")]
    public void Dust_makes_no_piece_more_or_less(string figure, string ceiling, string floor)
    {
        Assert.Equal(Number.Of(ceiling), WholeNumber.Ceiling(Number.Of(figure)).Value);
        Assert.Equal(Number.Of(floor), WholeNumber.Floor(Number.Of(figure)).Value);
    }
}
