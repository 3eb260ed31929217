using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>Draws up what the client may see from a comparison and an offer.</summary>
public static class ProposalDraft
{
    /// <summary>The client's view of an offer of one engagement.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="offer">Which structures go to the client.</param>
    /// <exception cref="ArgumentException">The offer names a structure that may not go to a client.</exception>
    public static ClientProposal From(Comparison comparison, Offer offer)
    {
        foreach (var closed in offer.Structures.Where(i => !Offer.MayBeOffered(comparison, i)))
            throw new ArgumentException($"Structure {closed} may not go to a client.", nameof(offer));
        return From([.. offer.Structures.Select(i => new ProposedOption(comparison, i) { IsRecommended = i == offer.Recommended })], terms: null);
    }

    /// <summary>The client's view of options, each over a scope of its own.</summary>
    /// <param name="options">One to three options in one currency, one of them recommended.</param>
    /// <param name="terms">What is agreed beside the fee; null for nothing yet.</param>
    /// <exception cref="ArgumentException">An option names a structure that has no fee or opens the books.</exception>
    /// <remarks>Whoever puts options together asks <see cref="Offer.MayBeOffered(ProposedOption)"/>; what was sent once is drawn up again as it was sent.</remarks>
    public static ClientProposal From(IReadOnlyList<ProposedOption> options, AgreedTerms? terms)
    {
        if (options.FirstOrDefault(option => !Offer.IsOpenToClients(option.Comparison, option.Structure)) is { } closed)
            throw new ArgumentException($"Structure {closed.Structure} may not go to a client.", nameof(options));

        var comparison = options.Single(option => option.IsRecommended).Comparison;
        var offered = OfferedLike(options);
        var document = comparison.Engagement.Document;
        return new()
        {
            Title = document.Name,
            Client = document.Client,
            Currency = comparison.Currency,
            VatRate = terms?.Vat.Rate ?? document.Agency.VatRate,
            ArtistSocialLevyRate = comparison.Cost.ArtistSocialLevy.IsZero ? 0 : document.Agency.ArtistSocialLevyRate,
            ExchangeRates = [.. document.ExchangeRates.Select(rate => new FixedRate(rate.Currency, rate.Rate, rate.AsOf))],
            AiUses = AiUsesOf(document),
            IncludedRounds = terms?.Revisions?.IncludedRounds ?? document.Revisions?.IncludedRounds,
            Options = [.. Lettered(options, terms).Select(option => option.Drawn)],
            Alternatives =
            [
                .. Enumerable.Range(0, comparison.Structures.Count)
                    .Where(i => !offered.Any(one => LikeStructures.Are(one, comparison.Structures[i].Structure)) && Offer.MayBeOffered(comparison, i))
                    .Select(i => OptionOf(new(comparison, i), terms))
                    .OrderByDescending(option => option.ExpectedFee),
            ],
            Value = ValueOf(comparison),
            TailProbability = document.TailProbability,
            Terms = terms,
        };
    }

    // What is offered over the recommended option's scope: the same structure under another name or discount is no alternative to it.
    private static List<FeeStructure> OfferedLike(IReadOnlyList<ProposedOption> options)
    {
        var recommended = options.Single(option => option.IsRecommended);
        return [.. options.Where(option => option.Scope == recommended.Scope).Select(option => option.Comparison.Structures[option.Structure].Structure)];
    }

    /// <summary>The options as the client sees them, highest expected fee first, each beside what it was drawn from.</summary>
    internal static IEnumerable<(ProposedOption Proposed, FeeOption Drawn)> Lettered(IReadOnlyList<ProposedOption> options, AgreedTerms? terms) => options
        .Select((option, position) => (Proposed: option, Drawn: OptionOf(option, terms) with { Position = position })).OrderByDescending(option => option.Drawn.ExpectedFee)
        .Select((option, i) => (option.Proposed, option.Drawn with { Letter = ((char)('A' + i)).ToString() }));

    /// <summary>An option as the client sees it, without a letter.</summary>
    internal static FeeOption OptionOf(ProposedOption option, AgreedTerms? terms)
    {
        var comparison = option.Comparison;
        var structure = comparison.Structures[option.Structure];
        var fee = ((FeeSchedule.Feasible)structure.Price.Fee).Fee;
        var (states, currency, document) = (comparison.States, comparison.Currency, comparison.Engagement.Document);
        var chosen = option.Extras.Where(extra => extra.IsInBasePrice).Sum(extra => extra.Amount);
        var extras = new Money(chosen);
        var lostTax = document.Value.InputTaxDeductible == false ? document.Agency.VatRate : 0;
        var costOfExtras = extras * (1 + lostTax);

        var expected = structure.ExpectedFee!.Value + extras;
        var lines = OptionPrice.Lines(PriceTable.Of(comparison, structure), option);
        var net = structure.ExpectedFee.Value.ToMinorUnit(currency) + chosen;
        var parts = OptionPrice.Parts(lines, net, terms?.Vat.Rate ?? document.Agency.VatRate, currency);
        var total = new OptionTotal(net, OptionPrice.VatLines(parts, currency));
        var outcomes = states.Outcome.Select((state, o) => new OutcomeFee(
            state.Name, state.Probability.Value, comparison.Value.Total * state.ValueMultiplier, fee.ExpectedIn(states, o) + extras)).ToList();
        return new(
            null, option.Name ?? structure.Structure.Name ?? structure.Structure.Type, ToldTerms.Of(comparison, structure), option.IsRecommended,
            expected, net, total.Vat, total.Gross, fee.Lowest + extras, fee.Highest + extras, outcomes,
            structure.ClientSurplus!.Value - costOfExtras, structure.ClientCvar!.Value - costOfExtras, PaybackOf(structure, comparison, costOfExtras),
            PriceTable.PassThroughOf(comparison, structure.Structure), structure.Structure.Discount)
        {
            Description = structure.Structure.Description,
            HoldsFurtherRounds = FurtherRounds.AreIn(comparison, structure.Structure),
            Reason = option.Reason,
            NonDeductibleVat = expected * lostTax,
            Scope = option.Scope,
            Deliverables = DeliverablesOf(document),
            Lines = lines,
            Extras = option.Extras,
            VatLines = total.VatLines,
            SuccessSpan = OptionPrice.SuccessSpan(lines, expected, outcomes),
            Instalments = OptionPrice.Instalments(parts, total, option.Milestones ?? terms?.Milestones ?? [], currency),
        };
    }

    private static int? PaybackOf(StructureComparison structure, Comparison comparison, Money costOfExtras) => costOfExtras.IsZero
        ? (int?)structure.PaybackMonth?.Value
        : comparison.Value.PaybackMonth(comparison.Value.Total - structure.ClientSurplus!.Value + costOfExtras);

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
