using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What a cut of scope saves, and what it does not.</summary>
/// <param name="Lines">Cost by kind.</param>
/// <param name="CostBefore">Expected cost of the whole scope.</param>
/// <param name="CostAfter">Expected cost of what is left, work already done included.</param>
/// <param name="CostOfStopping">Expected cost where the work ends now.</param>
/// <remarks>Source: docs/formulas/costs.md, "Cut of scope".</remarks>
public sealed record ScopeCut(IReadOnlyList<ScopeCutLine> Lines, Money CostBefore, Money CostAfter, Money CostOfStopping)
{
    /// <summary>Compares a scope with what is left of it.</summary>
    /// <param name="whole">The whole scope.</param>
    /// <param name="left">The same with quantities and hours cut to the factor.</param>
    /// <param name="factor">What is left of quantities and hours, a fraction in [0, 1).</param>
    /// <param name="done">What of them is done already, a fraction in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction is out of range.</exception>
    public static ScopeCut Of(CostModel whole, CostModel left, decimal factor, decimal done)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(done, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(done, 1);
        ScopeCutLine[] lines = [.. Enum.GetValues<CostLineKind>().Select(kind => ScopeCutLine.Of(kind, SumOf(whole, kind), SumOf(left, kind), factor, done))];
        return new(
            [.. lines.Where(line => !line.Before.IsZero)],
            Total(line => line.Before), Total(line => line.After), Total(line => line.AtStop));

        Money Total(Func<ScopeCutLine, Money> amount) => lines.Aggregate(Money.Zero, (sum, line) => sum + amount(line));
    }

    private static Money SumOf(CostModel cost, CostLineKind kind) =>
        cost.Lines.Where(line => line.Kind == kind).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

/// <summary>Cost of a kind before and after a cut.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Before">Cost of the whole scope.</param>
/// <param name="After">Cost of what is left; work already done beyond it stays.</param>
/// <param name="Fixed">What does not shrink with the scope: set-up, revisions of a fixed number, costs that fall due once.</param>
/// <param name="AtStop">What is spent, or can no longer be averted, where the work ends now: what is fixed and what is done.</param>
public sealed record ScopeCutLine(CostLineKind Kind, Money Before, Money After, Money Fixed, Money AtStop)
{
    // Before = fixed + variable, left = fixed + factor × variable.
    internal static ScopeCutLine Of(CostLineKind kind, Money before, Money left, decimal factor, decimal done)
    {
        var variable = (before - left) / (1 - factor);
        var @fixed = before - variable;
        return new(kind, before, @fixed + variable * Math.Max(factor, done), @fixed, @fixed + variable * done);
    }
}
