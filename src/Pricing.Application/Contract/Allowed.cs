using System.Globalization;

namespace Pricing.Application.Contract;

/// <summary>The numbers that a member may hold.</summary>
/// <param name="Minimum">Smallest.</param>
/// <param name="Maximum">Largest.</param>
/// <param name="IsFraction">Whether it is a fraction, which people take for per cent.</param>
/// <param name="IsAbove">Whether it lies above the smallest and is not equal to it.</param>
/// <param name="IsBelow">Whether it lies below the largest and is not equal to it.</param>
internal sealed record Allowed(decimal Minimum, decimal Maximum, bool IsFraction = false, bool IsAbove = false, bool IsBelow = false)
{
    /// <summary>Smallest magnitude but zero, and largest, of any number in a document.</summary>
    public const decimal Tiny = 1e-9m, Huge = 1e12m;

    /// <summary>Largest variance or covariance.</summary>
    public const decimal HugeSquared = Huge * Huge;

    public static readonly Allowed Any = new(-Huge, Huge);
    public static readonly Allowed Variance = new(0, HugeSquared);
    public static readonly Allowed PositiveVariance = new(0, HugeSquared, IsAbove: true);
    public static readonly Allowed Covariance = new(-HugeSquared, HugeSquared);
    public static readonly Allowed Amount = new(0, Huge);
    public static readonly Allowed Positive = new(0, Huge, IsAbove: true);
    public static readonly Allowed AtLeastOne = new(1, Huge);
    public static readonly Allowed Share = new(0, 1, true);
    public static readonly Allowed PositiveShare = new(0.000001m, 1, true);
    public static readonly Allowed Margin = new(0, 0.999999m, true);
    public static readonly Allowed Surcharge = new(0, 1_000, true);
    public static readonly Allowed Factor = new(0, 1_000);
    public static readonly Allowed Rate = new(1e-6m, 1e6m);
    public static readonly Allowed Retention = new(0, 1.1m, true);
    public static readonly Allowed Stretch = new(1.000001m, 1_000);
    public static readonly Allowed Cap = new(1, 1_000);

    public bool Holds(decimal value) =>
        (IsAbove ? value > Minimum : value >= Minimum) && (IsBelow ? value < Maximum : value <= Maximum);

    /// <summary>What is allowed, as the end of "x must be …".</summary>
    public override string ToString() => this switch
    {
        { IsAbove: true, Maximum: >= Huge } => $"above {Text(Minimum)}",
        { IsAbove: true, IsBelow: true } => $"above {Text(Minimum)} and below {Text(Maximum)}",
        { IsAbove: true } => $"above {Text(Minimum)}, up to {Text(Maximum)}",
        { IsBelow: true } => $"from {Text(Minimum)} to below {Text(Maximum)}",
        { IsFraction: true } => $"a fraction from {Text(Minimum)} to {Text(Maximum)} ({Example} %)",
        { Maximum: >= Huge, Minimum: >= 0 } => $"{Text(Minimum)} or more",
        _ => $"from {Text(Minimum)} to {Text(Maximum)}",
    };

    private string Example => Maximum < 1 ? "0.2 is 20" : "0.19 is 19";

    public static string Text(decimal value) => value.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
