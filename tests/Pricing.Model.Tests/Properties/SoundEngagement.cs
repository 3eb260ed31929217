using CsCheck;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests.Properties;

/// <summary>Random engagements without faults: any size, any structure, any spread.</summary>
internal static class SoundEngagement
{
    private static readonly string[] Roles = ["R0", "R1", "R2"];
    private static readonly string[] Kpis = ["Sales", "Fame"];

    private static readonly Gen<decimal> Share = Gen.Int[0, 1_000].Select(n => n / 1_000m);
    private static readonly Gen<decimal> Margin = Gen.Int[0, 900].Select(n => n / 1_000m);
    private static readonly Gen<decimal> Likely = Gen.Int[50, 1_000].Select(n => n / 1_000m);
    private static readonly Gen<decimal> Amount = Gen.OneOf(Gen.Const(0m), Gen.Int[1, 10_000_000].Select(n => n / 100m));
    private static readonly Gen<decimal> Small = Gen.Int[0, 20_000].Select(n => n / 100m);
    private static readonly Gen<string> Role = Gen.OneOf(Roles);
    private static readonly Gen<Phase> Phase = Gen.Enum<Phase>();
    private static readonly Gen<string?> Foreign = Gen.OneOf<string?>(null, "USD");

    private static readonly Gen<Agency> Agency =
        Gen.Select(Gen.Int[800, 2_000], Share, Share, Gen.Int[10_000, 1_000_000], Gen.Int[0, 250], Gen.Int[0, 60])
            .Select((hours, onCost, overhead, tolerance, vat, levy) => new Agency(hours, onCost, overhead, tolerance, vat / 1_000m, levy / 1_000m));

    private static readonly Gen<Role> Staff = Gen.OneOf(
        Gen.Select(Small, Gen.Int[20_000, 150_000], Likely, Gen.Bool, Share)
            .Select((rate, salary, utilisation, own, onCost) => (Role)new Employee("", "Employee", rate, salary, utilisation, own ? onCost : null)),
        Gen.Select(Small, Small, Gen.Bool).Select((rate, cost, artistic) => (Role)new Freelancer("", "Freelancer", rate, cost, artistic)));

    private static readonly Gen<EffortProfile> Profile =
        Gen.Select(Gen.Int[500, 1_000], Gen.Int[0, 300], Gen.Int[0, 900])
            .Select((best, more, worst) => new EffortProfile("", best / 1_000m, (best + more) / 1_000m, (best + more + worst) / 1_000m));

    private static readonly Gen<RoleHours[]> Hours =
        Gen.Select(Small, Small, Gen.Int[0, 3]).Select((a, b, which) => which switch
        {
            0 => Array.Empty<RoleHours>(),
            1 => [new(Roles[0], a)],
            2 => [new(Roles[2], a), new(Roles[1], b)],
            _ => [new(Roles[1], 0), new(Roles[0], b)],
        });

    private static readonly Gen<WorkPackage> Package =
        Gen.Select(Phase, Gen.Int[0, 1], Gen.OneOf<ProductionMethod?>(null, ProductionMethod.Ai, ProductionMethod.Classic), Hours)
            .Select((phase, profile, method, hours) => new WorkPackage { Name = "Package", Phase = phase, EffortProfile = $"p{profile}", Method = method, Hours = hours });

    private static readonly Gen<Generation> Generation =
        Gen.Select(Gen.Int[0, 10], Small, Small, Foreign, Likely, Gen.Bool, Role, Gen.Int[0, 30])
            .Select((accepted, size, price, currency, likely, reviewed, role, minutes) => new Generation
            {
                Model = "model",
                AcceptedPerAsset = accepted,
                SizePerAttempt = size,
                Unit = "second",
                UnitPrice = price,
                Currency = currency,
                AcceptanceProbability = likely,
                ReviewRole = reviewed ? role : null,
                ReviewMinutesPerAttempt = reviewed ? minutes : null,
            });

