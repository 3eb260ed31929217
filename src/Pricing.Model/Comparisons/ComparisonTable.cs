using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Value;

namespace Pricing.Model.Comparisons;

/// <summary>Works out the columns of a comparison over one set of costs, values and states.</summary>
internal sealed class ComparisonTable
{
    private readonly ResolvedEngagement engagement;
    private readonly CostModel cost;
    private readonly ValueModel value;
    private readonly BargainingRange range;
    private readonly JointStates states;
    private readonly FeeBasis basis;
    private readonly FeeBasis? agreed;
    private readonly StateAmounts costInStates;
    private readonly Money expectedCost;
    private readonly StateAmounts valueInStates;
    private readonly Figure u;
    private readonly Figure vatRate;
    private readonly Figure tail;
    private readonly Money riskTolerance;

    public ComparisonTable(ResolvedEngagement engagement, CostModel cost, ValueModel value, BargainingRange range, JointStates states, Comparison? agreed)
    {
        (this.engagement, this.cost, this.value, this.range, this.states, this.agreed) = (engagement, cost, value, range, states, agreed?.Basis);
        var document = engagement.Document;
        u = engagement.CostOfNetFee;
        vatRate = engagement.Input(document.Agency.VatRate, "VAT rate", $"/agency/vatRate");
        tail = engagement.Input(document.TailProbability, "tail probability", $"/tailProbability");
        riskTolerance = new(engagement.Input(document.Agency.RiskTolerance, "risk tolerance", $"/agency/riskTolerance"));
        basis = new()
        {
            Work = cost.Work,
            States = states,
            ClientValue = value.Total,
            Ceiling = range.Ceiling,
            RateCardDiscount = engagement.Input(document.RateCard.Discount, "rate card discount", $"/rateCard/discount"),
            Realisation = engagement.Input(document.RateCard.Realisation, "realisation", $"/rateCard/realisation"),
            ByPhase = cost.WorkByPhase(),
            IdeaValue = (phase, role) => cost.Ideas.GetValueOrDefault((phase, role)),
        };
        costInStates = cost.Work.Cost(states);
        expectedCost = costInStates.Expected(states).Named("expected cost");
        valueInStates = StateAmounts.TimesMultiplier(states, value.Total);
    }

    /// <summary>What every fee structure rests on.</summary>
    public FeeBasis Basis => basis;

