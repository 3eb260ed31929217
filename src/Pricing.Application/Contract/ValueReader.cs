using System.Globalization;
using Pricing.Model.Quantities;

namespace Pricing.Application.Contract;

/// <summary>Reads single values; what is wrong with one goes to the faults, in words that begin with its name.</summary>
internal sealed class ValueReader(Faults faults)
{
    public Faults Faults { get; } = faults;

    /// <summary>Members that the object in hand was asked for, behind those of the objects around it.</summary>
    public List<string> Asked { get; } = [];

    public Sent<string> Text(TreeNode value, string name, int maximum)
    {
        if (!Is(JsonKind.Text, value, name, "a text"))
            return new("", false);

        var text = value.Text;
        if (JsonText.FaultIn(text, maximum) is not { } fault)
            return new(text, true);
        Faults.Add(value, $"{name} {fault}.");
        return new("", false);
    }

    public Sent<decimal> Number(TreeNode value, string name, Allowed allowed)
    {
        if (!Is(JsonKind.Number, value, name, "a number"))
            return default;

        var magnitude = value.Number(out var number, Math.Max(allowed.Maximum, Allowed.Huge));
        if (magnitude == Magnitude.Sound && allowed.Holds(number))
            return new(number, true);

        var rule = magnitude switch
        {
            Magnitude.TooSmall => $"0 or at least {Allowed.Text(Allowed.Tiny)} in magnitude",
            Magnitude.TooLarge when allowed.Maximum == Allowed.Huge => $"at most {Allowed.Text(Allowed.Huge)} in magnitude",
            _ => allowed.ToString(),
        };
        Faults.Add(value, $"{name} must be {rule}; you sent {value}.");
        return new(number, magnitude == Magnitude.Sound);
    }

    public Sent<int> Whole(TreeNode value, string name, int minimum, int maximum)
    {
        if (!Is(JsonKind.Number, value, name, "a number"))
            return default;

        if (value.Number(out var number) == Magnitude.Sound && number >= minimum && number <= maximum && number == decimal.Truncate(number))
            return new((int)number, true);
        Faults.Add(value, string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum} to {maximum:N0}; you sent {value}."));
        return default;
    }

    public Sent<bool> Flag(TreeNode value, string name)
    {
        if (value.Kind is JsonKind.True or JsonKind.False)
            return new(value.Kind == JsonKind.True, true);
        Faults.Add(value, $"{name} is true or false; you sent {value}.");
        return default;
    }

    public Sent<DateOnly> Day(TreeNode value, string name)
    {
        if (value.Kind == JsonKind.Text && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day, true);
        Faults.Add(value, $"{name} is a day of the calendar, written YYYY-MM-DD; you sent {value}.");
        return default;
    }

    public Sent<T> Code<T>(TreeNode value, string name, CodeTable<T> codes)
        where T : notnull
    {
        var isText = value.Kind == JsonKind.Text;
        if (codes.TryFind(value, out var meaning) && isText)
            return new(meaning, true);
        Faults.Add(value, $"{name} must be one of {codes.List}; you sent {value}.");
        return new(meaning, false);
    }

    /// <summary>The code of a currency of ISO 4217.</summary>
    public Sent<string> CurrencyCode(TreeNode value, string name)
    {
        var code = Text(value, name, Limits.Text);
        if (!code.IsRead || Currency.Find(code) is not null)
            return code;
        Faults.Add(value, $"{name} is an ISO 4217 code in capitals, such as EUR; you sent {value}.");
        return new("", false);
    }

    public bool IsObject(TreeNode value, string name) => Is(JsonKind.Object, value, name, "an object");

    public bool IsList(TreeNode value, string name) => Is(JsonKind.Array, value, name, "a list");

    private bool Is(JsonKind kind, TreeNode value, string name, string noun)
    {
        if (value.Kind == kind)
            return true;
        Faults.Add(value, $"{name} is {noun}; you sent {value}.");
        return false;
    }
}
