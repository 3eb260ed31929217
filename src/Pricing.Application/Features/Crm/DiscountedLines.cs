using Pricing.Application.Errors;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Crm;

/// <summary>Takes discounts off the lines they are given on, for CRMs that take no negative line: in shares of the amounts, to the minor unit, largest remainder first.</summary>
internal static class DiscountedLines
{
    /// <summary>The same sum without a negative line.</summary>
    /// <param name="lines">The lines, at the currency's scale.</param>
    /// <param name="currency">Their currency.</param>
    /// <param name="net">Their sum.</param>
    /// <exception cref="UnprocessableException">The sum is negative.</exception>
    public static List<NamedAmount> Of(IReadOnlyList<NamedAmount> lines, Currency currency, decimal net)
    {
        if (net < 0)
            throw new UnprocessableException("crm-amount", "The CRM holds no negative amount.");
        var positive = lines.Where(line => line.Amount > 0).ToList();
        var units = positive.Select(line => Units(line.Amount, currency.Decimals)!.Value).ToList();
        var off = Units(positive.Sum(line => line.Amount) - net, currency.Decimals)!.Value;
        var shares = Shares(units, off);
        return [.. positive.Select((line, i) => line with { Amount = (decimal)(units[i] - shares[i]) * currency.MinorUnit })];
    }

    /// <summary>An amount in units of so many decimals; null where it has more of them.</summary>
    public static Int128? Units(decimal amount, int decimals)
    {
        var scaled = amount;
        for (var i = 0; i < decimals; i++)
            scaled *= 10;
        return scaled == decimal.Truncate(scaled) ? (Int128)scaled : null;
    }

    private static Int128[] Shares(List<Int128> units, Int128 off)
    {
        if (off == 0)
            return new Int128[units.Count];
        var whole = units.Aggregate((Int128)0, (sum, one) => sum + one);
        var shares = units.Select(one => one * off / whole).ToArray();
        var left = (int)(off - shares.Aggregate((Int128)0, (sum, one) => sum + one));
        foreach (var i in Enumerable.Range(0, units.Count).OrderByDescending(i => units[i] * off % whole).Take(left))
            shares[i]++;
        return shares;
    }
}
