using System.Globalization;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Comparisons;
using Pricing.Application.Pipeline;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>The inputs of a calculator as somebody stated them, complete and within their bounds.</summary>
internal sealed class CalculatorInputs
{
    private static readonly CalculatorInputValidator Texts = new();

    private readonly DriverCalculator calculator;
    private readonly IReadOnlyDictionary<string, CalculatorInputTerms> stated;

    private CalculatorInputs(DriverCalculator calculator, IReadOnlyDictionary<string, CalculatorInputTerms> stated) =>
        (this.calculator, this.stated) = (calculator, stated);

    /// <summary>The benefit of the first month, with its calculation down to the inputs.</summary>
    public Figure FirstMonth => calculator.FirstMonth(Figure).Named("first month");

    /// <summary>Months before the benefit starts, where the inputs say so.</summary>
    public int? Delay => calculator.Delay?.Invoke(Figure);

    /// <summary>Names of the stated inputs that name no source.</summary>
    public IReadOnlyList<string> Unsourced => [.. Given.Where(input => stated[input.Name].Source is null).Select(input => input.Name)];

    /// <summary>Where each stated input comes from, by the pointer that its explanation has.</summary>
    public IReadOnlyDictionary<string, string> Sources => Given.ToDictionary(input => PointerOf(input.Name), OriginOf);

    /// <summary>The formula with its figures.</summary>
    public string Formula => $"{calculator.Formula}: {string.Join(", ", calculator.Inputs.Select(input => $"{input.Title} {Text(ValueOf(input))}"))}";

    /// <summary>Who has the figures, each once; null where nobody is named.</summary>
    public string? Owners => Joined(Given.Select(input => stated[input.Name].Owner).Distinct());

    /// <summary>Where the figures stand; null where nothing is named.</summary>
    public string? InOneLine => Joined(Given.Select(input => stated[input.Name].Source is { } source ? $"{input.Title}: {source}" : null));

    private IEnumerable<CalculatorInput> Given => calculator.Inputs.Where(input => stated.ContainsKey(input.Name));

    /// <summary>Checks what was stated; null where anything is wrong.</summary>
    public static CalculatorInputs? Read(DriverCalculator calculator, IReadOnlyDictionary<string, CalculatorInputTerms> stated, List<Fault> faults)
    {
        var before = faults.Count;
        var known = string.Join(", ", calculator.Inputs.Select(input => input.Name));
        foreach (var (name, terms) in stated)
        {
            if (calculator.Inputs.FirstOrDefault(input => input.Name == name) is { } input)
                faults.AddRange(FaultsOf(input, terms));
            else
                faults.Add(new(JsonPointer.Append("/inputs", name), $"The calculator has no such input; it takes {known}."));
        }

        faults.AddRange(calculator.Inputs.Where(input => input.Default is null && !stated.ContainsKey(input.Name))
            .Select(input => new Fault($"/inputs/{input.Name}", $"{input.Name} is missing. {input.Meaning}")));
        if (faults.Count > before)
            return null;

        var inputs = new CalculatorInputs(calculator, stated);
        faults.AddRange(inputs.FaultsTogether());
        return faults.Count > before ? null : inputs;
    }

    /// <summary>Inputs that were checked when they were stored.</summary>
    public static CalculatorInputs Restore(DriverCalculator calculator, IReadOnlyDictionary<string, CalculatorInputTerms> stated) => new(calculator, stated);

    /// <summary>The tree of the first month.</summary>
    public ExplainedFigure Explain() => new ExplanationTree(Sources).Explain(FirstMonth, "first month");

    private IEnumerable<Fault> FaultsTogether()
    {
        if (calculator.Order is { } order && Figure(order.Smaller) > Figure(order.Larger))
            yield return new($"/inputs/{order.Smaller}/value", order.Detail);
        if (calculator.Needs is { } needs && Figure(needs.Where).Value > 0 && !stated.ContainsKey(needs.Needed))
            yield return new($"/inputs/{needs.Needed}", $"{needs.Needed} is missing; it is needed where {needs.Where} is above 0.");
        var first = FirstMonth.Shown;
        if (Math.Abs(first) > Numbers.Huge)
            yield return new("/inputs", "The first month exceeds 1,000,000,000,000; a driver cannot hold it.");
        else if (first != 0 && Math.Abs(first) < Numbers.Tiny)
            yield return new("/inputs", "The first month is below 0.000000001 and not 0; a driver cannot hold it.");
    }

    private static IEnumerable<Fault> FaultsOf(CalculatorInput input, CalculatorInputTerms? terms)
    {
        var pointer = $"/inputs/{input.Name}";
        if (terms is null)
            return [new(pointer, $"{input.Name} is an object with a value and where it comes from.")];
        var ofTexts = Texts.Validate(terms).Errors.Select(error => new Fault(pointer + JsonPath.PointerOfProperty(error.PropertyName), error.ErrorMessage));
        return FaultOf(input, terms.Value) is { } detail ? ofTexts.Prepend(new($"{pointer}/value", detail)) : ofTexts;
    }

    private static string? FaultOf(CalculatorInput input, decimal value)
    {
        var bounds = $"{(input.IsWhole ? "a whole number" : input.IsFraction ? "a fraction" : "a number")} from {Text(input.Minimum)} to {Text(input.Maximum)}";
        if (value < input.Minimum || value > input.Maximum || (input.IsWhole && value != decimal.Truncate(value)))
            return $"{input.Name} is {bounds}{(input.IsFraction ? " (0.04 is 4 %)" : "")}; you sent {Text(value)}.";
        return value != 0 && Math.Abs(value) < Numbers.Tiny ? $"{input.Name} is 0 or at least {Text(Numbers.Tiny)}." : null;
    }

    private Figure Figure(string name)
    {
        var input = calculator.Inputs.Single(input => input.Name == name);
        return Derivation.Input(ValueOf(input), input.Title, PointerOf(name));
    }

    private decimal ValueOf(CalculatorInput input) => stated.TryGetValue(input.Name, out var terms) ? terms.Value : input.Default!.Value;

    private string OriginOf(CalculatorInput input)
    {
        var terms = stated[input.Name];
        string?[] parts = [input.Unit, terms.Owner, terms.Source, terms.Method];
        return OneLine.Of($"{string.Join("; ", parts.Where(part => part is not null))}");
    }

    private static string PointerOf(string name) => $"/inputs/{name}/value";

    // The contract's texts are short; the whole of it stays with the calculation.
    private static string? Joined(IEnumerable<string?> texts)
    {
        var joined = string.Join("; ", texts.Where(text => text is not null));
        return joined.Length == 0 ? null : Shortened(joined);
    }

    /// <summary>At most as long as the contract allows.</summary>
    internal static string Shortened(string text)
    {
        const int Most = 300;
        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= Most ? text : string.Concat(runes.Take(Most - 1)) + "…";
    }

    private static string Text(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);
}
