namespace Pricing.Documents.Charts;

/// <summary>A linear scale from amounts to places, with round ticks.</summary>
internal sealed class Axis
{
    private const decimal NoRange = 1e-15m;

    private readonly double origin;
    private readonly double unit;
    private decimal? rounding;

    /// <summary>A scale on which the whole range lies between two places.</summary>
    public Axis(decimal least, decimal most, double from, double to)
    {
        // Ends that differ by less than a tick can add count as one.
        (Least, Most) = (least, most - least > NoRange * Math.Max(Math.Abs(least), Math.Abs(most)) ? most : least + 1);
        unit = (to - from) / (double)(Most - Least);
        origin = from - (double)Least * unit;
    }

    public decimal Least { get; }

    public decimal Most { get; }

    /// <summary>A scale on which all amounts lie between two places; equal ones lie in the middle.</summary>
    public static Axis Of(IReadOnlyCollection<decimal> amounts, double from, double to)
    {
        var (least, most) = amounts.Count == 0 ? (0, 0) : (amounts.Min(), amounts.Max());
        var margin = least < most ? 0 : Math.Max(1, Math.Abs(least)) / 10;
        return new(least - margin, most + margin, from, to);
    }

    /// <summary>The same scale, its ends moved out to the next ticks.</summary>
    public static Axis Rounded(decimal least, decimal most, int about, double from, double to)
    {
        var axis = new Axis(least, most, from, to);
        var step = axis.Step(about);
        return new(decimal.Floor(axis.Least / step) * step, decimal.Ceiling(axis.Most / step) * step, from, to) { rounding = step };
    }

    public double At(decimal amount) => origin + (double)amount * unit;

    /// <summary>About so many multiples of 1, 2, 2.5 or 5 times a power of ten inside the range.</summary>
    public IEnumerable<decimal> Ticks(int about) => Multiples(Step(about));

    /// <summary>The ticks to which the ends were moved.</summary>
    public IEnumerable<decimal> RoundTicks() => Multiples(rounding ?? throw new InvalidOperationException("The ends of this scale are as they are."));

    private IEnumerable<decimal> Multiples(decimal step)
    {
        for (var tick = decimal.Ceiling(Least / step) * step; tick <= Most; tick += step)
            yield return tick;
    }

    /// <summary>As many ticks as leave room for their words, given by their width.</summary>
    public IReadOnlyList<decimal> TicksThatFit(int most, Func<decimal, double> width, bool isWhole = false)
    {
        for (var about = most; about > 1; about--)
        {
            decimal[] ticks = [.. Ticks(about)];
            if (isWhole && !ticks.All(decimal.IsInteger))
                continue;
            if (ticks.Length < 2 || ticks.Max(width) + 12 <= Math.Abs(At(ticks[1]) - At(ticks[0])))
                return ticks;
        }

        return [.. Ticks(1).Where(tick => !isWhole || decimal.IsInteger(tick))];
    }

    private decimal Step(int about)
    {
        var raw = (Most - Least) / about;
        var power = 1m;
        while (power * 10 <= raw)
            power *= 10;
        while (power > raw)
            power /= 10;
        decimal[] round = [1, 2, 2.5m, 5, 10];
        return power * round.First(multiple => multiple * power >= raw);
    }
}
