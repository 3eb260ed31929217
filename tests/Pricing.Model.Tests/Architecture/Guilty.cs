using Pricing.Model.Costs;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Architecture;

// Types that break a rule of the design, so that each rule is seen to fail.

internal sealed class GuiltyField
{
    public readonly float[] Shares = [];
}

internal sealed class GuiltyProperty
{
    public IReadOnlyList<double?> Shares { get; } = [];
}

internal static class GuiltyParameter
{
    public static Money Times(Money money, in double factor) => money * (decimal)factor;
}

internal static class GuiltyResult
{
    public static double Of(Money money) => (double)money.Amount;
}

internal sealed record GuiltyRecord(double Amount);

internal sealed record GuiltyProposal(IReadOnlyList<CostLine> Lines);

internal sealed record GuiltyNestedProposal(IReadOnlyDictionary<string, GuiltyOption> Options);

internal abstract record GuiltyOption;

internal sealed record GuiltyOpenOption(CostModel Cost) : GuiltyOption;
