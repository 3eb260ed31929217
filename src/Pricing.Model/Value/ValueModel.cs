using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Value;

/// <summary>What a driver is worth.</summary>
/// <param name="Name">Name of the driver.</param>
/// <param name="PresentValue">Present value before attribution and confidence.</param>
/// <param name="Counted">Present value × attribution × confidence.</param>
public sealed record DriverValue(string Name, Money PresentValue, Money Counted);

/// <summary>What the work is worth to the client.</summary>
/// <remarks>Source: docs/formulas/value.md.</remarks>
public sealed class ValueModel
{
    /// <summary>Months within which a fee may be paid back.</summary>
    public const int PaybackHorizon = 120;

    private ValueModel(Money total, IReadOnlyList<DriverValue> drivers, IReadOnlyList<Money> cumulatedBenefit) =>
        (Total, Drivers, CumulatedBenefit) = (total, drivers, cumulatedBenefit);

    /// <summary>V: the sum of what is counted.</summary>
    public Money Total { get; }

    /// <summary>The drivers, in the order of the document.</summary>
    public IReadOnlyList<DriverValue> Drivers { get; }

    /// <summary>Undiscounted counted benefit up to the end of each calendar month, from month 1 to the horizon.</summary>
    public IReadOnlyList<Money> CumulatedBenefit { get; }

    /// <summary>Values an engagement.</summary>
    /// <exception cref="BeyondBoundsException">A present value or V exceeds 1e13.</exception>
    public static ValueModel Of(ResolvedEngagement engagement)
    {
        var bounds = new Bounds();
        var value = engagement.Document.Value;
        var drivers = new DriverValue[value.Drivers.Count];
        var monthly = new decimal[PaybackHorizon];
        var total = 0m;
        var passing = 0;
        for (var i = 0; i < drivers.Length; i++)
        {
            try
            {
                drivers[i] = DriverOf(engagement, i, monthly);
                bounds.Keep(drivers[i].PresentValue.Amount, $"/value/drivers/{i}", "The present value of", drivers[i].Name);
                var isWithin = Math.Abs(total) <= Bounds.Largest;
                total += drivers[i].Counted.Amount;
                if (isWithin && Math.Abs(total) > Bounds.Largest)
                    passing = i;
            }
            catch (OverflowException)
            {
                bounds.Break($"/value/drivers/{i}", $"The present value of \"{value.Drivers[i].Name}\"");
            }
        }

        // Drivers may be negative: only the whole counts, and the driver at which it passed the bound for good.
        bounds.Keep(total, $"/value/drivers/{passing}", "The client's value");
        bounds.ThrowIfBroken();
        var sum = Money.Sum([.. drivers.Select(driver => driver.Counted)]).Named("client value V");
        return new(sum, drivers, Cumulated(monthly));
    }

    /// <summary>First calendar month in which the undiscounted counted benefit reaches an outlay; null if none within the horizon.</summary>
    public int? PaybackMonth(Money outlay)
    {
        for (var month = 0; month < CumulatedBenefit.Count; month++)
        {
            if (CumulatedBenefit[month].Amount >= outlay.Amount - Figure.ZeroTolerance)
                return month + 1;
        }

        return null;
    }

    // presentValue = sum over t = 1..months of firstMonth × retention^(t−1) / (1 + rm)^(delay + t), rm = discountRate / 12.
    private static DriverValue DriverOf(ResolvedEngagement engagement, int i, decimal[] monthly)
    {
        var driver = engagement.Document.Value.Drivers[i];
        var growth = 1 + engagement.Document.Value.DiscountRate / 12;
        var discounting = growth;
        for (var month = 1; month <= driver.DelayMonths; month++)
            discounting *= growth;

        // From month to month both benefits change by one factor, which spares a division each.
        var (discounted, step, presentValue) = (driver.FirstMonth / discounting, driver.MonthlyRetention / growth, 0m);
        var counted = driver.FirstMonth * driver.Attribution * driver.Confidence;
        for (var t = 1; t <= driver.Months; t++)
        {
            presentValue += discounted;
            discounted *= step;
            if (driver.DelayMonths + t <= monthly.Length)
                monthly[driver.DelayMonths + t - 1] += counted;
            counted *= driver.MonthlyRetention;
        }

        var attribution = engagement.Input(driver.Attribution, "attribution", $"/value/drivers/{i}/attribution");
        var confidence = engagement.Input(driver.Confidence, "confidence", $"/value/drivers/{i}/confidence");
        var worth = new Money(Told(engagement, i, driver, presentValue));
        return new(driver.Name, worth, (worth * attribution * confidence).Named($"{driver.Name}, counted"));
    }

    private static Figure Told(ResolvedEngagement engagement, int i, ValueDriver driver, decimal presentValue) => !engagement.IsTraced
        ? presentValue
        : Derivation.Told(
            presentValue, $"{driver.Name}, present value",
            "sum over t = 1 to months of first month × retention^(t − 1) ÷ (1 + discount rate ÷ 12)^(delay + t)",
            [
                engagement.Input(driver.FirstMonth, "first month", $"/value/drivers/{i}/firstMonth"),
                engagement.Input(driver.MonthlyRetention, "monthly retention", $"/value/drivers/{i}/monthlyRetention"),
                engagement.Input(driver.Months, "months", $"/value/drivers/{i}/months"),
                engagement.Input(driver.DelayMonths, "delay in months", $"/value/drivers/{i}/delayMonths"),
                engagement.Input(engagement.Document.Value.DiscountRate, "discount rate a year", $"/value/discountRate"),
            ]);

    private static Money[] Cumulated(decimal[] monthly)
    {
        var cumulated = new Money[monthly.Length];
        var sum = 0m;
        for (var month = 0; month < monthly.Length; month++)
            cumulated[month] = new(sum += monthly[month]);
        return cumulated;
    }
}
