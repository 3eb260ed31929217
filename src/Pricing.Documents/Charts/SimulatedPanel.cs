using Pricing.Documents.Texts;
using Pricing.Model.Simulations;

namespace Pricing.Documents.Charts;

/// <summary>One side of the table over all structures.</summary>
internal sealed class SimulatedPanel
{
    // A distribution this much denser than another would leave nothing of it to see.
    private const double MostDensityRatio = 4;

    private const double TailRoom = 1.5;

    private readonly double[] densities;

    public SimulatedPanel(string head, Colour fill, IReadOnlyList<SimulatedSide?> sides, Formats formats)
    {
        (Head, Fill, Sides) = (head, fill, sides);
        SimulatedSide[] known = [.. sides.OfType<SimulatedSide>()];
        Least = Math.Min(0, known.Select(side => Math.Max(side.Histogram.Edges[0], Low(side) - TailRoom * Spread(side))).DefaultIfEmpty().Min());
        Most = Math.Max(0, known.Select(side => Math.Min(side.Histogram.Edges[^1], High(side) + TailRoom * Spread(side))).DefaultIfEmpty().Max());
        Scale = formats.ScaleFor((decimal)Math.Max(-Least, Most));
        densities = [.. sides.Select(side => side is null ? 0 : Enumerable.Range(0, side.Histogram.Counts.Count).Max(bin => DensityOf(side, bin)))];
        double[] spread = [.. densities.Where(density => density > 0 && !double.IsInfinity(density))];
        HasOneScale = spread.Length == 0 || spread.Max() <= MostDensityRatio * spread.Min();
        ShareOutside = known.Select(OutsideOf).DefaultIfEmpty().Max();
    }

    public string Head { get; }

    public Colour Fill { get; }

    public IReadOnlyList<SimulatedSide?> Sides { get; }

    public AmountScale Scale { get; }

    public double Least { get; }

    public double Most { get; }

    /// <summary>Whether areas of all structures can be compared; else each fills its own row.</summary>
    public bool HasOneScale { get; }

    /// <summary>Largest share of a structure's trials beyond the ends of the axis.</summary>
    public double ShareOutside { get; }

    /// <summary>Height of a bin as a share of the room there is.</summary>
    public double HeightOf(int structure, int bin)
    {
        var (side, highest) = (Sides[structure]!, HasOneScale ? densities.Where(density => !double.IsInfinity(density)).DefaultIfEmpty().Max() : densities[structure]);
        var density = DensityOf(side, bin);
        return double.IsInfinity(density) ? 1 : highest > 0 ? density / highest : 0;
    }

    // Bins of one structure are equally wide; those of two are not.
    private static double DensityOf(SimulatedSide side, int bin)
    {
        var width = side.Histogram.Edges[bin + 1] - side.Histogram.Edges[bin];
        return width > 0 ? side.Histogram.Counts[bin] / width : side.Histogram.Counts[bin] > 0 ? double.PositiveInfinity : 0;
    }

    private double OutsideOf(SimulatedSide side)
    {
        var (edges, counts) = (side.Histogram.Edges, side.Histogram.Counts);
        var outside = Enumerable.Range(0, counts.Count).Where(bin => edges[bin + 1] <= Least || edges[bin] >= Most).Sum(bin => edges[bin + 1] > edges[bin] ? (double)counts[bin] : 0);
        return outside / Math.Max(1, counts.Sum(count => (double)count));
    }

    private static double Low(SimulatedSide side) => side.Percentiles[0];

    private static double High(SimulatedSide side) => side.Percentiles[^1];

    private static double Spread(SimulatedSide side) => High(side) - Low(side);
}
