using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Costs;

/// <summary>What an hour of a role costs and brings.</summary>
/// <param name="Code">Code of the role.</param>
/// <param name="Direct">Cost without overhead.</param>
/// <param name="Loaded">Cost with overhead; a freelancer carries none.</param>
/// <param name="Card">Price on the rate card, before its discount.</param>
internal sealed record RoleRates(string Code, HourlyRate Direct, HourlyRate Loaded, HourlyRate Card)
{
    /// <summary>Builds the rates of a role up.</summary>
    /// <remarks>
    /// direct = annualSalary (1 + onCostRate) / (availableHours × utilisation), loaded = direct (1 + overheadRate);
    /// a freelancer: direct = loaded = costPerHour, times (1 + artistSocialLevyRate) where artistic.
    /// Source: docs/formulas/costs.md, "Rate build-up".
    /// </remarks>
    public static RoleRates Of(ResolvedEngagement engagement, string code)
    {
        var (role, i) = engagement.RoleOf(code);
        var card = new HourlyRate(engagement.Input(role.HourlyRate, $"{code} card rate", $"/rateCard/roles/{i}/hourlyRate"));
        return role switch
        {
            Employee employee => OfEmployee(engagement, employee, i, card),
            Freelancer freelancer => OfFreelancer(engagement, freelancer, i, card),
            _ => throw new ArgumentException($"A role is an employee or a freelancer, not a {role.GetType().Name}.", nameof(code)),
        };
    }

    private static RoleRates OfEmployee(ResolvedEngagement engagement, Employee employee, int i, HourlyRate card)
    {
        var agency = engagement.Document.Agency;
        var salary = engagement.Input(employee.AnnualSalary, $"{employee.Code} salary a year", $"/rateCard/roles/{i}/annualSalary");
        var utilisation = engagement.Input(employee.Utilisation, $"{employee.Code} utilisation", $"/rateCard/roles/{i}/utilisation");
        var available = engagement.Input(agency.AvailableHours, "available hours a year", $"/agency/availableHours");
        var onCost = employee.OnCostRate is { } own
            ? engagement.Input(own, $"{employee.Code} on-cost rate", $"/rateCard/roles/{i}/onCostRate")
            : engagement.Input(agency.OnCostRate, "on-cost rate", $"/agency/onCostRate");
        var overhead = engagement.Input(agency.OverheadRate, "overhead rate", $"/agency/overheadRate");

        var billable = (available * utilisation).Named($"{employee.Code} billable hours a year");
        var direct = new HourlyRate((salary * (1 + onCost) / billable).Named($"{employee.Code} direct rate"));
        var loaded = (direct * (1 + overhead)).Named($"{employee.Code} loaded rate");
        return new(employee.Code, direct, loaded, card);
    }

    private static RoleRates OfFreelancer(ResolvedEngagement engagement, Freelancer freelancer, int i, HourlyRate card)
    {
        var cost = engagement.Input(freelancer.CostPerHour, $"{freelancer.Code} cost per hour", $"/rateCard/roles/{i}/costPerHour");
        if (freelancer.Artistic)
            cost *= 1 + engagement.Input(engagement.Document.Agency.ArtistSocialLevyRate, "artists' social levy rate", $"/agency/artistSocialLevyRate");
        var rate = new HourlyRate(cost.Named($"{freelancer.Code} rate"));
        return new(freelancer.Code, rate, rate, card);
    }
}
