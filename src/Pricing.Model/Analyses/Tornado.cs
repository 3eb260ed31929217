using Pricing.Model.Comparisons;

namespace Pricing.Model.Analyses;

/// <summary>What moves a figure most: each lever alone, once down and once up.</summary>
/// <param name="Figure">The figure that is watched.</param>
/// <param name="Structure">Place of the structure it belongs to.</param>
/// <param name="Base">The figure with no lever moved; null where there is none.</param>
/// <param name="Rows">The levers, the one with the widest swing first; equal ones as they were named.</param>
/// <remarks>Source: docs/formulas/analyses-negotiation.md, "Tornado".</remarks>
public sealed record Tornado(ComparisonFigure Figure, int Structure, decimal? Base, IReadOnlyList<TornadoRow> Rows)
{
    /// <summary>Draws up the tornado.</summary>
    /// <param name="comparison">The engagement with no lever moved.</param>
    /// <param name="figure">The figure to watch.</param>
    /// <param name="structure">Place of its structure.</param>
    /// <param name="levers">Number of levers.</param>
    /// <param name="low">Relative change downwards, in (−1, 0).</param>
    /// <param name="high">Relative change upwards, in (0, 10].</param>
    /// <param name="moved">The comparison with one lever's numbers times 1 + change; null where the contract refuses that.</param>
    public static Tornado Of(
        Comparison comparison, ComparisonFigure figure, int structure, int levers, decimal low, decimal high, Func<int, decimal, Comparison?> moved)
    {
        var @base = figure.Of(comparison, structure);
        var rows = new TornadoRow[levers];
        Parallel.For(0, levers, i => rows[i] = new(i, FigureAt(i, low), FigureAt(i, high), @base));
        return new(figure, structure, @base, [.. rows.OrderByDescending(row => figure.Compared(row.Swing, comparison.Currency))]);

        decimal? FigureAt(int lever, decimal change) => moved(lever, change) is { } there ? figure.Of(there, structure) : null;
    }
}

/// <summary>One lever of a tornado.</summary>
/// <param name="Lever">Place of the lever in the order named.</param>
/// <param name="Low">The figure with the lever down; null where there is none.</param>
/// <param name="High">The figure with the lever up; null where there is none.</param>
/// <param name="Base">The figure with the lever where it is.</param>
public sealed record TornadoRow(int Lever, decimal? Low, decimal? High, decimal? Base)
{
    /// <summary>Greatest less smallest of the figures that are known; 0 of one or none.</summary>
    public decimal Swing
    {
        get
        {
            decimal?[] known = [Low, High, Base];
            return known.Max() - known.Min() ?? 0;
        }
    }
}
