using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Delivery;

/// <summary>Whose hours a delivery takes and whose it needs.</summary>
internal sealed class RoleHoursShiftKind() : AnalysisKind<RoleHoursShiftParameters, RoleHoursShiftAnswer>("role-hours-shift")
{
    private const string Current = "current";

    private static readonly CodeTable<string> Deliveries = new((Current, Current), ("ai", "ai"), ("hybrid", "hybrid"));

    protected override RoleHoursShiftParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var references = new ReferenceReading(subject);
        var word = parameters.OptionalWord("delivery", Deliveries) ?? Current;
        var delivery = word == Current ? (ProductionMethod?)null : CodeTables.Methods.Find(word);
        ProductionMethod[] needs = delivery is { } method ? [ProductionMethod.Classic, method] : [ProductionMethod.Classic];
        return new(
            references.Alternatives(parameters, _ => needs),
            references.SetUpPackages(parameters),
            delivery,
            parameters.OptionalNumber("utilisation", Allowed.PositiveShare));
    }

    protected override RoleHoursShiftAnswer Answer(AnalysisSubject subject, RoleHoursShiftParameters parameters, RunControl run) =>
        new(parameters, RoleHoursShiftAnalysis.Of(subject.Comparison, parameters));

    protected override void Write(AnswerPen pen, AnalysisSubject subject, RoleHoursShiftAnswer result)
    {
        var shift = result.Shift;
        pen.Text("delivery", result.Parameters.Delivery is { } method ? CodeTables.Methods.CodeOf(method) : Current);
        pen.List("roles", shift.Roles, role =>
        {
            pen.Text("role", role.Role);
            pen.Number("classicHours", role.ClassicHours);
            pen.Number("hours", role.Hours);
            pen.Number("shift", role.Shift);
            pen.Number("fullTimeEquivalents", role.FullTimeEquivalents);
            pen.Money("costShift", subject.WithRoleCosts ? role.CostShift : (Money?)null);
        });
        pen.Number("shift", shift.Shift);
        pen.Number("fullTimeEquivalents", shift.FullTimeEquivalents);
        pen.Money("costShift", shift.CostShift);
    }

    protected override Chart ChartOf(AnalysisSubject subject, RoleHoursShiftAnswer result) =>
        new RoleHoursShiftChart(result.Shift, ChartSubject.Of(subject.Comparison), subject.WithRoleCosts);
}

internal sealed record RoleHoursShiftAnswer(RoleHoursShiftParameters Parameters, RoleHoursShift Shift);
