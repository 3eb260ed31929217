using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>Works a value driver out from what the client knows; nothing is stored.</summary>
public sealed record CalculateDriver : DriverTerms, IRequest<CalculatedDriver>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public CalculatorKind Kind { get; init; }

    /// <summary>ISO 4217 code of the currency of the inputs. Default EUR.</summary>
    /// <example>EUR</example>
    public string Currency { get; init; } = "EUR";
}

/// <summary>A value driver that a calculator worked out.</summary>
/// <param name="Kind">The calculator.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="FirstMonth">Benefit of the first month, in the currency's minor unit.</param>
/// <param name="Figure">How it comes from the inputs.</param>
/// <param name="Driver">The entry for <c>value.drivers</c> of an engagement.</param>
/// <param name="Unsourced">Inputs that name no source; ask for it before the figure goes to a client.</param>
public sealed record CalculatedDriver(
    CalculatorKind Kind, string Currency, decimal FirstMonth, ExplainedFigure Figure, DriverEntry Driver, IReadOnlyList<string> Unsourced);

internal sealed class CalculateDriverValidator : DriverTermsValidator<CalculateDriver>
{
    public CalculateDriverValidator() =>
        RuleFor(request => request.Currency).IsCurrency().WithMessage("currency is an ISO 4217 code, such as EUR.");
}

internal sealed class CalculateDriverHandler : IRequestHandler<CalculateDriver, CalculatedDriver>
{
    public Task<CalculatedDriver> Handle(CalculateDriver request, CancellationToken cancellationToken)
    {
        var (inputs, driver) = DriverCalculation.Of(request.Kind, request, filled: null);
        var firstMonth = new Money(inputs.FirstMonth).ToMinorUnit(Currency.Of(request.Currency));
        return Task.FromResult(new CalculatedDriver(request.Kind, request.Currency, firstMonth, inputs.Explain(), driver, inputs.Unsourced));
    }
}
