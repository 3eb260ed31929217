using System.Runtime.ExceptionServices;

namespace Pricing.Model.Analyses;

/// <summary>Shares independent calculations among the cores.</summary>
internal static class Cores
{
    /// <summary>The results in order; what a calculation throws is thrown as if there were one core.</summary>
    public static T[] Each<T>(int count, Func<int, T> calculate)
    {
        var results = new T[count];
        try
        {
            Parallel.For(0, count, i => results[i] = calculate(i));
        }
        catch (AggregateException several)
        {
            // Callers tell a figure beyond bounds by its own exception.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return results;
    }
}
