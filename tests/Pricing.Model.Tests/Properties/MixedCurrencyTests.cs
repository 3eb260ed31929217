using CsCheck;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests.Properties;

/// <summary>Amounts of several currencies are never added as they stand.</summary>
public sealed class MixedCurrencyTests
{
    private static readonly string[] Foreign = ["USD", "JPY", "KWD", "GBP"];

    private static readonly Gen<(IReadOnlyList<(decimal Amount, int Currency)> Costs, decimal[] Rates)> Mixture =
        from costs in Gen.Select(Gen.Long[1, 100_000_000].Select(units => units / 1_000m), Gen.Int[0, 3]).List[1, 6]
        from rates in Gen.Long[1, 200_000].Select(units => units / 100_000m).Array[4]
        select ((IReadOnlyList<(decimal, int)>)costs, rates);

    [Fact]
    [Trait("Gate", "G18")]
    public void An_engagement_with_costs_in_several_currencies_is_priced_as_if_each_had_been_converted_before()
    {
        var cases = GateSize.Of("G18", 300, 10_000);
        Mixture.Sample(
            mixture =>
            {
                var engagement = SmallEngagement.Of() with { ExchangeRates = [.. Foreign.Zip(mixture.Rates, (currency, rate) => new ExchangeRate(currency, rate, new(2026, 1, 1)))] };
                var mixed = Figures(engagement with { Costs = [.. engagement.Costs, .. mixture.Costs.Select(cost => Of(cost.Amount, Foreign[cost.Currency]))] });
                var converted = Figures(engagement with { Costs = [.. engagement.Costs, .. mixture.Costs.Select(cost => Of(cost.Amount * mixture.Rates[cost.Currency], null))] });

                Assert.Equal(converted, mixed);
                if (mixture.Costs.Any(cost => mixture.Rates[cost.Currency] != 1))
                    Assert.NotEqual(Figures(engagement with { Costs = [.. engagement.Costs, .. mixture.Costs.Select(cost => Of(cost.Amount, null))] }), mixed);
            },
            iter: cases);
        GateSize.Measured("G18", $"{cases} mixtures of five currencies, each priced as if converted before");
    }

    [Fact]
    [Trait("Gate", "G18")]
    public void A_currency_without_a_rate_is_no_amount()
    {
        var engagement = SmallEngagement.Of();

        Assert.Throws<KeyNotFoundException>(() => Figures(engagement with { Costs = [.. engagement.Costs, Of(1, "USD")] }));
    }

    private static Cost Of(decimal amount, string? currency) => new() { Name = "Printer", Kind = CostKind.OtherThirdParty, Amount = amount, Currency = currency, Phase = Phase.Production };

    // Rounded, as the order of multiplications may move the last of 28 digits.
    private static IReadOnlyList<decimal> Figures(Engagement engagement) =>
    [
        .. Comparison.Of(ResolvedEngagement.From(engagement)).Structures
            .SelectMany(structure => new[] { structure.ExpectedCost, structure.ExpectedFee!.Value, structure.ExpectedProfit!.Value }).Select(money => decimal.Floor(money.Amount * 1_000_000_000m + 0.5m)),
    ];
}
