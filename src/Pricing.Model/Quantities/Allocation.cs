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
    public static IReadOnlyList<decimal> Split(decimal total, IReadOnlyList<decimal> weights, Currency currency)
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
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - parts[i]).Take(left))
            parts[i]++;
        return [.. parts.Select(part => sign * part * currency.MinorUnit)];
    }
}
