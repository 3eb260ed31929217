namespace Pricing.Model.Simulations;

/// <summary>Exact draws of counts, by transformed rejection.</summary>
/// <remarks>
/// Sources: Marsaglia and Tsang (2000) for gamma, Hörmann (1993) for Poisson and binomial, Loader (2000) for their probabilities.
/// </remarks>
internal static class DiscreteDraws
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>A gamma variable of scale 1.</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="shape">Shape, above 0.</param>
    public static double Gamma(ref ScalarGenerator random, double shape)
    {
        if (shape < 1)
            return Gamma(ref random, shape + 1) * Math.Pow(random.Next(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var z = Normal(ref random);
            var v = 1 + c * z;
            if (v <= 0)
                continue;
            v = v * v * v;
            var u = random.Next();
            if (u < 1 - 0.0331 * z * z * z * z || Math.Log(u) < 0.5 * z * z + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>A beta variable.</summary>
    public static double Beta(ref ScalarGenerator random, double a, double b)
    {
        var x = Gamma(ref random, a);
        return x / (x + Gamma(ref random, b));
    }

    /// <summary>Failures before the n-th success.</summary>
    public static double Failures(ref ScalarGenerator random, double n, double success) =>
        success >= 1 ? 0 : Poisson(ref random, Gamma(ref random, n) * ((1 - success) / success));

    /// <summary>A Poisson variable.</summary>
    /// <remarks>From 1e12 on a normal one, whose skewness is smaller by 1e-6.</remarks>
    public static double Poisson(ref ScalarGenerator random, double mean)
    {
        if (mean < 10)
            return SmallPoisson(ref random, mean);
        var root = Math.Sqrt(mean);
        if (mean > 1e12)
            return Math.Max(0, Math.Round(mean + root * Normal(ref random)));

        var b = 0.931 + 2.53 * root;
        var a = -0.059 + 0.02483 * b;
        var inverse = 1.1239 + 1.1328 / (b - 3.4);
        var sure = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = random.Next() - 0.5;
            var v = random.Next();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= sure)
                return k;
            if (k < 0 || (us < 0.013 && v > us))
                continue;
            if (Math.Log(v * inverse / (a / (us * us) + b)) <= LogPoisson(k, mean))
                return k;
        }
    }

    /// <summary>Successes in n trials.</summary>
    public static double Binomial(ref ScalarGenerator random, double n, double success)
    {
        if (success > 0.5)
            return n - Binomial(ref random, n, 1 - success);
        if (n == 0 || success <= 0)
            return 0;
        return n * success < 10 ? SmallBinomial(ref random, n, success) : LargeBinomial(ref random, n, success);
    }

    private static double LargeBinomial(ref ScalarGenerator random, double n, double p)
    {
        var root = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + 2.53 * root;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var centre = n * p + 0.5;
        var sure = 0.92 - 4.2 / b;
        var alpha = (2.83 + 5.1 / b) * root;
        var atMode = LogBinomial(Math.Floor((n + 1) * p), n, p);
        while (true)
        {
            var u = random.Next() - 0.5;
            var v = random.Next();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= sure)
                return k;
            if (k < 0 || k > n)
                continue;
            if (Math.Log(v * alpha / (a / (us * us) + b)) <= LogBinomial(k, n, p) - atMode)
                return k;
        }
    }

    private static double SmallPoisson(ref ScalarGenerator random, double mean)
    {
        var limit = Math.Exp(-mean);
        var product = random.Next();
        var count = 0;
        while (product > limit)
        {
            count++;
            product *= random.Next();
        }

        return count;
    }

    // Walks up the probabilities until they reach the random number.
    private static double SmallBinomial(ref ScalarGenerator random, double n, double p)
    {
        var odds = p / (1 - p);
        var left = random.Next();
        var probability = Math.Exp(n * Log1P(-p));
        var k = 0.0;
        while (left > probability && k < n)
        {
            left -= probability;
            probability *= odds * (n - k) / (k + 1);
            k++;
        }

        return k;
    }

    /// <summary>A standard normal variable, by the polar method.</summary>
    public static double Normal(ref ScalarGenerator random)
    {
        while (true)
        {
            var x = 2 * random.Next() - 1;
            var y = 2 * random.Next() - 1;
            var square = x * x + y * y;
            if (square is < 1 and > 0)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>log(1 + x), also where x is tiny.</summary>
    public static double Log1P(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    private static double LogPoisson(double k, double mean) =>
        k == 0 ? -mean : -StirlingError(k) - Deviance(k, mean) - HalfLogTwoPi - 0.5 * Math.Log(k);

    private static double LogBinomial(double k, double n, double p)
    {
        if (k == 0)
            return n * Log1P(-p);
        if (k == n)
            return n * Math.Log(p);
        return StirlingError(n) - StirlingError(k) - StirlingError(n - k) - Deviance(k, n * p) - Deviance(n - k, n * (1 - p))
            - HalfLogTwoPi + 0.5 * Math.Log(n / k / (n - k));
    }

    // x ln(x / mean) + mean - x, without cancellation near the mean.
    private static double Deviance(double x, double mean)
    {
        var distance = x - mean;
        if (Math.Abs(distance) >= 0.1 * (x + mean))
            return x * Math.Log(x / mean) - distance;

        var v = distance / (x + mean);
        var sum = distance * v;
        var term = 2 * x * v;
        v *= v;
        for (var j = 1; j < 1_000; j++)
        {
            term *= v;
            var next = sum + term / (2 * j + 1);
            if (next == sum)
                break;
            sum = next;
        }

        return sum;
    }

    // ln n! less Stirling's formula.
    private static double StirlingError(double n)
    {
        if (n < 16)
            return ErrorsOfSmall[(int)n];
        var square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1_260 - (1.0 / 1_680 - 1.0 / 1_188 / square) / square) / square) / square) / n;
    }

    private static readonly double[] ErrorsOfSmall = [.. Enumerable.Range(0, 16).Select(ErrorOf)];

    private static double ErrorOf(int n)
    {
        if (n == 0)
            return 0;
        var logFactorial = 0.0;
        for (var i = 2; i <= n; i++)
            logFactorial += Math.Log(i);
        return logFactorial - ((n + 0.5) * Math.Log(n) - n + HalfLogTwoPi);
    }
}
