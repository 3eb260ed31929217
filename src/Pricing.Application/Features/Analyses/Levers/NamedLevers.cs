using Pricing.Application.Contract;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>The levers that have a name, and how each moves its numbers in an engagement.</summary>
internal static class NamedLevers
{
    private static readonly Sort[] All =
    [
        new("hours", Allowed.Amount, (engagement, move) => engagement with
        {
            WorkPackages = Each(engagement.WorkPackages, package => package with { Hours = Moved(package.Hours, move) }),
            Assets = Each(engagement.Assets, asset => asset with { HoursPerAsset = Moved(asset.HoursPerAsset, move) }),
        }),
        new("quantity", Allowed.Amount, (engagement, move) => engagement with
        {
            Assets = Each(engagement.Assets, asset => asset with { Quantity = move(asset.Quantity) }),
        }),
        new("acceptanceProbability", Allowed.PositiveShare, (engagement, move) =>
            EachGeneration(engagement, generation => generation with { AcceptanceProbability = BelowOne(generation.AcceptanceProbability, move) })),
        new("attribution", Allowed.Share, (engagement, move) =>
            EachDriver(engagement, driver => driver with { Attribution = BelowOne(driver.Attribution, move) })),
        new("confidence", Allowed.Share, (engagement, move) =>
            EachDriver(engagement, driver => driver with { Confidence = BelowOne(driver.Confidence, move) })),
        new("aiPrices", Allowed.Amount, (engagement, move) =>
            EachGeneration(engagement, generation => generation with { UnitPrice = move(generation.UnitPrice) })),
        new("aiCosts", Allowed.Amount, (engagement, move) =>
            EachCost(engagement, cost => cost.Kind == CostKind.Ai ? cost with { Amount = move(cost.Amount) } : cost)),
        new("thirdPartyCosts", Allowed.Amount, (engagement, move) =>
            EachCost(engagement, cost => cost.Kind != CostKind.Ai ? cost with { Amount = move(cost.Amount) } : cost)),
        new("salaries", Allowed.Amount, (engagement, move) => EachRole(engagement, role => role switch
        {
            Employee employee => employee with { AnnualSalary = move(employee.AnnualSalary) },
            Freelancer freelancer => freelancer with { CostPerHour = move(freelancer.CostPerHour) },
            _ => role,
        })),
        new("hourlyRates", Allowed.Amount, (engagement, move) => EachRole(engagement, role => role with { HourlyRate = move(role.HourlyRate) })),
        new("exchangeRates", Allowed.Rate, (engagement, move) => engagement with
        {
            ExchangeRates = Each(engagement.ExchangeRates, rate => rate with { Rate = move(rate.Rate) }),
        }),
        new("value", Allowed.Any, (engagement, move) => EachDriver(engagement, driver => driver with { FirstMonth = move(driver.FirstMonth) })),
        new("referencePrice", Allowed.Amount, (engagement, move) => engagement with
        {
            Value = engagement.Value with { ReferencePrice = move(engagement.Value.ReferencePrice) },
        }),
        new("riskTolerance", Allowed.AtLeastOne, (engagement, move) => engagement with
        {
            Agency = engagement.Agency with { RiskTolerance = move(engagement.Agency.RiskTolerance) },
        }),
        new("overheadRate", Allowed.Surcharge, (engagement, move) => engagement with
        {
            Agency = engagement.Agency with { OverheadRate = move(engagement.Agency.OverheadRate) },
        }),
        new("concreteness", Allowed.Share, (engagement, move) => engagement.Revisions is not { } revisions ? engagement : engagement with
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

    /// <summary>Whether a name moves any number of an engagement.</summary>
    public static bool Moves(string name, Engagement engagement)
    {
        var moves = false;
        Array.Find(All, sort => sort.Name == name)?.Move(engagement, number =>
        {
            moves = true;
            return number;
        });
        return moves;
    }

    /// <summary>The engagement with a name's numbers times a factor; null where the contract allows one of them no longer.</summary>
    public static Engagement? Times(string name, Engagement engagement, decimal factor)
    {
        var sort = Array.Find(All, sort => sort.Name == name)!;
        var isAllowed = true;
        var moved = sort.Move(engagement, number =>
        {
            var value = number * factor;
            isAllowed &= ContractNumber.MagnitudeOf(value, Allowed.Huge) == Magnitude.Sound && sort.Allowed.Holds(value);
            return value;
        });
        return isAllowed ? moved : null;
    }

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

    /// <param name="Name">Name of the lever.</param>
    /// <param name="Allowed">What the contract allows each of its numbers to be.</param>
    /// <param name="Move">The engagement with each of its numbers put through a function.</param>
    private sealed record Sort(string Name, Allowed Allowed, Func<Engagement, Func<decimal, decimal>, Engagement> Move);
}
