using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Where a figure reaches a target as one lever moves.</summary>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Break-even of any input".</remarks>
/// <param name="CurrentFigure">The figure with the lever where it is; null where there is none.</param>
/// <param name="Solutions">The values of the lever, ascending.</param>
/// <param name="Curve">The figure over the lever, as it was looked at.</param>
public sealed record BreakEven(decimal? CurrentFigure, IReadOnlyList<BreakEvenPoint> Solutions, IReadOnlyList<GridPoint> Curve)
{
    // A ratio counts as reached within this.
    private const decimal RatioTolerance = 1e-6m;

    /// <summary>Finds the places, ascending.</summary>
    /// <param name="comparison">The engagement with the lever where it is.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="structure">Place of its structure.</param>
    /// <param name="target">The value it shall have.</param>
    /// <param name="minimum">Lowest value of the lever.</param>
    /// <param name="maximum">Highest value of the lever.</param>
    /// <param name="moved">The comparison with the lever at a value; null where the contract refuses that.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static BreakEven Of(
        Comparison comparison, ComparisonFigure figure, int structure, decimal target, decimal minimum, decimal maximum, Func<decimal, Comparison?> moved,
        CancellationToken cancellation = default)
    {
        var curve = Solver.Grid(FigureAt, minimum, maximum, cancellation);
        return new(figure.Of(comparison, structure), [.. Solver.Solve(FigureAt, target, curve).Select(PointAt)], curve);

        decimal? FigureAt(decimal place) => moved(place) is { } there ? figure.Of(there, structure) : null;

        BreakEvenPoint PointAt(decimal place)
        {
            var there = FigureAt(place);
            return new(place, there, there is { } known && Math.Abs(known - target) <= ToleranceOf(figure, comparison.Currency));
        }
    }

    /// <summary>How near a figure must come to count as reached: a minor unit, or a millionth for ratios.</summary>
    internal static decimal ToleranceOf(ComparisonFigure figure, Currency currency) => figure.IsRatio() ? RatioTolerance : currency.MinorUnit;
}

/// <summary>A value of the lever.</summary>
/// <param name="Value">The value.</param>
/// <param name="Figure">The figure there; null where it jumps over a gap.</param>
/// <param name="Reached">Whether the figure is the target there; false at a jump.</param>
public sealed record BreakEvenPoint(decimal Value, decimal? Figure, bool Reached);