    private static readonly Gen<Cost> Cost =
        Gen.Select(Gen.Enum<CostKind>(), Amount, Foreign, Phase)
            .Select((kind, amount, currency, phase) => new Cost { Name = "Cost", Kind = kind, Amount = amount, Currency = currency, Phase = phase });

    private static readonly Gen<Asset> Asset =
        Gen.Select(Phase, Gen.Int[0, 50], Gen.Int[0, 1], Hours, Generation.Array[0, 3], Cost.Array[0, 2])
            .Select((phase, quantity, profile, hours, generations, costs) => new Asset
            {
                Name = "Asset",
                Phase = phase,
                Quantity = quantity,
                EffortProfile = $"p{profile}",
                HoursPerAsset = hours,
                Generations = generations,
                CostsPerAsset = [.. costs.Select(cost => cost with { Phase = null, Amount = cost.Amount / 100 })],
            });

    private static readonly Gen<Revisions?> Revisions =
        Gen.Select(Phase, Gen.Int[0, 4], Share, Gen.Int[0, 400], Gen.Int[0, 500], Hours, Small)
            .Select((phase, rounds, g, low, more, hours, external) => (Revisions?)new Revisions(phase, rounds, g, low / 1_000m, (low + more) / 1_000m, hours, external));

    private static readonly Gen<ValueDriver> Driver =
        Gen.Select(Gen.Int[-2_000_000, 10_000_000], Gen.Int[0, 1_100], Gen.Int[1, 60], Gen.Int[0, 24], Share, Share)
            .Select((first, retention, months, delay, attribution, confidence) => new ValueDriver
            {
                Name = "Driver",
                FirstMonth = first / 100m,
                MonthlyRetention = retention / 1_000m,
                Months = months,
                DelayMonths = delay,
                Attribution = attribution,
                Confidence = confidence,
            });

    private static readonly Gen<ValueCase> Value =
        Gen.Select(Gen.Int[0, 300], Gen.OneOf<bool?>(null, true, false), Driver.Array[0, 4], Amount, Share)
            .Select((rate, deductible, drivers, price, share) => new ValueCase(rate / 1_000m, deductible, drivers, price * 10, share));

