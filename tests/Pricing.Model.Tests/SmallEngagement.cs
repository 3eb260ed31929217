using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests;

/// <summary>An engagement small enough to price by hand.</summary>
/// <remarks>
/// ED: direct 40,000 × 1.2 / (1,000 × 0.8) = 60, loaded 60 × 1.5 = 90, card 120. PERT (0.9 + 4 + 1.7) / 6 = 1.1.
/// 100 planned hours: L = 110 × 90 = 9,900, L_plan = 9,000, direct 6,600, Card = 110 × 120 = 13,200.
/// A = 1,000, T = 2,000 + 3,000 = 5,000, K = 2,000 × 0.05 = 100, cost 16,000.
/// V = 100,000, V_ref = 60,000, EVC = 50,000 + 40,000 = 90,000 = ceiling.
/// </remarks>
internal static class SmallEngagement
{
    public static Engagement Of(params FeeStructure[] structures) => new()
    {
        Name = "Small",
        Currency = "EUR",
        Agency = new(AvailableHours: 1_000, OnCostRate: 0.2m, OverheadRate: 0.5m, RiskTolerance: 100_000, VatRate: 0.19m, ArtistSocialLevyRate: 0.05m),
        RateCard = new(Discount: 0.1m, Realisation: 0.9m,
        [
            new Employee("ED", "Editor", 120, 40_000, 0.8m, null),
            new Freelancer("FR", "Illustrator", 80, 40, Artistic: true),
        ]),
        EffortProfiles = [new("std", 0.9m, 1, 1.7m), new("sure", 1, 1, 1)],
        WorkPackages = [Package("Edit", Phase.Ideation, ("ED", 100))],
        Costs =
        [
            new() { Name = "Model", Kind = CostKind.Ai, Amount = 1_000, Phase = Phase.Production },
            new() { Name = "Photographer", Kind = CostKind.ArtisticThirdParty, Amount = 2_000, Phase = Phase.Production },
            new() { Name = "Studio", Kind = CostKind.OtherThirdParty, Amount = 3_000, Phase = Phase.Production },
        ],
        Value = new(DiscountRate: 0, InputTaxDeductible: null, [Once(100_000)], ReferencePrice: 50_000, ReferenceValueShare: 0.6m),
        Scenarios = new(
            [new(0.8m, 0.5m), new(1.2m, 0.5m)],
            [new("bad", 0.5m, 0.5m, [new("Sales", 0.7m)]), new("good", 1.5m, 0.5m, [new("Sales", 1.25m)])]),
        Scorecard = new(Threshold: 0.8m, Stretch: 1.25m, Cap: 1.5m, [new() { Name = "Sales", Weight = 1 }]),
        TailProbability = 0.1m,
        FeeStructures = structures is [] ? [Price(20_000)] : structures,
    };

    public static WorkPackage Package(string name, Phase phase, params (string Role, decimal Hours)[] hours) => new()
    {
        Name = name,
        Phase = phase,
        EffortProfile = "std",
        Hours = [.. hours.Select(line => new RoleHours(line.Role, line.Hours))],
    };

    public static ValueDriver Once(decimal amount, int delay = 0) => new()
    {
        Name = "Benefit",
        FirstMonth = amount,
        MonthlyRetention = 1,
        Months = 1,
        DelayMonths = delay,
        Attribution = 1,
        Confidence = 1,
    };

    /// <summary>A price list of one, so that the fee is that price and T + K = 5,100.</summary>
    public static PerUnit Price(decimal amount) => new([new("All", 1, amount)], 0);

    public static Comparison Compared(this Engagement engagement) => Comparison.Of(ResolvedEngagement.From(engagement));

    /// <summary>The one column of an engagement with one structure.</summary>
    public static StructureComparison Column(this Engagement engagement) => Assert.Single(engagement.Compared().Structures);

    /// <summary>An engagement whose only figures are fees: no work, no cost, V = 100,000 at once.</summary>
    public static Engagement FeesOnly(params FeeStructure[] structures) => Of(structures) with { WorkPackages = [], Costs = [] };
}
