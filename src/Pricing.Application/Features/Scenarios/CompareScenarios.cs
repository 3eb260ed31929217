using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;

namespace Pricing.Application.Features.Scenarios;

/// <summary>An engagement and its scenarios side by side.</summary>
/// <param name="Id">Id of the engagement.</param>
public sealed record CompareScenarios(Guid Id) : IRequest<ScenariosSideBySide>;

internal sealed class CompareScenariosHandler(PricingDb db) : IRequestHandler<CompareScenarios, ScenariosSideBySide>
{
    public async Task<ScenariosSideBySide> Handle(CompareScenarios request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var scenarios = await db.Scenarios.AsNoTracking().Where(scenario => scenario.EngagementId == engagement.Id && !scenario.IsArchived)
            .OrderBy(scenario => scenario.CreatedAt).ThenBy(scenario => scenario.Id).ToListAsync(cancellationToken);
        (ScenarioRecord?, Comparison)[] columns = [(null, engagement.Compare()), .. scenarios.Select(scenario => ((ScenarioRecord?)scenario, scenario.Compare()))];
        return new ScenarioTable(engagement, columns).Answer();
    }
}

/// <summary>Puts comparisons of one engagement side by side.</summary>
internal sealed class ScenarioTable(EngagementRecord engagement, IReadOnlyList<(ScenarioRecord? Scenario, Comparison Comparison)> columns)
{
    private readonly List<StructureKey> keys = [.. columns.SelectMany(column => KeysOf(column.Comparison)).Distinct()];

    public ScenariosSideBySide Answer()
    {
        var (_, start) = columns[0];
        var totals = ScenarioTotals.Of(start);
        var figures = FiguresOf(start);
        return new(
            engagement.Id, engagement.Version, engagement.Currency, [.. keys.Select(key => new ComparedStructure(key.Type, key.Name))],
            [.. columns.Select((column, i) => Column(column.Scenario, column.Comparison, i == 0 ? null : (totals, figures)))]);
    }

    private ScenarioColumn Column(ScenarioRecord? scenario, Comparison comparison, (ScenarioTotals Totals, IReadOnlyList<ScenarioFigures?> Figures)? start)
    {
        // The engagement may have taken another currency since; amounts of two currencies have no difference.
        var known = start is { } from && comparison.Currency.Code == engagement.Currency ? from : default((ScenarioTotals Totals, IReadOnlyList<ScenarioFigures?> Figures)?);
        var totals = ScenarioTotals.Of(comparison);
        var figures = FiguresOf(comparison);
        return new(
            scenario?.Id, scenario?.Name ?? engagement.Name, scenario?.Version ?? engagement.Version, scenario is null, comparison.Currency.Code, totals,
            known is { } totalsOf ? totals.Less(totalsOf.Totals) : null,
            [.. figures.Select((own, i) => new ScenarioStructure(own, own is null ? null : known?.Figures[i] is { } first ? own.Less(first) : null))]);
    }

    // Null where the scenario lacks the structure, or has it and it is infeasible.
    private List<ScenarioFigures?> FiguresOf(Comparison comparison)
    {
        var own = KeysOf(comparison).Zip(comparison.Structures).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. keys.Select(key => own.TryGetValue(key, out var structure) && structure.Feasible ? ScenarioFigures.Of(structure, comparison) : null)];
    }

    // The same structure is the one of the same type and name; of several such ones the first, the second, and so on.
    private static IEnumerable<StructureKey> KeysOf(Comparison comparison)
    {
        var seen = new Dictionary<(string, string?), int>();
        foreach (var structure in comparison.Structures.Select(column => column.Structure))
        {
            var place = (structure.Type, structure.Name);
            seen[place] = seen.GetValueOrDefault(place) + 1;
            yield return new(structure.Type, structure.Name, seen[place]);
        }
    }

    private readonly record struct StructureKey(string Type, string? Name, int Which);
}
