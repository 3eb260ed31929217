using System.Collections.Frozen;
using System.Globalization;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.ValueDrivers;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Comparisons;

/// <summary>Turns the derivation of a figure into a tree of named figures, each explained once.</summary>
/// <param name="sources">Where inputs come from, by their pointers.</param>
/// <param name="document">The document that states the inputs; null where no document does.</param>
/// <param name="calculations">How drivers of the document came about.</param>
/// <param name="withRoleCosts">Whether to show figures that come from one role's cost alone, which tell its salary.</param>
internal sealed class ExplanationTree(
    IReadOnlyDictionary<string, string> sources, Engagement? document = null, IReadOnlyList<StoredCalculation>? calculations = null, bool withRoleCosts = true)
{
    private readonly Dictionary<Derivation, IReadOnlySet<string>> costlyRoles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Derivation, string> explained = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, StoredCalculation> calculated = document is { } stated && calculations is not null
        ? calculations.ToDictionary(entry => $"/value/drivers/{entry.PositionIn(stated)}/firstMonth")
        : [];

    public ExplainedFigure Explain(Figure figure, string name) => figure.Origin is null
        ? new(name, figure.Shown, null, null, null, null, [])
        : Explain(figure.Origin, name, "");

    private ExplainedFigure Explain(Derivation step, string fallbackName, string at)
    {
        var name = step.Name ?? fallbackName;
        var value = new Figure(step.Value).Shown;
        if (step.Pointer is not null && calculated.TryGetValue(step.Pointer, out var calculation))
            return Calculated(calculation, name, step.Pointer, at);
        if (step.Pointer is not null)
            return new(name, value, null, step.Pointer, SourceOf(step.Pointer), null, []);
        if (explained.TryGetValue(step, out var elsewhere))
            return new(name, value, null, null, null, elsewhere, []);

        explained.Add(step, at);
        var named = new List<Derivation>();
        var formula = Formula(step, named);
        var parts = named.Where(IsShown).Select((part, i) => Explain(part, "step", string.Create(CultureInfo.InvariantCulture, $"{at}/parts/{i}"))).ToList();
        return new(name, value, formula, null, null, null, parts);
    }

    private bool IsShown(Derivation step) => withRoleCosts || RolesWhoseCostIsIn(step).Count != 1;

    private IReadOnlySet<string> RolesWhoseCostIsIn(Derivation step)
    {
        if (costlyRoles.TryGetValue(step, out var known))
            return known;
        IReadOnlySet<string> roles = step.Pointer is { } pointer
            ? SalaryVeil.Covers(pointer) ? new HashSet<string> { pointer[..pointer.LastIndexOf('/')] } : FrozenSet<string>.Empty
            : step.Parts.SelectMany(RolesWhoseCostIsIn).ToHashSet();
        costlyRoles.Add(step, roles);
        return roles;
    }

    private static ExplainedFigure Calculated(StoredCalculation calculation, string name, string pointer, string at)
    {
        var inputs = calculation.Restore();
        var source = string.Create(CultureInfo.InvariantCulture, $"Value-driver calculator {DriverCalculators.Of(calculation.Kind).Title}, filled on {calculation.FilledOn:yyyy-MM-dd}");
        return new ExplanationTree(inputs.Sources).Explain(inputs.FirstMonth.Origin!, name, at) with { Input = pointer, Source = source };
    }

    // Unnamed steps stand inside the formula; named ones and inputs become parts.
    private static string Formula(Derivation step, List<Derivation> named)
    {
        switch (step.Operation)
        {
            case "=":
                return Term(step.Parts[0], named);
            case "+" or "−" or "×" or "÷":
                return string.Join($" {step.Operation} ", step.Parts.Select((part, i) => Term(part, named, step.Operation, isFirst: i == 0)));
            case "min" or "max":
                return $"{step.Operation}({string.Join("; ", step.Parts.Select(part => Term(part, named)))})";
            default:
                foreach (var part in step.Parts)
                    Term(part, named);
                return step.Operation ?? "";
        }
    }

    private static string Term(Derivation part, List<Derivation> named, string? outer = null, bool isFirst = false)
    {
        if (part.Name is not null)
        {
            if (!named.Contains(part))
                named.Add(part);
            return part.Name;
        }

        if (part.Operation is null)
            return new Figure(part.Value).Shown.ToString(CultureInfo.InvariantCulture);
        var formula = Formula(part, named);
        return NeedsBrackets(part.Operation, outer, isFirst) ? $"({formula})" : formula;
    }

    // As on paper: × and ÷ bind closer than + and −, and what stands first of its rank needs none.
    private static bool NeedsBrackets(string inner, string? outer, bool isFirst) => (outer, inner) switch
    {
        (null, _) => false,
        (_, not ("+" or "−" or "×" or "÷")) => false,
        ("+" or "−", "×" or "÷") => false,
        ("×" or "÷", "+" or "−") => true,
        _ => !isFirst,
    };

    // A stored price or rate card explains everything under its own place; an exchange rate says its day.
    private string? SourceOf(string pointer)
    {
        for (var place = pointer; place.Length > 0; place = place[..Math.Max(0, place.LastIndexOf('/'))])
        {
            if (sources.TryGetValue(place, out var source))
                return source;
        }

        var tokens = pointer.Split('/');
        if (document is null || tokens is not [_, "exchangeRates", var position, "rate"])
            return null;
        var rate = document.ExchangeRates[int.Parse(position, CultureInfo.InvariantCulture)];
        return string.Create(CultureInfo.InvariantCulture, $"Exchange rate of {rate.AsOf:yyyy-MM-dd}");
    }
}
