using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Tests.Fees;

/// <summary>The work of <see cref="SmallEngagement"/> as sums, and the fee of a structure in each state.</summary>
internal static class FeesOf
{
    public static readonly JointStates States = new(
        [new(0.8m, 0.5m), new(1.2m, 0.5m)],
        [new("bad", 0.5m, 0.5m, 0), new("good", 1.5m, 0.5m, 1.5m)]);

    public static readonly Work Work = new()
    {
        Labour = new(9_900),
        DirectLabour = new(6_600),
        PlannedLabour = new(9_000),
        CardValue = new(13_200),
        PlannedHours = new(100),
        ExpectedHours = new(110),
        Ai = new(1_000),
        ThirdParty = new(5_000),
        ArtistSocialLevy = new(100),
    };

    public static readonly FeeBasis Basis = new()
    {
        Work = Work,
        States = States,
        ClientValue = new(100_000),
        Ceiling = new(90_000),
        RateCardDiscount = 0.1m,
        Realisation = 0.9m,
        ByPhase = new Dictionary<Phase, Work>
        {
            [Phase.Ideation] = Work with { Ai = Money.Zero, ThirdParty = Money.Zero, ArtistSocialLevy = Money.Zero },
            [Phase.Production] = new() { Ai = new(1_000), ThirdParty = new(5_000), ArtistSocialLevy = new(100) },
        },
        IdeaValue = (phase, role) => phase == Phase.Ideation && role == "ED" ? new(12_000) : Money.Zero,
    };

    /// <summary>The amount in a joint state.</summary>
    public static decimal In(this StateAmounts amounts, int cost, int outcome) =>
        amounts.Constant.Amount + (amounts.ByCost?[cost].Amount ?? 0) + (amounts.ByOutcome?[outcome].Amount ?? 0);

    /// <summary>The fee after discount, which must exist.</summary>
    public static StateAmounts Fee(this FeeStructure structure, FeeBasis? basis = null) =>
        Assert.IsType<FeeSchedule.Feasible>(structure.Price(basis ?? Basis).Fee).Fee;

    /// <summary>The fee where it is the same in every state.</summary>
    public static decimal OneFee(this FeeStructure structure, FeeBasis? basis = null)
    {
        var fee = structure.Fee(basis);
        Assert.Equal(fee.Lowest, fee.Highest);
        return fee.Lowest.Amount;
    }

    /// <summary>Fees in the cost states 0.8 and 1.2.</summary>
    public static decimal[] ByCost(this FeeStructure structure, FeeBasis? basis = null)
    {
        var fee = structure.Fee(basis);
        return [fee.In(0, 0), fee.In(1, 0)];
    }

    /// <summary>Fees in the outcomes bad and good.</summary>
    public static decimal[] ByOutcome(this FeeStructure structure, FeeBasis? basis = null)
    {
        var fee = structure.Fee(basis);
        return [fee.In(0, 0), fee.In(0, 1)];
    }
}
