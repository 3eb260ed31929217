namespace Pricing.Model.Quantities;

/// <summary>A figure of a sound document that is too large to price.</summary>
/// <param name="Pointer">JSON pointer of the entry from which it arises.</param>
/// <param name="Detail">What is too large.</param>
public sealed record BoundsFault(string Pointer, string Detail);

/// <summary>Figures of the engagement exceed what the model prices to the cent.</summary>
public sealed class BeyondBoundsException(IReadOnlyList<BoundsFault> faults) : ArgumentException("Figures of the engagement exceed 1e13.")
{
    /// <summary>Every figure at fault, with the entry it arises from.</summary>
    public IReadOnlyList<BoundsFault> Faults { get; } = faults;
}

/// <summary>The largest magnitude that the model prices, and who exceeds it.</summary>
public sealed class Bounds
{
    /// <summary>Largest magnitude of a line, a sum, a value, a fee or a certainty equivalent.</summary>
    public const decimal Largest = 1e13m;

    private readonly Dictionary<string, BoundsFault> faults = new(StringComparer.Ordinal);

    /// <summary>Whether anything exceeds the bound.</summary>
    public bool AreBroken => faults.Count > 0;

    /// <summary>Everything at fault so far.</summary>
    public IReadOnlyList<BoundsFault> Faults => [.. faults.Values];

    /// <summary>Whether a figure keeps within the bound; if not, the entry it arises from is named.</summary>
    public bool Keep(decimal value, string pointer, string figure)
    {
        if (Math.Abs(value) <= Largest)
            return true;
        Break(pointer, figure);
        return false;
    }

    /// <summary>The same for a figure of something that has a name; the sentence is put together only where the bound is broken.</summary>
    public bool Keep(decimal value, string pointer, string figure, string name) =>
        Math.Abs(value) <= Largest || Keep(value, pointer, $"{figure} \"{name}\"");

    /// <summary>Names an entry whose figure exceeds the bound, an overflow on the way included.</summary>
    public void Break(string pointer, string figure) =>
        faults.TryAdd(pointer, new BoundsFault(pointer, $"{figure} exceeds 10,000,000,000,000; make the figures it comes from smaller."));

    /// <summary>Names a member that only the figures show to be missing.</summary>
    /// <returns>Always false, as an answer to whether it is there.</returns>
    public bool Miss(string pointer, string detail)
    {
        faults.TryAdd(pointer, new BoundsFault(pointer, detail));
        return false;
    }

    /// <summary>Takes over the faults of another part of the calculation, behind the own ones.</summary>
    public void Add(Bounds others)
    {
        foreach (var fault in others.faults.Values)
            faults.TryAdd(fault.Pointer, fault);
    }

    /// <exception cref="BeyondBoundsException">Something exceeds the bound.</exception>
    public void ThrowIfBroken()
    {
        if (AreBroken)
            throw new BeyondBoundsException(Faults);
    }
}
