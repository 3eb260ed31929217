using Pricing.Model.Quantities;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>Kinds of value drivers that can be worked out from what a client knows.</summary>
public enum CalculatorKind
{
    /// <summary>More sales at the usual margin.</summary>
    IncrementalGrossProfit,

    /// <summary>A higher price on what is still sold.</summary>
    PricePremium,

    /// <summary>Cost that falls away.</summary>
    CostSaving,

    /// <summary>Profit that is earned sooner, once.</summary>
    SpeedToMarket,

    /// <summary>A loss that becomes less probable, once.</summary>
    RiskReduction,

    /// <summary>Customers who stay, at what they are still worth.</summary>
    Retention,

    /// <summary>Something that need not be built again later, once.</summary>
    OptionValue,

    /// <summary>Media that the same effect no longer needs.</summary>
    MediaEfficiency,

    /// <summary>Capital that is no longer tied up.</summary>
    WorkingCapital,
}

/// <summary>An input of a calculator.</summary>
/// <param name="Name">Name in the request.</param>
/// <param name="Title">Name in formulas.</param>
/// <param name="Unit">What it is counted in; money is in the currency of the engagement.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Default">Value where it is left out; null where it is required.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="UsualOwner">Who has it as a rule.</param>
/// <param name="UsualSource">Where it is found as a rule.</param>
/// <param name="UsualMethod">How it is found as a rule.</param>
/// <param name="Example">An example.</param>
public sealed record CalculatorInput(
    string Name, string Title, string Unit, decimal Minimum, decimal Maximum, decimal? Default, string Meaning, string UsualOwner, string UsualSource,
    string UsualMethod, decimal Example)
{
    internal const string Fraction = "fraction";

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole { get; init; }

    internal bool IsFraction => Unit == Fraction;
}

/// <summary>How a kind of driver is worked out.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Title">Name of the driver where none is given.</param>
/// <param name="Meaning">What it counts, and what to beware of.</param>
/// <param name="Formula">Formula of the first month in the titles of the inputs.</param>
/// <param name="Once">Whether it is earned once: then it lasts one month.</param>
/// <param name="NeedsAttribution">Whether others bring about a part of it as a rule, so that the share has to be said.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="FirstMonth">The formula over the inputs by name.</param>
internal sealed record DriverCalculator(
    CalculatorKind Kind, string Title, string Meaning, string Formula, bool Once, bool NeedsAttribution, IReadOnlyList<CalculatorInput> Inputs,
    Func<Func<string, Figure>, Figure> FirstMonth)
{
    /// <summary>Months before the benefit starts, where the inputs say so.</summary>
    public Func<Func<string, Figure>, int>? Delay { get; init; }

    /// <summary>Two inputs of which the second may not exceed the first, with what that would mean.</summary>
    public (string Larger, string Smaller, string Detail)? Order { get; init; }

    /// <summary>An input that is needed as soon as another one is above 0.</summary>
    public (string Where, string Needed)? Needs { get; init; }
}
