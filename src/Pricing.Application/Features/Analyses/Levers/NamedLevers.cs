using Pricing.Application.Contract;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>The levers that have a name, and how each moves its numbers in an engagement.</summary>
internal static class NamedLevers
{
    private static readonly NamedLever[] All =
    [
        new("hours", Allowed.Amount, CostPath.Linear, (engagement, move) => engagement with
        {
            WorkPackages = Each(engagement.WorkPackages, package => package with { Hours = Moved(package.Hours, move) }),
            Assets = Each(engagement.Assets, asset => asset with { HoursPerAsset = Moved(asset.HoursPerAsset, move) }),
        }),
        new("quantity", Allowed.Amount, CostPath.Linear, (engagement, move) => engagement with
        {
            Assets = Each(engagement.Assets, asset => asset with { Quantity = move(asset.Quantity) }),
        }),
        new("acceptanceProbability", Allowed.PositiveShare, CostPath.Inverse, (engagement, move) =>
            EachGeneration(engagement, generation => generation with { AcceptanceProbability = BelowOne(generation.AcceptanceProbability, move) })),
        new("attribution", Allowed.Share, null, (engagement, move) =>
            EachDriver(engagement, driver => driver with { Attribution = BelowOne(driver.Attribution, move) })),
        new("confidence", Allowed.Share, null, (engagement, move) =>
            EachDriver(engagement, driver => driver with { Confidence = BelowOne(driver.Confidence, move) })),
        new("aiPrices", Allowed.Amount, CostPath.Linear, (engagement, move) =>
            EachGeneration(engagement, generation => generation with { UnitPrice = move(generation.UnitPrice) })),
        new("aiCosts", Allowed.Amount, CostPath.Linear, (engagement, move) =>
            EachCost(engagement, cost => cost.Kind == CostKind.Ai ? cost with { Amount = move(cost.Amount) } : cost)),
        new("thirdPartyCosts", Allowed.Amount, CostPath.Linear, (engagement, move) =>
            EachCost(engagement, cost => cost.Kind != CostKind.Ai ? cost with { Amount = move(cost.Amount) } : cost)),
        new("salaries", Allowed.Amount, CostPath.Linear, (engagement, move) => EachRole(engagement, role => role switch
        {
            Employee employee => employee with { AnnualSalary = move(employee.AnnualSalary) },
            Freelancer freelancer => freelancer with { CostPerHour = move(freelancer.CostPerHour) },
            _ => role,
        })),
        new("hourlyRates", Allowed.Amount, CostPath.Linear, (engagement, move) => EachRole(engagement, role => role with { HourlyRate = move(role.HourlyRate) })),
        new("exchangeRates", Allowed.Rate, CostPath.Linear, (engagement, move) => engagement with
        {
            ExchangeRates = Each(engagement.ExchangeRates, rate => rate with { Rate = move(rate.Rate) }),
        }),
        new("value", Allowed.Any, null, (engagement, move) => EachDriver(engagement, driver => driver with { FirstMonth = move(driver.FirstMonth) })),
        new("referencePrice", Allowed.Amount, null, (engagement, move) => engagement with
        {
            Value = engagement.Value with { ReferencePrice = move(engagement.Value.ReferencePrice) },
        }),
        new("riskTolerance", Allowed.AtLeastOne, null, (engagement, move) => engagement with
        {
            Agency = engagement.Agency with { RiskTolerance = move(engagement.Agency.RiskTolerance) },
        }),
        new("overheadRate", Allowed.Surcharge, CostPath.Linear, (engagement, move) => engagement with
        {
            Agency = engagement.Agency with { OverheadRate = move(engagement.Agency.OverheadRate) },
        }),
        new("concreteness", Allowed.Share, null, (engagement, move) => engagement.Revisions is not { } revisions ? engagement : engagement with
        {
            Revisions = revisions with { Concreteness = move(revisions.Concreteness) },
        }),
    ];