    // Weights and levels of states, scaled so that probabilities add to 1 and the mean is 1.
    private static readonly Gen<(decimal Level, decimal Probability)[]> Spread =
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 300]).Array[1, 6].Select(states =>
        {
            var weight = states.Sum(state => state.Item1);
            var mean = states.Sum(state => (decimal)state.Item1 * state.Item2) / weight;
            return states.Select(state => (mean == 0 ? 1 : state.Item2 / mean, (decimal)state.Item1 / weight)).ToArray();
        });

    private static readonly Gen<Scenarios> Scenarios =
        Gen.Select(Spread, Spread, Gen.Int[500, 1_500].Array[2].Array[6]).Select((cost, outcome, reached) => new Scenarios(
            [.. cost.Select(state => new CostScenario(state.Level, state.Probability))],
            [.. outcome.Select((state, i) => new OutcomeScenario(
                $"Outcome {i}", state.Level, state.Probability, [new(Kpis[1], reached[i][1] / 1_000m), new(Kpis[0], reached[i][0] / 1_000m)]))]));

    private static readonly Gen<Scorecard> Scorecard =
        Gen.Select(Margin, Gen.Int[1_001, 2_000], Gen.Int[1_000, 3_000], Share).Select((threshold, stretch, cap, weight) => new Scorecard(
            threshold, stretch / 1_000m, cap / 1_000m, [new() { Name = Kpis[0], Weight = weight }, new() { Name = Kpis[1], Weight = 1 - weight }]));

    /// <summary>Any structure but a combined one.</summary>
    public static readonly Gen<FeeStructure> Simple = Gen.Select(Gen.Int[0, 13], Share, Share, Margin, Amount, Gen.Bool, Gen.Int[1, 24], Phase).Select(
        (which, a, b, margin, amount, has, months, phase) => (FeeStructure)(which switch
        {
            0 => new Hourly(a, b, has ? amount : null),
            1 => new Retainer(months, amount / 1_000, a, Rate: amount / 500 + 1, b, a),
            2 => new Fixed(a, margin, b, a),
            3 => new PerUnit([new("One", months, amount / 10), new("Two", 1, a)], b),
            4 => new CostPlus(a),
            5 => new CostPlus(null, amount),
            6 => new CostPlus(null, amount, amount * 2, b),
            7 => new Commission(a, amount),
            8 or 9 => new ValueBased(a, margin),
            10 => new Performance(amount, a, has ? amount : null, has ? amount * 2 : null),
            11 => new Hybrid(margin, b),
            12 => new Licence(margin, has ? ["R0", "R1", "R0"] : ["R2"], phase, new(a, b, a, b)),
            _ => has ? new Subscription(amount, amount / 10, months) : new GainShare(amount * 3, b),
        })).SelectMany(structure => Margin.Select(discount => structure with { Discount = discount / 2 }));

    private static readonly Gen<FeeStructure> Combined =
        Gen.Select(Simple, Simple, Simple, Margin).Select((a, b, bonus, discount) =>
        {
            var second = a is ValueBased && b is ValueBased ? new CostPlus(0.1m) : b;
            var third = bonus is ValueBased ? new Subscription(100, 10, 12) : bonus;
            return (FeeStructure)new Combined(
            [
                new([Model.Fees.Phase.Production, Model.Fees.Phase.Strategy], Bare(a)), new([Model.Fees.Phase.Ideation], Bare(second)), new([], Bare(third)),
            ])
            { Discount = discount / 2 };
        });

    /// <summary>Engagements whose costs all have a phase.</summary>
    public static readonly Gen<Engagement> Phased =
        Gen.Select(
            Gen.Select(Agency, Staff.Array[3], Profile.Array[2], Share, Share),
            Gen.Select(Package.Array[0, 4], Asset.Array[0, 3], Cost.Array[0, 4], Gen.OneOf(Gen.Const((Revisions?)null), Revisions)),
            Gen.Select(Value, Scenarios, Scorecard, Likely),
            Gen.Frequency((4, Simple), (1, Combined)).Array[1, 5],
            Gen.OneOf("EUR", "JPY", "KWD"))
        .Select((house, work, future, structures, currency) => new Engagement
        {
            Name = "Sound",
            Currency = currency,
            ExchangeRates = [new("USD", 0.92m, new(2026, 1, 2))],
            Agency = house.Item1,
            RateCard = new(house.Item4, house.Item5, [.. house.Item2.Select((role, i) => role with { Code = Roles[i] })]),
            EffortProfiles = [.. house.Item3.Select((profile, i) => profile with { Code = $"p{i}" })],
            WorkPackages = work.Item1,
            Assets = work.Item2,
            Costs = work.Item3,
            Revisions = work.Item4,
            Value = future.Item1,
            Scenarios = future.Item2,
            Scorecard = future.Item3,
            TailProbability = future.Item4,
            FeeStructures = structures,
        });

    /// <summary>Engagements that may have costs without a phase, where no combined structure stands.</summary>
    public static readonly Gen<Engagement> Any = Gen.Select(Phased, Gen.Bool).Select((engagement, isLoose) =>
        isLoose && !engagement.FeeStructures.Any(structure => structure is Combined)
            ? engagement with { Costs = [.. engagement.Costs.Select((cost, i) => i % 2 == 0 ? cost with { Phase = null } : cost)] }
            : engagement);

    /// <summary>A structure as a part may have it.</summary>
    public static FeeStructure Bare(FeeStructure structure) => structure with { Discount = 0 };
}
