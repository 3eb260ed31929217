using System.Text.Json.Serialization;
using Pricing.Application.Errors;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>A driver of the contract, worked out from the inputs of a calculator.</summary>
/// <param name="Name">Name.</param>
/// <param name="FirstMonth">Benefit of the first month, unrounded but for twelve decimals.</param>
/// <param name="MonthlyRetention">What is left of the benefit from one month to the next.</param>
/// <param name="Months">Months that it lasts.</param>
/// <param name="DelayMonths">Months before it starts.</param>
/// <param name="Attribution">Share that the work brings about.</param>
/// <param name="Confidence">How far the figure is trusted.</param>
/// <param name="Formula">How the first month is worked out, with its figures.</param>
/// <param name="AttributionMethod">How the share is found; absent where nothing is said.</param>
/// <param name="DataOwner">Who has the figures; absent where nobody is named.</param>
/// <param name="Source">Where the figures stand; absent where nothing is named.</param>
public sealed record DriverEntry(
    string Name, decimal FirstMonth, decimal MonthlyRetention, int Months, int DelayMonths, decimal Attribution, decimal Confidence, string Formula,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AttributionMethod,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DataOwner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source);

/// <summary>A calculator's inputs and the driver that they make.</summary>
internal sealed record DriverCalculation(CalculatorInputs Inputs, DriverEntry Driver)
{
    private const int YearOfMonths = 12;

    /// <summary>Works a driver out.</summary>
    /// <param name="kind">The calculator.</param>
    /// <param name="terms">What is stated.</param>
    /// <param name="filled">The driver that is filled, whose terms stand where nothing else is stated; null for a new one.</param>
    /// <exception cref="InvalidRequestException">What is stated is incomplete or out of bounds.</exception>
    public static DriverCalculation Of(CalculatorKind kind, DriverTerms terms, ValueDriver? filled)
    {
        var calculator = DriverCalculators.Of(kind);
        var faults = new List<Fault>();
        var inputs = CalculatorInputs.Read(calculator, terms.Inputs, faults);
        faults.AddRange(FaultsOf(calculator, terms, filled));
        if (inputs is null || faults.Count > 0)
            throw new InvalidRequestException(faults);

        return new(inputs, new(
            terms.Name ?? filled?.Name ?? calculator.Title,
            inputs.FirstMonth.Shown,
            terms.MonthlyRetention ?? filled?.MonthlyRetention ?? 1,
            calculator.Once ? 1 : terms.Months ?? filled?.Months ?? YearOfMonths,
            inputs.Delay ?? terms.DelayMonths ?? filled?.DelayMonths ?? 0,
            terms.Attribution ?? filled?.Attribution ?? 1,
            terms.Confidence ?? filled!.Confidence,
            CalculatorInputs.Shortened(inputs.Formula),
            terms.AttributionMethod ?? filled?.AttributionMethod,
            inputs.Owners,
            inputs.InOneLine));
    }

    private static IEnumerable<Fault> FaultsOf(DriverCalculator calculator, DriverTerms terms, ValueDriver? filled)
    {
        if (calculator.Once && terms.Months is { } months && months != 1)
            yield return new("/months", "This driver is earned once, so months is 1.");
        if (calculator.Delay is not null && terms.DelayMonths is not null)
            yield return new("/delayMonths", "The calculator works delayMonths out from its inputs; leave it out.");
        if (calculator.NeedsAttribution && terms.Attribution is null && filled is null)
            yield return new("/attribution", "attribution is missing: the share of the benefit that the work brings about, a fraction from 0 to 1.");
        if (terms.Confidence is null && filled is null)
            yield return new("/confidence", "confidence is missing: how far the figure is trusted, a fraction from 0 to 1.");
    }
}
