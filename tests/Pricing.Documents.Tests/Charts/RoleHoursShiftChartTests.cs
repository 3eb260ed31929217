using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Charts;

internal static class RoleHoursShiftSamples
{
    public static RoleHoursShiftChart Usual { get; } = Of(
        [("AIE", 184.8m, 0.13m, 18_349), ("CRS", -339.3m, -0.24m, -30_882), ("CUR", 80.74m, null, 5_100), ("ED", -819.9m, -0.59m, -55_337), ("PRD", -558.9m, -0.4m, -47_786)],
        SampleCharts.CaseA with
        {
            Roles = new Dictionary<string, string> { ["AIE"] = "KI-Kreativtechnologie", ["CRS"] = "Senior-Kreation", ["CUR"] = "Kuration", ["ED"] = "Schnitt und Motion", ["PRD"] = "Produktion" },
        });

    public static RoleHoursShiftChart Nothing { get; } = Of([], SampleCharts.CaseA);

    public static RoleHoursShiftChart One { get; } = Of([("PRD", 0.04m, null, 0)], SampleCharts.CaseA);

    public static IEnumerable<(string Name, Chart Chart)> All =>
    [
        ("roles", Usual), ("roles-nothing", Nothing), ("roles-one", One),
        ("roles-crowded", Of([.. Enumerable.Range(0, 50).Select(i => (new string('R', 4 * i + 1), 1e9m * (i - 25), (decimal?)1e6m, -1e12m * i))], SampleCharts.Verbose)),
    ];

    private static RoleHoursShiftChart Of((string Role, decimal Shift, decimal? People, decimal Cost)[] roles, ChartSubject subject) => new(
        new(
            [.. roles.Select(role => new RoleShift(role.Role, 0, 0, role.Shift, role.People is { } people ? (Figure)people : null, new(role.Cost)))],
            roles.Sum(role => role.Shift), roles.Sum(role => role.People ?? 0), new(roles.Sum(role => role.Cost))),
        subject);
}

public sealed class RoleHoursShiftChartTests
{
    [Theory]
    [InlineData(DocumentLanguage.De, "Es entfallen 1.453 Stunden; zwei Rollen wachsen, drei schrumpfen")]
    [InlineData(DocumentLanguage.En, "1,453 hours are no longer needed; two roles grow, three shrink")]
    public void The_title_says_how_many_hours_go_and_how_many_roles_grow(DocumentLanguage language, string title)
    {
        Assert.Equal(title, DrawnChart.Of(RoleHoursShiftSamples.Usual, language).Title);
    }

    [Fact]
    public void Roles_stand_by_their_shift_and_the_sum_below_them()
    {
        var labels = DrawnChart.Of(RoleHoursShiftSamples.Usual).Labels;

        string[] inOrder = ["KI-Kreativtechnologie", "+184,8", "Kuration", "+80,7", "Senior-Kreation", "−339,3", "Produktion", "−558,9", "Schnitt und Motion", "−819,9", "Summe", "−1.452,6"];
        Assert.Equal(inOrder, labels.Where(inOrder.Contains));
        Assert.Contains("−0,24 Stellen, −30,9 Tsd. €", labels);
    }

    [Fact]
    public void A_single_role_and_none_at_all_have_a_sentence()
    {
        Assert.Equal("Die Summe der Stunden bleibt gleich", DrawnChart.Of(RoleHoursShiftSamples.Nothing).Title);
        Assert.Equal("Es kommen 0,04 Stunden hinzu; eine Rolle wächst", DrawnChart.Of(RoleHoursShiftSamples.One).Title);
    }
}
