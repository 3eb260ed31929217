namespace Pricing.Model.Quantities;

/// <summary>Splits an amount that is paid in parts, so that the parts add up to it.</summary>
public static class Allocation
{
    /// <summary>The parts of an amount by weight, each in the minor unit: what rounding leaves over goes, a unit each, to the largest remainders, the first of equal ones.</summary>
    /// <param name="total">The amount, in the minor unit already; it may be negative.</param>
    /// <param name="weights">Weights, none negative; where all are zero the first part takes everything.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>As many parts as weights; their sum is the amount.</returns>
    /// <exception cref="ArgumentException">There is no weight, or a negative one.</exception>
    /// <remarks>Source: docs/formulas/fees.md, "Instalments" (largest remainder, Hamilton's method).</remarks>
    public static IReadOnlyList<decimal> Split(decimal total, IReadOnlyList<decimal> weights, Currency currency) => SplitEach([(total, weights)], currency)[0];

    /// <summary>Several amounts over the same parts, each as <see cref="Split"/> does it; of equal remainders the part takes the unit that earlier amounts gave least.</summary>
    /// <param name="amounts">The amounts with the weights of their parts, as many for each.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The parts of each amount. Parts that have equal weights in all amounts differ in sum by one minor unit at most.</returns>
    /// <exception cref="ArgumentException">There is no weight, or a negative one.</exception>
    public static IReadOnlyList<IReadOnlyList<decimal>> SplitEach(IReadOnlyList<(decimal Total, IReadOnlyList<decimal> Weights)> amounts, Currency currency)
    {
        var split = new List<IReadOnlyList<decimal>>();
        decimal[]? owed = null;
        foreach (var (total, weights) in amounts)
        {
            owed ??= new decimal[weights.Count];
            split.Add(PartsOf(total, weights, currency, owed));
        }

        return split;
    }

    // What rounding has kept back from a part, in minor units, decides between equal remainders and is carried on.
    private static IReadOnlyList<decimal> PartsOf(decimal total, IReadOnlyList<decimal> weights, Currency currency, decimal[] owed)
    {
        if (weights.Count == 0 || weights.Any(weight => weight < 0))
            throw new ArgumentException("Weights are one or more, none negative.", nameof(weights));

        var sum = weights.Sum();
        if (sum == 0)
            return [total, .. weights.Skip(1).Select(_ => 0m)];
        var (sign, units) = (total < 0 ? -1 : 1, Math.Abs(total) / currency.MinorUnit);
        var exact = weights.Select(weight => units * weight / sum).ToList();
        var parts = exact.Select(decimal.Floor).ToList();
        var left = (int)(units - parts.Sum());
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - parts[i]).ThenByDescending(i => sign * owed[i]).Take(left))
            parts[i]++;
        for (var i = 0; i < parts.Count; i++)
            owed[i] += sign * (exact[i] - parts[i]);
        return [.. parts.Select(part => sign * part * currency.MinorUnit)];
    }
}
