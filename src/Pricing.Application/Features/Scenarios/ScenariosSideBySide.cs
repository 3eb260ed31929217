using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Scenarios;

/// <summary>An engagement and its scenarios side by side. A difference is the scenario's figure as shown less the engagement's as shown.</summary>
/// <param name="Engagement">Id of the engagement.</param>
/// <param name="Version">Version of the engagement.</param>
/// <param name="Currency">ISO 4217 code of the engagement's amounts.</param>
/// <param name="Structures">The fee structures of all: the engagement's in their order, then those that only scenarios have.</param>
/// <param name="Scenarios">The engagement as it is, then the scenarios in the order of creation.</param>
public sealed record ScenariosSideBySide(
    Guid Engagement, int Version, string Currency, IReadOnlyList<ComparedStructure> Structures, IReadOnlyList<ScenarioColumn> Scenarios);

/// <summary>A fee structure that is compared.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name; null where it has none. The same structure is the one of the same type and name.</param>
public sealed record ComparedStructure(string Type, string? Name);

/// <summary>A scenario, or the engagement as it is.</summary>
/// <param name="Id">Id of the scenario; null for the engagement as it is.</param>
/// <param name="Name">Name.</param>
/// <param name="Version">Version of the scenario, or of the engagement.</param>
/// <param name="IsBase">Whether it is the engagement as it is, to which the others are compared.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="Totals">What hangs on no fee structure.</param>
/// <param name="Difference">Totals less those of the engagement; null for the engagement, and where the currencies differ.</param>
/// <param name="Structures">Its figures under each fee structure, in the order of the answer's structures.</param>
public sealed record ScenarioColumn(
    Guid? Id, string Name, int Version, bool IsBase, string Currency, ScenarioTotals Totals, ScenarioTotals? Difference, IReadOnlyList<ScenarioStructure> Structures);

/// <summary>Figures of a scenario that hang on no fee structure.</summary>
/// <param name="PlannedHours">Planned hours.</param>
/// <param name="Labour">Expected labour cost at loaded rates.</param>
/// <param name="Ai">AI cost.</param>
/// <param name="ThirdParty">Third parties.</param>
/// <param name="ArtistSocialLevy">Artists' social levy.</param>
/// <param name="Cost">Expected cost.</param>
/// <param name="ClientValue">What the work is worth to the client.</param>
/// <param name="Floor">Lowest fee that pays.</param>
/// <param name="Ceiling">Highest fee that the client gains by.</param>
public sealed record ScenarioTotals(
    decimal PlannedHours, decimal Labour, decimal Ai, decimal ThirdParty, decimal ArtistSocialLevy, decimal Cost, decimal ClientValue, decimal Floor, decimal Ceiling)
{
    internal static ScenarioTotals Of(Comparison comparison)
    {
        var (cost, range) = (comparison.Cost, comparison.BargainingRange);
        return new(
            cost.PlannedHours.Figure.Shown, Shown(cost.Labour), Shown(cost.Ai), Shown(cost.ThirdParty), Shown(cost.ArtistSocialLevy), Shown(cost.Total),
            Shown(comparison.Value.Total), Shown(range.Floor), Shown(range.Ceiling));

        decimal Shown(Money amount) => amount.ToMinorUnit(comparison.Currency);
    }

    internal ScenarioTotals Less(ScenarioTotals other) => new(
        PlannedHours - other.PlannedHours, Labour - other.Labour, Ai - other.Ai, ThirdParty - other.ThirdParty, ArtistSocialLevy - other.ArtistSocialLevy,
        Cost - other.Cost, ClientValue - other.ClientValue, Floor - other.Floor, Ceiling - other.Ceiling);
}

/// <summary>A scenario under one fee structure.</summary>
/// <param name="Figures">Its figures; null where the scenario lacks the structure, or has it and it is infeasible.</param>
/// <param name="Difference">Figures less those of the engagement; null for the engagement, and where either has none.</param>
public sealed record ScenarioStructure(ScenarioFigures? Figures, ScenarioFigures? Difference);

/// <summary>Figures under a fee structure, for the agency and for the client.</summary>
/// <param name="ExpectedFee">Expected fee after discount, net.</param>
/// <param name="ExpectedProfit">Expected fee less cost.</param>
/// <param name="ProfitMargin">Profit / fee, a fraction; null over zero.</param>
/// <param name="LossProbability">Probability that the agency loses money.</param>
/// <param name="ProfitCvar">Mean profit of the worst cases.</param>
/// <param name="CertaintyEquivalent">Expected profit less what its spread costs the agency.</param>
/// <param name="ClientSurplus">Client's value less what the fee costs it.</param>
/// <param name="ClientRoi">Surplus / what the fee costs the client, a fraction; null over zero.</param>
/// <param name="ClientLossProbability">Probability that the client gets less than it pays.</param>
/// <param name="ClientCvar">Mean surplus of the client's worst cases.</param>
public sealed record ScenarioFigures(
    decimal ExpectedFee, decimal ExpectedProfit, decimal? ProfitMargin, decimal LossProbability, decimal ProfitCvar, decimal CertaintyEquivalent,
    decimal ClientSurplus, decimal? ClientRoi, decimal ClientLossProbability, decimal ClientCvar)
{
    internal static ScenarioFigures Of(StructureComparison structure, Comparison comparison)
    {
        return new(
            Shown(structure.ExpectedFee), Shown(structure.ExpectedProfit), structure.ProfitMargin?.Shown, structure.LossProbability!.Value.Shown,
            Shown(structure.ProfitCvar), Shown(structure.CertaintyEquivalent), Shown(structure.ClientSurplus), structure.ClientRoi?.Shown,
            structure.ClientLossProbability!.Value.Shown, Shown(structure.ClientCvar));

        decimal Shown(Money? amount) => amount!.Value.ToMinorUnit(comparison.Currency);   // a feasible structure has all of them
    }

    internal ScenarioFigures Less(ScenarioFigures other) => new(
        ExpectedFee - other.ExpectedFee, ExpectedProfit - other.ExpectedProfit, ProfitMargin - other.ProfitMargin, LossProbability - other.LossProbability,
        ProfitCvar - other.ProfitCvar, CertaintyEquivalent - other.CertaintyEquivalent, ClientSurplus - other.ClientSurplus, ClientRoi - other.ClientRoi,
        ClientLossProbability - other.ClientLossProbability, ClientCvar - other.ClientCvar);
}
