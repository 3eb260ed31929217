using MediatR;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>The calculators with their inputs.</summary>
public sealed record ListCalculators : IRequest<CalculatorList>;

/// <summary>All calculators.</summary>
/// <param name="Calculators">One for each kind of driver.</param>
public sealed record CalculatorList(IReadOnlyList<CalculatorView> Calculators);

/// <summary>A calculator.</summary>
/// <param name="Kind">Its kind, as the route takes it.</param>
/// <param name="Title">Name of the driver where none is given.</param>
/// <param name="Meaning">What it counts, and what to beware of.</param>
/// <param name="Formula">Formula of the first month in the titles of the inputs.</param>
/// <param name="Once">Whether it is earned once: then it lasts one month.</param>
/// <param name="NeedsAttribution">Whether others bring about a part of it as a rule, so that <c>attribution</c> is required.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Example">A request to it.</param>
public sealed record CalculatorView(
    CalculatorKind Kind, string Title, string Meaning, string Formula, bool Once, bool NeedsAttribution, IReadOnlyList<CalculatorInput> Inputs,
    CalculatorExample Example);

/// <summary>A request to a calculator.</summary>
/// <param name="Inputs">Inputs by name.</param>
/// <param name="Attribution">Share of the benefit that the work brings about.</param>
/// <param name="Confidence">How far the figure is trusted.</param>
public sealed record CalculatorExample(IReadOnlyDictionary<string, CalculatorInputTerms> Inputs, decimal Attribution, decimal Confidence);

internal sealed class ListCalculatorsHandler : IRequestHandler<ListCalculators, CalculatorList>
{
    public Task<CalculatorList> Handle(ListCalculators request, CancellationToken cancellationToken) =>
        Task.FromResult(new CalculatorList([.. DriverCalculators.All.Select(View)]));

    private static CalculatorView View(DriverCalculator calculator) => new(
        calculator.Kind, calculator.Title, calculator.Meaning, calculator.Formula, calculator.Once, calculator.NeedsAttribution, calculator.Inputs, Example(calculator));

    private static CalculatorExample Example(DriverCalculator calculator) => new(
        calculator.Inputs.ToDictionary(
            input => input.Name,
            input => new CalculatorInputTerms { Value = input.Example, Owner = input.UsualOwner, Source = input.UsualSource, Method = input.UsualMethod }),
        calculator.NeedsAttribution ? 0.5m : 1,
        0.8m);
}