    /// <summary>The levers looked at where nobody names any.</summary>
    public static readonly string[] Default =
    [
        "hours", "quantity", "acceptanceProbability", "aiPrices", "aiCosts", "thirdPartyCosts",
        "salaries", "hourlyRates", "exchangeRates", "value", "referencePrice", "riskTolerance",
    ];

    /// <summary>Their names, for a sentence.</summary>
    public static string List { get; } = string.Join(", ", All.Select(lever => lever.Name));

    /// <summary>The lever of a name; null where there is none.</summary>
    public static NamedLever? Find(string name) => Array.Find(All, lever => lever.Name == name);

    private static decimal BelowOne(decimal number, Func<decimal, decimal> move) => number < 1 ? move(number) : number;

    private static T[] Each<T>(IReadOnlyList<T> entries, Func<T, T> change) => [.. entries.Select(change)];

    private static RoleHours[] Moved(IReadOnlyList<RoleHours> hours, Func<decimal, decimal> move) =>
        Each(hours, entry => entry with { Planned = move(entry.Planned) });

    private static Engagement EachRole(Engagement engagement, Func<Role, Role> change) =>
        engagement with { RateCard = engagement.RateCard with { Roles = Each(engagement.RateCard.Roles, change) } };

    private static Engagement EachDriver(Engagement engagement, Func<ValueDriver, ValueDriver> change) =>
        engagement with { Value = engagement.Value with { Drivers = Each(engagement.Value.Drivers, change) } };

    private static Engagement EachGeneration(Engagement engagement, Func<Generation, Generation> change) =>
        engagement with { Assets = Each(engagement.Assets, asset => asset with { Generations = Each(asset.Generations, change) }) };

    private static Engagement EachCost(Engagement engagement, Func<Cost, Cost> change) => engagement with
    {
        Assets = Each(engagement.Assets, asset => asset with { CostsPerAsset = Each(asset.CostsPerAsset, change) }),
        Costs = Each(engagement.Costs, change),
    };
}

/// <summary>A lever that has a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Allowed">What the contract allows each of its numbers to be.</param>
/// <param name="CostPath">How cost goes with it; null where it does not, or on no straight line.</param>
/// <param name="Move">The engagement with each of its numbers put through a function.</param>
internal sealed record NamedLever(string Name, Allowed Allowed, CostPath? CostPath, Func<Engagement, Func<decimal, decimal>, Engagement> Move)
{
    /// <summary>Whether it moves any number of an engagement.</summary>
    public bool Moves(Engagement engagement)
    {
        var moves = false;
        Move(engagement, number =>
        {
            moves = true;
            return number;
        });
        return moves;
    }

    /// <summary>The engagement with the numbers times a factor; null where the contract allows one of them no longer.</summary>
    public Engagement? Times(Engagement engagement, decimal factor)
    {
        var isAllowed = true;
        var moved = Move(engagement, number =>
        {
            var value = number * factor;
            isAllowed &= ContractNumber.MagnitudeOf(value, Allowed.Huge) == Magnitude.Sound && Allowed.Holds(value);
            return value;
        });
        return isAllowed ? moved : null;
    }

    /// <summary>The cost as the lever moves; null where it does not go on a straight line.</summary>
    public LinearCost? CostOf(Comparison unmoved) =>
        CostPath is null ? null : new(unmoved.Cost, () => Move(unmoved.Engagement.Document, number => number * CostPath.End));
}

/// <summary>The straight line on which cost goes as a lever's factor leaves 1.</summary>
/// <param name="End">The factor at which another point of the line is costed.</param>
/// <param name="ShareAt">How far cost has gone towards it at a factor.</param>
internal sealed record CostPath(decimal End, Func<decimal, decimal> ShareAt)
{
    /// <summary>Every sum of cost is linear in the numbers.</summary>
    public static readonly CostPath Linear = new(2, factor => factor - 1);

    /// <summary>Every sum of cost is linear in their reciprocals.</summary>
    public static readonly CostPath Inverse = new(0.5m, factor => 1 / factor - 1);
}
