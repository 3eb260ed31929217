using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>Draws up what the client may see from a comparison and an offer.</summary>
public static class ProposalDraft
{
    /// <summary>The client's view.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="offer">Which structures go to the client.</param>
    /// <exception cref="ArgumentException">The offer names a structure that may not go to a client.</exception>
    public static ClientProposal From(Comparison comparison, Offer offer)
    {
        if (offer.Structures.FirstOrDefault(i => !Offer.MayBeOffered(comparison, i), -1) is >= 0 and var closed)
            throw new ArgumentException($"Structure {closed} may not go to a client.", nameof(offer));

        var document = comparison.Engagement.Document;
        var options = offer.Structures.OrderByDescending(i => comparison.Structures[i].ExpectedFee!.Value.Amount).ToList();
        return new()
        {
            Title = document.Name,
            Client = document.Client,
            Currency = comparison.Currency,
            VatRate = document.Agency.VatRate,
            ArtistSocialLevyRate = comparison.Cost.ArtistSocialLevy.IsZero ? 0 : document.Agency.ArtistSocialLevyRate,
            ExchangeRates = [.. document.ExchangeRates.Select(rate => new FixedRate(rate.Currency, rate.Rate, rate.AsOf))],
            Deliverables = DeliverablesOf(document),
            AiUses = AiUsesOf(document),
            IncludedRounds = document.Revisions?.IncludedRounds,
            Options = [.. options.Select((i, position) => OptionOf(comparison, i, ((char)('A' + position)).ToString(), i == offer.Recommended))],
            Alternatives =
            [
                .. Enumerable.Range(0, comparison.Structures.Count)
                    .Where(i => !offer.Structures.Contains(i) && Offer.MayBeOffered(comparison, i))
                    .OrderByDescending(i => comparison.Structures[i].ExpectedFee!.Value.Amount)
                    .Select(i => OptionOf(comparison, i, null, false)),
            ],
            PriceLines = PriceTable.Of(comparison, comparison.Structures[offer.Recommended]),
            Value = ValueOf(comparison),
            TailProbability = document.TailProbability,
        };
    }

    private static FeeOption OptionOf(Comparison comparison, int index, string? letter, bool isRecommended)
    {
        var structure = comparison.Structures[index];
        var fee = ((FeeSchedule.Feasible)structure.Price.Fee).Fee;
        var states = comparison.States;
        var net = structure.ExpectedFee!.Value;
        return new(
            letter, structure.Structure.Name ?? structure.Structure.Type, ClientTerms.Of(structure.Structure), isRecommended,
            net, net.ToMinorUnit(comparison.Currency), structure.Vat!.Value.Amount, structure.Gross!.Value.Amount,
            fee.Lowest, fee.Highest,
            [
                .. states.Outcome.Select((state, o) => new OutcomeFee(
                    state.Name, state.Probability.Value, comparison.Value.Total * state.ValueMultiplier, fee.ExpectedIn(states, o))),
            ],
            structure.ClientSurplus!.Value, structure.ClientCvar!.Value, (int?)structure.PaybackMonth?.Value,
            PriceTable.PassThroughOf(comparison, structure.Structure), structure.Structure.Discount);
    }

    private static List<Deliverable> DeliverablesOf(Engagement document)
    {
        var packages = document.WorkPackages.Select(package => new Deliverable(
            package.Phase, package.Name, null, package.Method ?? ProductionMethod.Classic, package.Description, package.Start, package.End, false));
        var assets = document.Assets.Select(asset => new Deliverable(
            asset.Phase, asset.Name, asset.Quantity, asset.Method ?? ProductionMethod.Classic, asset.Description, asset.Start, asset.End,
            asset.Generations.Any(generation => generation.ReviewRole is not null)));
        return [.. packages.Concat(assets).OrderBy(deliverable => deliverable.Phase)];
    }

    private static List<AiUse> AiUsesOf(Engagement document) =>
    [
        .. document.Assets.SelectMany(asset => asset.Generations.Select(generation => new AiUse(
            asset.Name, asset.Quantity, asset.Method ?? ProductionMethod.Ai, generation.Model, generation.ReviewRole is not null))),
    ];

    private static ClientValueCase ValueOf(Comparison comparison)
    {
        var document = comparison.Engagement.Document;
        var drivers = document.Value.Drivers.Zip(comparison.Value.Drivers, (driver, worth) => new ClientDriver(
            driver.Name, new(driver.FirstMonth), driver.MonthlyRetention, driver.Months, driver.DelayMonths, driver.Attribution, driver.Confidence,
            worth.Counted, driver.Source, driver.DataOwner));
        return new(
            comparison.Value.Total, document.Value.DiscountRate, [.. drivers],
            [.. document.Scenarios.Outcome.Select(state => new ClientOutcome(state.Name, state.Probability, state.ValueMultiplier))],
            BenefitUntilItEnds(comparison),
            [
                .. (document.Scorecard?.Kpis ?? []).Select(kpi => new ClientKpi(
                    kpi.Name, kpi.Weight, kpi.Unit, kpi.Definition, kpi.Baseline, kpi.Target, kpi.DataOwner)),
            ]);
    }

    // The curve ends with the last benefit; a flat line of years says nothing.
    private static Money[] BenefitUntilItEnds(Comparison comparison)
    {
        var last = comparison.Engagement.Document.Value.Drivers.Select(driver => driver.DelayMonths + driver.Months).DefaultIfEmpty(1).Max();
        return [.. comparison.Value.CumulatedBenefit.Take(last)];
    }
}
