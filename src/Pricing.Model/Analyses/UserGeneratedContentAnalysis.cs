using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>Weighs compute and moderation of what customers generate against a worth that fades.</summary>
/// <remarks>
/// d = 2^(−1/h), a = sum over t = 1..n of d^(t − 1) / (1 + discount rate / 12)^t, value(N) = v N^e a, net(N) = value(N) − set-up − N c, net(0) = 0.
/// Source: docs/formulas/analyses-market.md, "User-generated content".
/// </remarks>
public static class UserGeneratedContentAnalysis
{
    /// <summary>Works the campaign out.</summary>
    /// <exception cref="OverflowException">A figure exceeds what a decimal holds.</exception>
    public static UserGeneratedContent Of(Comparison comparison, UserGeneratedContentParameters parameters)
    {
        var engagement = comparison.Engagement;
        Figure published = parameters.Published;
        var generations = published / parameters.AcceptanceProbability;
        var moderated = generations * parameters.ModerationShare;
        var hours = ModerationHours(moderated, engagement, parameters);
        var cost = CostOf(generations, hours, engagement, parameters);

        var retention = RealPower.Of(2, -1 / parameters.HalfLifeMonths);
        var worth = new Worth(
            parameters.ValuePerPiece, parameters.Elasticity, Annuity(retention, parameters.Months, engagement.Document.Value.DiscountRate),
            parameters.SetUpCost, cost.Running / published);
        var (bestVolume, bestNet) = worth.Best(parameters.MaximumPublished, comparison.Currency);
        return new(
            parameters.Published, generations, moderated, hours, cost, cost.Total / published, worth.MarginalCost, retention, worth.Annuity,
            worth.ValueOf(parameters.Published), worth.NetOf(parameters.Published), ByMonth(worth.FirstMonthOf(parameters.Published), retention, parameters.Months),
            bestVolume, bestNet, worth.NetOf);
    }

    private static Hours ModerationHours(Figure moderated, ResolvedEngagement engagement, UserGeneratedContentParameters parameters)
    {
        var planned = moderated * parameters.ModerationMinutes / 60;
        return new(parameters.EffortProfile is { } profile ? planned * Effort.Pert(engagement, profile) : planned);
    }

    private static ContentCost CostOf(Figure generations, Hours moderation, ResolvedEngagement engagement, UserGeneratedContentParameters parameters) => new(
        new(Figure.Product(generations, parameters.SizePerGeneration, parameters.UnitPrice, engagement.ExchangeRateOf(parameters.Currency))),
        moderation * RoleRates.Of(engagement, parameters.ModeratorRole).Loaded,
        parameters.Published * parameters.CostPerPublished,
        parameters.SetUpCost);

    private static decimal Annuity(decimal retention, int months, decimal discountRate)
    {
        var growth = 1 + discountRate / 12;
        var (annuity, kept, discounting) = (0m, 1m, 1m);
        for (var month = 1; month <= months; month++)
        {
            discounting *= growth;
            annuity += kept / discounting;
            kept *= retention;
        }

        return annuity;
    }

    private static Money[] ByMonth(Money firstMonth, decimal retention, int months)
    {
        var (byMonth, worth) = (new Money[months], firstMonth);
        for (var month = 0; month < months; month++)
        {
            byMonth[month] = worth;
            worth *= retention;
        }

        return byMonth;
    }

    private sealed record Worth(Money ValuePerPiece, decimal Elasticity, decimal Annuity, Money SetUpCost, Money MarginalCost)
    {
        public Money FirstMonthOf(int volume) => ValuePerPiece * RealPower.Of(volume, Elasticity);

        public Money ValueOf(int volume) => FirstMonthOf(volume) * Annuity;

        public Money NetOf(int volume) => volume == 0 ? Money.Zero : ValueOf(volume) - SetUpCost - volume * MarginalCost;

        // From volume 1 on the net rises to one peak and falls: each piece adds less than the one before.
        public (int Volume, Money Net) Best(int maximum, Currency currency)
        {
            var peak = First(1, maximum, volume => volume == maximum || NetOf(volume + 1) <= NetOf(volume));
            var most = NetOf(peak).ToMinorUnit(currency);
            if (most <= 0)
                return (0, Money.Zero);
            var smallest = First(1, peak, volume => NetOf(volume).ToMinorUnit(currency) >= most);
            return (smallest, NetOf(smallest));
        }

        // The first whole number for which a condition holds that then holds on.
        private static int First(int low, int high, Func<int, bool> holds)
        {
            while (low < high)
            {
                var middle = low + (high - low) / 2;
                if (holds(middle))
                    high = middle;
                else
                    low = middle + 1;
            }

            return low;
        }
    }
}
