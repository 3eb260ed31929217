using System.Numerics;

namespace Pricing.Model.Simulations;

/// <summary>Pieces that are tried until accepted, or given up after so many attempts; all of them at once.</summary>
/// <remarks>
/// The failures before success of an accepted piece are geometric below the cap. Among the numbers from s to s + 2^k − 1 a geometric
/// variable's k last binary digits are independent, digit i being 1 with probability q^(2^i) / (1 + q^(2^i)). So the cap is cut into
/// runs of powers of two, pieces are dealt to them, and every digit of a run is one binomial draw: at most about a hundred draws
/// for a cap of 10,000, whatever the number of pieces. Exact. Source: docs/formulas/simulation.md, "Attempts".
/// </remarks>
internal static class CappedAttempts
{
    /// <summary>Draws for n pieces.</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="n">Pieces.</param>
    /// <param name="acceptance">Probability that an attempt is accepted, above 0.</param>
    /// <param name="cap">Attempts after which a piece is given up.</param>
    public static (double Attempts, double Failed) Draw(ref ScalarGenerator random, double n, double acceptance, int cap)
    {
        if (acceptance >= 1)
            return (n, 0);
        var logFailure = DiscreteDraws.Log1P(-acceptance);
        var failed = DiscreteDraws.Binomial(ref random, n, Math.Exp(cap * logFailure));
        var accepted = n - failed;
        var attempts = failed * cap + accepted;

        // Runs from below: [0, 2^k), then the next lower power of two of the cap, and so on.
        var start = 0;
        for (var left = cap; left > 0 && accepted > 0;)
        {
            var digits = BitOperations.Log2((uint)left);
            var length = 1 << digits;
            left -= length;
            var here = left == 0 ? accepted : DiscreteDraws.Binomial(ref random, accepted, Share(logFailure, length, length + left));
            attempts += here * start + Digits(ref random, here, logFailure, digits);
            accepted -= here;
            start += length;
        }

        return (attempts, failed);
    }

    // Of a geometric variable below `total`, the probability to be below `length`.
    private static double Share(double logFailure, int length, int total) => ExpM1(length * logFailure) / ExpM1(total * logFailure);

    private static double Digits(ref ScalarGenerator random, double pieces, double logFailure, int digits)
    {
        var sum = 0.0;
        for (var i = 0; i < digits && pieces > 0; i++)
        {
            var value = 1 << i;
            var odds = Math.Exp(value * logFailure);
            sum += value * DiscreteDraws.Binomial(ref random, pieces, odds / (1 + odds));
        }

        return sum;
    }

    // e^x − 1 for x ≤ 0, also where x is tiny.
    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1;
}
