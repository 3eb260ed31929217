using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Finds the places in an interval where a figure has a value; a place where there is no figure is none.</summary>
/// <remarks>Source: docs/formulas/analyses-delivery.md, "Solving".</remarks>
public static class Solver
{
    private const int Intervals = 100;

    /// <summary>The places, ascending: grid points at the target, and where the figure crosses it between two grid points.</summary>
    /// <param name="figure">The figure at a place; null where there is none. Threads call it at once.</param>
    /// <param name="target">The value it shall have.</param>
    /// <param name="minimum">Lower end.</param>
    /// <param name="maximum">Upper end.</param>
    public static IReadOnlyList<decimal> Solve(Func<decimal, decimal?> figure, decimal target, decimal minimum, decimal maximum) =>
        Solve(figure, target, Grid(figure, minimum, maximum));

    /// <summary>The figure at the grid points, both ends included.</summary>
    /// <param name="figure">The figure at a place; null where there is none. Threads call it at once.</param>
    /// <param name="minimum">Lower end.</param>
    /// <param name="maximum">Upper end.</param>
    /// <param name="cancellation">Ends it between two points.</param>
    public static IReadOnlyList<GridPoint> Grid(Func<decimal, decimal?> figure, decimal minimum, decimal maximum, CancellationToken cancellation = default)
    {
        var grid = new GridPoint[Intervals + 1];
        Parallel.For(0, grid.Length, new ParallelOptions { CancellationToken = cancellation }, k =>
        {
            var place = k == Intervals ? maximum : minimum + k * (maximum - minimum) / Intervals;
            grid[k] = new(place, figure(place));
        });
        return grid;
    }

    /// <summary>The places on a grid that is known already.</summary>
    /// <param name="figure">The figure at a place; null where there is none.</param>
    /// <param name="target">The value it shall have.</param>
    /// <param name="grid">The grid of the same figure.</param>
    public static IReadOnlyList<decimal> Solve(Func<decimal, decimal?> figure, decimal target, IReadOnlyList<GridPoint> grid)
    {
        var solutions = new List<decimal>();
        var (before, sideBefore) = (grid[0].Value, (int?)null);
        foreach (var (place, there) in grid)
        {
            var side = SideOf(there, target);
            if (sideBefore * side < 0 && Crossing(figure, target, before, sideBefore!.Value, place) is { } crossing)
                solutions.Add(crossing);
            if (side == 0)
                solutions.Add(place);
            (before, sideBefore) = (place, side);
        }

        return solutions;
    }

    // A place at the target counts to the upper end, so that the search goes on below it.
    private static decimal? Crossing(Func<decimal, decimal?> figure, decimal target, decimal low, int sideOfLow, decimal high)
    {
        var middle = low + (high - low) / 2;
        while (high - low > Bisection.Width * Math.Max(1, Math.Abs(middle)))
        {
            if (SideOf(figure(middle), target) is not { } side)
                return null;
            if (side == sideOfLow)
                low = middle;
            else
                high = middle;
            middle = low + (high - low) / 2;
        }

        return middle;
    }

    private static int? SideOf(decimal? figure, decimal target) =>
        figure is not { } known ? null : Math.Abs(known - target) <= Figure.ZeroTolerance ? 0 : Math.Sign(known - target);
}

/// <summary>A point of a grid.</summary>
/// <param name="Value">Where.</param>
/// <param name="Figure">The figure there; null where there is none.</param>
public readonly record struct GridPoint(decimal Value, decimal? Figure);
