using Pricing.Application.Contract;
using Pricing.Model.Fees;

namespace Pricing.Application.Features.Analyses.Negotiation;

/// <summary>What is asked about the price of ideas.</summary>
/// <param name="Roles">Roles that have them.</param>
/// <param name="Phase">Phase in which they are had.</param>
/// <param name="Count">How many.</param>
/// <param name="UsageFactor">Sum of the usage factors.</param>
internal sealed record IdeasAsked(IReadOnlyList<string> Roles, Phase Phase, decimal Count, decimal UsageFactor);

internal static class IdeasReader
{
    public static IdeasAsked Read(ObjectReader ideas, AnalysisSubject subject)
    {
        var roles = ReadRoles(ideas, subject);
        var phase = ideas.OptionalCode("phase", CodeTables.Phases) ?? Phase.Ideation;
        var count = ideas.Number("count", Allowed.Positive);
        var licence = subject.Engagement.FeeStructures.OfType<Licence>().FirstOrDefault();
        var factor = licence is null
            ? ideas.Number("usageFactor", Allowed.Amount)
            : ideas.OptionalNumber("usageFactor", Allowed.Amount) ?? licence.Usage.Sum;
        return new(roles, phase, count, factor);
    }

    private static IReadOnlyList<string> ReadRoles(ObjectReader ideas, AnalysisSubject subject)
    {
        var codes = subject.Engagement.RateCard.Roles.Select(role => role.Code).ToHashSet(StringComparer.Ordinal);
        var roles = ideas.Values("roles", (values, node) =>
        {
            var role = values.Text(node, "A role", Limits.Text);
            if (role.IsRead && !codes.Contains(role))
                values.Faults.Add(node, $"The rate card has no role {JsonText.Quote(role)}.");
            return role;
        }, mayBeEmpty: false);
        return [.. roles.Select(role => role.Value).Distinct(StringComparer.Ordinal)];
    }
}
