namespace Pricing.Api.OpenApi.Contract;

/// <summary>Smallest and largest value that the contract allows for a number.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class BoundsAttribute(string minimum, string maximum) : Attribute
{
    public const string Huge = "1000000000000";

    /// <summary>Smallest value, as JSON writes it.</summary>
    public string Minimum { get; } = minimum;

    /// <summary>Largest value, as JSON writes it.</summary>
    public string Maximum { get; } = maximum;
}

/// <summary>Money, hours or a count: nothing negative.</summary>
internal sealed class AmountAttribute() : BoundsAttribute("0", Huge);

/// <summary>A number that may be negative.</summary>
internal sealed class AnyNumberAttribute() : BoundsAttribute("-" + Huge, Huge);

/// <summary>A fraction from 0 to 1.</summary>
internal sealed class FractionAttribute() : BoundsAttribute("0", "1");

/// <summary>A fraction that something is divided by.</summary>
internal sealed class PositiveFractionAttribute() : BoundsAttribute("0.000001", "1");

/// <summary>A fraction that must leave something over.</summary>
internal sealed class MarginAttribute() : BoundsAttribute("0", "0.999999");

/// <summary>A share that comes on top, or a factor.</summary>
internal sealed class SurchargeAttribute() : BoundsAttribute("0", "1000");

/// <summary>Fewest and most entries of a list or members of a map; 0 to 1,000 where nothing is said.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int fewest, int most) : Attribute
{
    public int Fewest { get; } = fewest;

    public int Most { get; } = most;
}

/// <summary>Longest text in characters; 300 where nothing is said.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LongTextAttribute : Attribute
{
    public const int Usual = 300, Length = 10_000;
}

/// <summary>An ISO 4217 code.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CurrencyCodeAttribute : Attribute;

/// <summary>Name of a fee structure's type on the wire.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FeeTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A shape that is one of several.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OneOfAttribute(params Type[] types) : Attribute
{
    public IReadOnlyList<Type> Types { get; } = types;
}
