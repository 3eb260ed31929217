using System.Text.Json;
using Pricing.Application.Errors;
using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses;

/// <summary>Writes the members of an answer: money in the minor unit, other figures to twelve decimals, null where undefined.</summary>
internal sealed class AnswerPen(Utf8JsonWriter json, Comparison comparison)
{
    private readonly Currency currency = comparison.Currency;

    // Adding it shows every amount with the decimals of the currency.
    private readonly decimal zero = new(0, 0, 0, false, (byte)comparison.Currency.Decimals);

    /// <summary>An amount.</summary>
    /// <exception cref="InvalidRequestException">It exceeds 1e13.</exception>
    public void Money(string name, Money? amount)
    {
        KeepBound(name, amount?.Amount ?? 0);
        Unbounded(name, amount);
    }

    /// <inheritdoc cref="Money(string, Money?)"/>
    public void Money(string name, decimal? amount) => Money(name, amount is { } known ? new Money(known) : null);

    /// <summary>A variance, which prints as money and may be larger.</summary>
    public void Variance(string name, decimal? variance) => Unbounded(name, variance is { } known ? new Money(known) : null);

    /// <summary>A figure that is no money.</summary>
    public void Number(string name, decimal? number) => Number(name, number is { } known ? new Figure(known) : (Figure?)null);

    /// <inheritdoc cref="Number(string, decimal?)"/>
    public void Number(string name, Figure? figure)
    {
        if (figure is { } known)
            json.WriteNumber(name, known.Shown);
        else
            json.WriteNull(name);
    }

    /// <summary>A figure of the comparison, printed by its kind.</summary>
    public void Figure(string name, ComparisonFigure kind, decimal? value)
    {
        if (kind.IsRatio())
            Number(name, value);
        else
            Money(name, value);
    }

    /// <summary>A sampled figure that is no money; null where undefined.</summary>
    public void Sampled(string name, double? number) => Number(name, number is { } known ? (decimal)known : null);

    /// <summary>A list of whole numbers.</summary>
    public void Counts(string name, IEnumerable<int> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts)
            json.WriteNumberValue(count);
        json.WriteEndArray();
    }

    public void Whole(string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    public void Flag(string name, bool? flag)
    {
        if (flag is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }

    public void Text(string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    public void Day(string name, DateOnly? day) => Text(name, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Which structure a row is about: <c>structure</c>, <c>type</c> and <c>name</c>.</summary>
    public void Structure(int place)
    {
        Whole("structure", place);
        Text("type", comparison.Structures[place].Structure.Type);
        Text("name", comparison.Structures[place].Structure.Name);
    }

    /// <summary>The place of the structure a figure belongs to; null for those of the range.</summary>
    public void FigureStructure(ComparisonFigure figure, int structure) => Whole("structure", figure.IsOfRange() ? null : structure);

    public void Object(string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>An object, or null where there is none.</summary>
    public void Object<T>(string name, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
            json.WriteNull(name);
        else
            Object(name, () => write(value));
    }

    public void List<T>(string name, IEnumerable<T> entries, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of amounts.</summary>
    /// <exception cref="InvalidRequestException">One exceeds 1e13.</exception>
    public void Amounts(string name, IEnumerable<decimal> amounts)
    {
        json.WriteStartArray(name);
        foreach (var amount in amounts)
        {
            KeepBound(name, amount);
            json.WriteNumberValue(new Money(amount).ToMinorUnit(currency) + zero);
        }

        json.WriteEndArray();
    }

    private static void KeepBound(string name, decimal amount)
    {
        if (Math.Abs(amount) > Bounds.Largest)
            throw new InvalidRequestException([new("/parameters", $"The answer's {name} exceeds 10,000,000,000,000; make the parameters it comes from smaller.")]);
    }

    private void Unbounded(string name, Money? amount)
    {
        if (amount is { } known)
            json.WriteNumber(name, known.ToMinorUnit(currency) + zero);
        else
            json.WriteNull(name);
    }
}