    /// <summary>Cost and outcome states of an engagement, each outcome with its payout by the scorecard that was agreed.</summary>
    public static JointStates StatesOf(ResolvedEngagement engagement, ResolvedEngagement agreed)
    {
        var scenarios = engagement.Document.Scenarios;
        var costs = new CostState[scenarios.Cost.Count];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] = new(
                engagement.Input(scenarios.Cost[i].Factor, "cost factor", $"/scenarios/cost/{i}/factor"),
                engagement.Input(scenarios.Cost[i].Probability, "probability", $"/scenarios/cost/{i}/probability"));
        }

        var outcomes = new OutcomeState[scenarios.Outcome.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = new(
                scenarios.Outcome[i].Name,
                engagement.Input(scenarios.Outcome[i].ValueMultiplier, "value multiplier", $"/scenarios/outcome/{i}/valueMultiplier"),
                engagement.Input(scenarios.Outcome[i].Probability, "probability", $"/scenarios/outcome/{i}/probability"),
                PayoutOf(engagement, agreed, i));
        }

        return new(costs, outcomes);
    }

    /// <summary>One column; null where a figure exceeds the bounds, which then name the structure.</summary>
    public StructureComparison? Column(FeeStructure structure, int index, Bounds bounds)
    {
        var pointer = $"/feeStructures/{index}";
        if (!HasRates(structure, basis, pointer, bounds))
            return null;
        try
        {
            var placed = engagement.IsTraced ? basis with { Pointer = pointer } : basis;
            var price = agreed is null ? structure.Price(placed) : structure.PriceAgreed(agreed, placed);
            var column = Column(structure, price);
            KeepBounds(price, column, structure, pointer, bounds);
            return column;
        }
        catch (OverflowException)
        {
            bounds.Break(pointer, $"A figure of \"{structure.Name ?? structure.Type}\"");
        }

        return null;
    }

    private StructureComparison Column(FeeStructure structure, PricedFee price) =>
        price is { Fee: FeeSchedule.Feasible fee, Listed: FeeSchedule.Feasible listed }
            ? Filled(structure, price, fee.Fee, listed.Fee.Expected(states).Named("list fee"))
            : new() { Structure = structure, Price = price, ExpectedCost = expectedCost, ClientValue = value.Total };

    private StructureComparison Filled(FeeStructure structure, PricedFee price, StateAmounts fee, Money listFee)
    {
        var expectedFee = fee.Expected(states).Named("expected fee");
        var profit = fee - costInStates;
        var expectedProfit = (expectedFee - expectedCost).Named("expected profit");
        var variance = profit.Variance(states);
        var agi = (expectedFee - cost.Work.ThirdParty - cost.Work.ArtistSocialLevy).Named("adjusted gross income");
        var outlay = (expectedFee * u).Named("cost of the fee to the client");
        var surplus = (value.Total - outlay).Named("client surplus");
        var surplusInStates = valueInStates - fee * u;
        var alternative = (range.ReferenceValue - range.ReferencePrice * u).Named("surplus of the alternative");
        var (vat, gross) = TaxOn(expectedFee);
        return new()
        {
            Structure = structure,
            Price = price,
            ExpectedCost = expectedCost,
            ClientValue = value.Total,
            ExpectedFee = expectedFee,
            ListFee = listFee,
            ExpectedProfit = expectedProfit,
            ProfitMargin = expectedProfit.Over(expectedFee)?.Named("profit margin"),
            AdjustedGrossIncome = agi,
            DeliveryMargin = (agi - cost.DirectLabour - cost.Ai).Over(agi)?.Named("delivery margin"),
            ProfitStandardDeviation = RiskMeasures.StandardDeviation(variance),
            Profit = new(profit, states, tail),
            CertaintyEquivalent = RiskMeasures.CertaintyEquivalent(expectedProfit, variance, riskTolerance),
            ClientSurplus = surplus,
            ClientRoi = surplus.Over(outlay)?.Named("client return on investment"),
            Surplus = new(surplusInStates, states, tail),
            SurplusVersusAlternative = (surplus - alternative).Named("surplus versus the alternative"),
            PaybackMonth = PaybackOf(outlay),
            Vat = vat,
            Gross = gross,
            EffectiveHourlyRate = cost.ExpectedHours.IsZero ? null : (agi / cost.ExpectedHours.Figure).Named("effective hourly rate"),
            RangePosition = range.PositionOf(expectedFee, engagement.Currency),
            Parts = structure is Combined ? [.. price.Parts.Select(PartOf)] : null,
        };
    }

    private PartComparison PartOf(PricedPart part)
    {
        var fee = ((FeeSchedule.Feasible)part.Fee).Fee.Expected(states).Named("expected fee");
        var own = part.Work.Cost(states).Expected(states).Named("expected cost");
        var profit = (fee - own).Named("expected profit");
        return new(part.Structure, fee, own, profit, profit.Over(fee)?.Named("profit margin"));
    }

    private (Money Vat, Money Gross) TaxOn(Money expectedFee)
    {
        var net = expectedFee.ToMinorUnit(engagement.Currency);
        var vat = Tax.ToMinorUnit(vatRate.Value, net, engagement.Currency);
        if (!engagement.IsTraced)
            return (new(vat), new(net + vat));
        var tax = Derivation.Told(vat, "VAT", "VAT rate × expected fee as rounded, rounded half away from zero", [vatRate, expectedFee.Figure]);
        return (new(tax), new(Derivation.Told(net + vat, "gross", "expected fee as rounded + VAT", [expectedFee.Figure, tax])));
    }

    private Figure? PaybackOf(Money outlay)
    {
        if (value.PaybackMonth(outlay) is not { } month)
            return null;
        return engagement.IsTraced
            ? Derivation.Told(month, "payback month", "first month in which the undiscounted counted benefit reaches the cost of the fee", [outlay.Figure, value.CumulatedBenefit[month - 1].Figure])
            : month;
    }

    private static Figure PayoutOf(ResolvedEngagement engagement, ResolvedEngagement agreed, int outcome)
    {
        if (agreed.Document.Scorecard is not { } scorecard)
            return 0;
        var threshold = agreed.Input(scorecard.Threshold, "threshold", $"/scorecard/threshold");
        var stretch = agreed.Input(scorecard.Stretch, "stretch", $"/scorecard/stretch");
        var cap = agreed.Input(scorecard.Cap, "cap", $"/scorecard/cap");
        var achievements = engagement.Document.Scenarios.Outcome[outcome].KpiAchievement ?? [];
        var terms = new Figure[scorecard.Kpis.Count];
        for (var k = 0; k < terms.Length; k++)
        {
            var kpi = scorecard.Kpis[k];
            // Mostly they stand in the scorecard's order.
            var reached = k < achievements.Count && achievements[k].Key == kpi.Name ? achievements[k].Value : achievements.First(pair => pair.Key == kpi.Name).Value;
            var achievement = engagement.Input(reached, $"achievement of {kpi.Name}", $"/scenarios/outcome/{outcome}/kpiAchievement/{kpi.Name}");
            var weight = agreed.Input(kpi.Weight, $"weight of {kpi.Name}", $"/scorecard/kpis/{k}/weight");
            terms[k] = weight * RiskMeasures.Payout(achievement, threshold, stretch, cap).Named($"payout of {kpi.Name}");
        }

        return Figure.Sum(terms).Named("payout");
    }

    private static void KeepBounds(PricedFee price, StructureComparison column, FeeStructure structure, string pointer, Bounds bounds)
    {
        var name = structure.Name ?? structure.Type;
        foreach (var part in price.Parts)
            Keep(part.Listed, part.Fee);
        Keep(price.Listed, price.Fee);
        bounds.Keep(column.CertaintyEquivalent?.Amount ?? 0, pointer, "The certainty equivalent of", name);

        void Keep(FeeSchedule listed, FeeSchedule discounted)
        {
            KeepFee(listed);
            if (discounted != (object)listed)
                KeepFee(discounted);
        }

        void KeepFee(FeeSchedule schedule)
        {
            if (schedule is not FeeSchedule.Feasible { Fee: var fee } || fee.Reach <= Bounds.Largest)
                return;
            bounds.Keep(fee.Lowest.Amount, pointer, "The fee of", name);
            bounds.Keep(fee.Highest.Amount, pointer, "The fee of", name);
        }
    }

    /// <summary>A retainer without a rate takes it from the expected hours of its work; where there are none, the rate is missing.</summary>
    public static bool HasRates(FeeStructure structure, FeeBasis basis, string pointer, Bounds bounds)
    {
        if (structure is Retainer { Rate: null } && basis.Work.ExpectedHours.IsZero)
            return bounds.Miss($"{pointer}/rate", "The retainer needs a rate: the work has no hours to take one from.");

        var parts = (structure as Combined)?.Parts ?? [];
        var complete = true;
        for (var j = 0; j < parts.Count; j++)
        {
            if (parts[j].Structure is Retainer { Rate: null } && basis.WorkOf(parts[j].Phases).ExpectedHours.IsZero)
                complete = bounds.Miss($"{pointer}/parts/{j}/structure/rate", "The retainer needs a rate: the part's phases have no hours to take one from.");
        }

        return complete;
    }
}
