using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the shift of hours is asked.</summary>
/// <param name="Alternatives">The assets compared, each with classic work and with work by the delivery.</param>
/// <param name="SetUpPackages">Positions of the work packages that exist only for AI delivery.</param>
/// <param name="Delivery">AI or hybrid; null for each asset's own method.</param>
/// <param name="Utilisation">Billable share of the available hours, a fraction above 0; null for each role's own.</param>
public sealed record RoleHoursShiftParameters(
    IReadOnlyList<AlternativeWork> Alternatives, IReadOnlyList<int> SetUpPackages, ProductionMethod? Delivery, decimal? Utilisation);

/// <summary>Whose hours a delivery takes and whose it needs, against classic production.</summary>
/// <param name="Roles">Roles with hours in either, in the order of the rate card.</param>
/// <param name="Shift">Sum of the shifts in hours.</param>
/// <param name="FullTimeEquivalents">Sum of those that are known.</param>
/// <param name="CostShift">Sum.</param>
public sealed record RoleHoursShift(IReadOnlyList<RoleShift> Roles, Figure Shift, Figure FullTimeEquivalents, Money CostShift);

/// <summary>The shift of a role.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="ClassicHours">Expected hours with all listed assets made classic.</param>
/// <param name="Hours">Expected hours of the delivery, set-up included.</param>
/// <param name="Shift">Hours less classic hours.</param>
/// <param name="FullTimeEquivalents">Shift in full-time people; null for a freelancer without a given utilisation.</param>
/// <param name="CostShift">Shift at the loaded rate.</param>
public sealed record RoleShift(string Role, Figure ClassicHours, Figure Hours, Figure Shift, Figure? FullTimeEquivalents, Money CostShift);

/// <summary>Compares the hours of a delivery with those of classic production, role by role.</summary>
/// <remarks>
/// shift = hours − classic hours, full-time equivalents = shift / (available hours × utilisation), cost shift = shift × loaded rate.
/// Source: docs/formulas/analyses-delivery.md, "Shift of hours between roles".
/// </remarks>
public static class RoleHoursShiftAnalysis
{
    /// <summary>Works the shift out.</summary>
    /// <exception cref="BeyondBoundsException">A line or sum exceeds 1e13.</exception>
    public static RoleHoursShift Of(Comparison comparison, RoleHoursShiftParameters parameters)
    {
        var engagement = comparison.Engagement;
        var document = engagement.Document;
        var classic = HoursByRole(engagement.CostOf([.. parameters.Alternatives.Select(listed => listed.Made(ProductionMethod.Classic, document))]));
        var delivered = HoursByRole(engagement.CostOf(
            [.. parameters.Alternatives.Select(listed => Delivered(listed, parameters.Delivery, document))], engagement.Packages(parameters.SetUpPackages)));

        var roles = new List<RoleShift>();
        foreach (var role in document.RateCard.Roles)
        {
            var (before, after) = (classic.GetValueOrDefault(role.Code), delivered.GetValueOrDefault(role.Code));
            if (!before.IsZero || !after.IsZero)
                roles.Add(ShiftOf(engagement, role, before, after, parameters.Utilisation));
        }

        return new(
            roles, Figure.Sum([.. roles.Select(role => role.Shift)]), Figure.Sum([.. roles.Select(role => role.FullTimeEquivalents ?? 0)]),
            Money.Sum([.. roles.Select(role => role.CostShift)]));
    }

    private static Asset Delivered(AlternativeWork listed, ProductionMethod? delivery, Engagement document) =>
        delivery is { } method ? listed.Made(method, document) : document.Assets[listed.Asset];

    private static Dictionary<string, Figure> HoursByRole(CostModel cost) => cost.ByRole.ToDictionary(row => row.Role, row => row.ExpectedHours.Figure);

    private static RoleShift ShiftOf(ResolvedEngagement engagement, Role role, Figure classic, Figure hours, decimal? utilisation)
    {
        var shift = hours - classic;
        var used = utilisation ?? (role as Employee)?.Utilisation;
        var people = used is { } share ? shift / (engagement.Document.Agency.AvailableHours * share) : (Figure?)null;
        return new(role.Code, classic, hours, shift, people, new Hours(shift) * RoleRates.Of(engagement, role.Code).Loaded);
    }
}
