using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests.Comparisons;

/// <summary>As much as a document may hold: packages, hours, states, structures and parts at their limits.</summary>
internal static class LargestDocument
{
    private const int Packages = 1000, RolesOfPackage = 20, Roles = 200, States = 60, Structures = 50, Drivers = 100, Kpis = 50;

    public static Engagement Of() => new()
    {
        Name = "Largest",
        Currency = "EUR",
        Agency = new(1_640, 0.21m, 0.55m, 500_000, 0.19m, 0.049m),
        RateCard = new(0.05m, 0.93m, [.. Enumerable.Range(0, Roles).Select(i => new Employee($"R{i}", $"Role {i}", 90 + i, 40_000 + 317 * i, 0.8m, null))]),
        EffortProfiles = [new("p", 0.87m, 1, 1.61m)],
        WorkPackages = [.. Enumerable.Range(0, Packages).Select(PackageOf)],
        Costs = [.. Enumerable.Range(0, 1000).Select(i => new Cost { Name = $"Cost {i}", Kind = (CostKind)(i % 3), Amount = 13.37m + i, Phase = (Phase)(i % 3) })],
        Revisions = new(Phase.Production, 1000, 0.5m, 0.9m, 0.999999m, [new("R0", 1)], 10),
        Value = new(0.09m, false, [.. Enumerable.Range(0, Drivers).Select(DriverOf)], 20_000_000, 0.9m),
        Scenarios = new(
            [.. Enumerable.Range(0, States).Select(i => new CostScenario(0.41m + 0.02m * i, 1m / 60))],
            [.. Enumerable.Range(0, States).Select(i => new OutcomeScenario(
                $"Outcome {i}", 0.41m + 0.02m * i, 1m / 60, [.. Enumerable.Range(0, Kpis).Select(k => KeyValuePair.Create($"KPI {k}", 0.7m + 0.011m * ((i * 7 + k) % 60)))]))]),
        Scorecard = new(0.8m, 1.25m, 1.5m, [.. Enumerable.Range(0, Kpis).Select(k => new Kpi { Name = $"KPI {k}", Weight = 0.02m })]),
        TailProbability = 0.5m,
        FeeStructures = [.. Enumerable.Range(0, Structures).Select(StructureOf)],
    };

    private static WorkPackage PackageOf(int i) => new()
    {
        Name = $"Package {i}",
        Phase = (Phase)(i % 3),
        EffortProfile = "p",
        Hours = [.. Enumerable.Range(0, RolesOfPackage).Select(h => new RoleHours($"R{(i + 7 * h) % Roles}", 1.25m + h))],
    };

    private static ValueDriver DriverOf(int i) => new()
    {
        Name = $"Driver {i}",
        FirstMonth = 10_000 + i,
        MonthlyRetention = 0.993m,
        Months = 240,
        DelayMonths = i % 12,
        Attribution = 0.7m,
        Confidence = 0.6m,
    };

    private static Combined StructureOf(int i) => new([.. Enumerable.Range(0, 20).Select(j => new CombinedPart(j == i % 20 ? [Phase.Strategy, Phase.Ideation, Phase.Production] : [], PartOf(i + j)))])
    {
        Discount = 0.01m,
    };

    private static FeeStructure PartOf(int k) => (k % 4) switch
    {
        0 => new Hourly(0.1m, 0.1m, 10_000_000),
        1 => new Hybrid(0.05m, 0.3m),
        2 => new Performance(1_000, 0.001m, 10, 1_000_000),
        _ => new PerUnit([.. Enumerable.Range(0, 200).Select(u => new PricedUnit($"Unit {u}", 2, 1.5m))], 0.05m),
    };
}
