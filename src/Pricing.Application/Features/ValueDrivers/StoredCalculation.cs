using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>How a driver of a stored engagement came about, kept beside its document.</summary>
/// <param name="Driver">Id of the driver in the document.</param>
/// <param name="Kind">The calculator.</param>
/// <param name="FilledOn">Day on which it was filled.</param>
/// <param name="FirstMonth">What came out; a driver that says something else since then is no longer explained by it.</param>
/// <param name="Inputs">Inputs by name.</param>
public sealed record StoredCalculation(
    string Driver, CalculatorKind Kind, DateOnly FilledOn, decimal FirstMonth, IReadOnlyDictionary<string, CalculatorInputTerms> Inputs)
{
    internal CalculatorInputs Restore() => CalculatorInputs.Restore(DriverCalculators.Of(Kind), Inputs);

    /// <summary>Position of the driver that it explains; below 0 where there is none.</summary>
    internal int PositionIn(Engagement document)
    {
        for (var i = 0; i < document.Value.Drivers.Count; i++)
        {
            if (document.Value.Drivers[i].Id == Driver && new Figure(document.Value.Drivers[i].FirstMonth) == FirstMonth)
                return i;
        }

        return -1;
    }
}
