using System.Runtime.CompilerServices;

namespace Pricing.Model.Quantities;

/// <summary>Working time in hours.</summary>
/// <param name="Figure">The number and, where anybody asked, how it came about.</param>
public readonly record struct Hours(Figure Figure)
{
    /// <summary>No time.</summary>
    public static Hours Zero => default;

    /// <summary>The unrounded number of hours.</summary>
    public decimal Value => Figure.Value;

    /// <summary>Whether it counts as no time (at most 1e-9 hours).</summary>
    public bool IsZero => Figure.IsZero;

    /// <summary>Sum.</summary>
    public static Hours operator +(Hours left, Hours right) => new(left.Figure + right.Figure);

    /// <summary>A multiple.</summary>
    public static Hours operator *(Hours hours, Figure factor) => new(hours.Figure * factor);

    /// <summary>What the time costs or brings at a rate.</summary>
    public static Money operator *(Hours hours, HourlyRate rate) => new(hours.Figure * rate.PerHour);

    /// <summary>The same time under its name in the field.</summary>
    public Hours Named(string name) => new(Figure.Named(name));

    /// <summary>The same time under a name that is put together only where anybody asked.</summary>
    internal Hours Named([InterpolatedStringHandlerArgument("")] ref NameText name) => Figure.Origin is null ? this : Named(name.ToString());
}

/// <summary>Money per working hour, in the engagement's currency.</summary>
/// <param name="PerHour">The number and, where anybody asked, how it came about.</param>
public readonly record struct HourlyRate(Figure PerHour)
{
    /// <summary>A multiple, such as a rate after a discount.</summary>
    public static HourlyRate operator *(HourlyRate rate, Figure factor) => new(rate.PerHour * factor);

    /// <summary>The same rate under its name in the field.</summary>
    public HourlyRate Named(string name) => new(PerHour.Named(name));

    /// <summary>The same rate under a name that is put together only where anybody asked.</summary>
    internal HourlyRate Named([InterpolatedStringHandlerArgument("")] ref NameText name) => PerHour.Origin is null ? this : Named(name.ToString());
}
