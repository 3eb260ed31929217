namespace Pricing.Model.Quantities;

/// <summary>One step of a calculation: an input of the document, a constant, or an operation on earlier steps.</summary>
public sealed class Derivation
{
    private Derivation(string? name, string? operation, decimal value, string? pointer, IReadOnlyList<Derivation> parts)
    {
        (Name, Operation, Value, Pointer, Parts) = (name, operation, value, pointer, parts);
    }

    /// <summary>The figure's name in the field; null for an unnamed step within a formula.</summary>
    public string? Name { get; }

    /// <summary>The operation that made the value of the parts (+, −, ×, ÷, min, max, or words); null for an input or constant.</summary>
    public string? Operation { get; }

    /// <summary>The unrounded value.</summary>
    public decimal Value { get; }

    /// <summary>JSON pointer of the input in the engagement document; null for everything computed.</summary>
    public string? Pointer { get; }

    /// <summary>The operands, in the order of the formula.</summary>
    public IReadOnlyList<Derivation> Parts { get; }

    /// <summary>An input as the document states it.</summary>
    public static Figure Input(decimal value, string name, string pointer) =>
        new(value, new Derivation(name, null, value, pointer, []));

    /// <summary>A figure computed by an algorithm rather than an operator, told in words with the figures it used.</summary>
    public static Figure Told(decimal value, string name, string operation, IEnumerable<Figure> parts) =>
        new(value, new Derivation(name, operation, value, null, [.. parts.Select(Step)]));

    internal static Derivation Named(string name, Figure figure)
    {
        var step = figure.Origin!;
        // A figure that already has a name keeps it: the new name stands for the same number one level up.
        return step.Name is null
            ? new(name, step.Operation, step.Value, step.Pointer, step.Parts)
            : new(name, "=", step.Value, null, [step]);
    }

    internal static Derivation? Of(string operation, decimal value, Figure left, Figure right) =>
        left.Origin is null && right.Origin is null
            ? null
            : new(null, operation, value, null, [Step(left), Step(right)]);

    internal static Derivation? Of(string operation, decimal value, ReadOnlySpan<Figure> operands)
    {
        var asked = false;
        foreach (var operand in operands)
            asked |= operand.Origin is not null;
        if (!asked)
            return null;

        var parts = new Derivation[operands.Length];
        for (var i = 0; i < operands.Length; i++)
            parts[i] = Step(operands[i]);
        return new(null, operation, value, null, parts);
    }

    private static Derivation Step(Figure figure) => figure.Origin ?? new(null, null, figure.Value, null, []);
}
