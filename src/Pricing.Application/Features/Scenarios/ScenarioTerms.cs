using FluentValidation;
using Pricing.Application.Features.Engagements;

namespace Pricing.Application.Features.Scenarios;

/// <summary>How a scenario differs from the document it starts from. Production is shifted first, then the scope changed, then the single changes.</summary>
public abstract record ScenarioStart
{
    /// <summary>Quantities that are made another way, at most 20 shifts; "all classic" shifts the AI and hybrid assets to the classic one.</summary>
    public IReadOnlyList<ProductionShift>? Production { get; init; }

    /// <summary>Factor on the quantities of assets and the hours of work packages, 0 to 1,000; 0.8 cuts a fifth of the scope. Costs that fall due once stay.</summary>
    /// <example>0.8</example>
    public decimal? Scope { get; init; }

    /// <summary>Single changes of the document, at most 100, as for an engagement.</summary>
    public IReadOnlyList<DocumentChange>? Changes { get; init; }
}

/// <summary>Assets whose quantity is made the way of another one; they stay in the document with a quantity of 0.</summary>
public sealed record ProductionShift
{
    /// <summary>Positions of the assets in the document, counted from 0; 1 to 20, each once.</summary>
    /// <example>[0, 1]</example>
    public required IReadOnlyList<int> From { get; init; }

    /// <summary>Position of the asset whose way of making takes over their quantities, none of <c>from</c>.</summary>
    /// <example>2</example>
    public required int To { get; init; }
}

internal abstract class ScenarioStartValidator<T> : AbstractValidator<T>
    where T : ScenarioStart
{
    private const int MostShifts = 20;

    protected ScenarioStartValidator()
    {
        RuleFor(start => start.Production).Holds(0, MostShifts).WithMessage($"production holds at most {MostShifts} shifts.");
        RuleForEach(start => start.Production).NotNull().WithMessage("A shift is an object.").ChildRules(shift =>
        {
            shift.RuleFor(one => one.From).Holds(1, MostShifts).WithMessage($"from holds 1 to {MostShifts} positions.");
            shift.RuleFor(one => one.From).Must(from => from.Distinct().Count() == from.Count).WithMessage("A position stands once in from.");
            shift.RuleFor(one => one.To).Must((one, to) => !one.From.Contains(to)).WithMessage("to is none of from.");
        });
        RuleFor(start => start.Scope).IsOptionalNumber(0, 1_000);
        RuleFor(start => start.Changes).Holds(0, DocumentChanges.Most).WithMessage("changes holds at most 100 changes.");
        RuleForEach(start => start.Changes).NotNull().WithMessage("A change is an object.").SetValidator(new DocumentChangeValidator());
    }
}
