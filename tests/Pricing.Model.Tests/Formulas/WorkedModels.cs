using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;
using Pricing.Model.Simulations;
using Pricing.Model.Tests.Cases;
using Pricing.Model.Value;
using Pricing.Model.Value.Calculators;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the model answers a row of each kind of worked table.</summary>
internal static class WorkedModels
{
    private const string FeePrefix = "fee ";

    private static readonly Dictionary<string, Func<WorkedRow, Answers>> ByKind = new(StringComparer.Ordinal)
    {
        ["rate build-up"] = EmployeeRate,
        ["freelancer rate"] = FreelancerRate,
        ["effort"] = Effort,
        ["attempts and compute"] = Attempts,
        ["revisions"] = Revisions,
        ["cost of a case"] = CostOfCase,
        ["present value"] = PresentValue,
        ["first month"] = FirstMonth,
        ["payback"] = Payback,
        ["bargaining range"] = Range,
        ["range of a case"] = RangeOfCase,
        ["client figures"] = ClientFigures,
        ["discrete amounts"] = DiscreteAmounts,
        ["certainty equivalent"] = CertaintyEquivalent,
        ["payout"] = Payout,
        ["risk of a case"] = RiskOfCase,
        ["efficiency trap"] = EfficiencyTrap,
        ["combined"] = CombinedFee,
        ["combined with a value-based part"] = CombinedWithValue,
        ["vat"] = Vat,
        ["fees of a case"] = FeesOfCase,
        ["drawn effort"] = DrawnEffort,
        ["drawn attempts"] = DrawnAttempts,
        ["drawn rounds"] = DrawnRounds,
        ["drawn prices"] = DrawnPrices,
    };

    private static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>>[] All =
    [
        ByKind, WorkedRates.ByKind, WorkedBonus.ByKind, WorkedValueCase.ByKind, WorkedSpread.ByKind, WorkedNegotiation.ByKind, WorkedDelivery.ByKind, WorkedMarket.ByKind,
    ];

    public static Func<WorkedRow, Answers> Of(string kind) => kind.StartsWith(FeePrefix, StringComparison.Ordinal)
        ? row => FeeOf(StructureOf(kind[FeePrefix.Length..], row) with { Discount = row["discount"] }, BasisOf(row))
        : All.First(kinds => kinds.ContainsKey(kind))[kind];

    private static Answers FirstMonth(WorkedRow row)
    {
        Figure[] of = [.. row.List("inputs in the order of the formula").Select(value => (Figure)value)];
        var benefit = row.Text("driver") switch
        {
            "incremental gross profit" => FirstMonthBenefit.IncrementalGrossProfit(of[0], of[1], of[2]),
            "price premium" => FirstMonthBenefit.PricePremium(of[0], of[1], of[2], of[3]),
            "cost saving" => FirstMonthBenefit.CostSaving(of[0], of[1]),
            "speed to market" => FirstMonthBenefit.SpeedToMarket(of[0], of[1]),
            "risk reduction" => FirstMonthBenefit.RiskReduction(of[0], of[1], of[2], of[3]),
            "retention" => FirstMonthBenefit.Retention(of[0], of[1], of[2], of[3]),
            "option value" => FirstMonthBenefit.OptionValue(of[0]),
            "media efficiency" => FirstMonthBenefit.MediaEfficiency(of[0], of[1]),
            "working capital" => FirstMonthBenefit.WorkingCapital(of[0], of[1]),
            var unknown => throw new ArgumentException($"There is no driver {unknown}.", nameof(row)),
        };
        return new() { ["first month"] = benefit.Value };
    }

    private static Answers EmployeeRate(WorkedRow row) => RatesOf(
        new Employee("ED", "", 0, row["annualSalary"], row["utilisation"], null),
        agency => agency with { AvailableHours = row["availableHours"], OnCostRate = row["onCostRate"], OverheadRate = row["overheadRate"] });

    private static Answers FreelancerRate(WorkedRow row) => RatesOf(
        new Freelancer("ED", "", 0, row["costPerHour"], row.Text("artistic") == "yes"),
        agency => agency with { ArtistSocialLevyRate = row["artistSocialLevyRate"] });

    // The cost of one sure hour is the rate.
    private static Answers RatesOf(Role role, Func<Agency, Agency> agency)
    {
        var cost = CostOf(OneHour(role, agency));
        return Said(("direct", cost.DirectLabour.Amount), ("loaded", cost.Labour.Amount));
    }

    /// <summary>One sure hour of a role.</summary>
    public static Engagement OneHour(Role role, Func<Agency, Agency> agency, params FeeStructure[] structures)
    {
        var engagement = Bare(structures);
        return engagement with
        {
            Agency = agency(engagement.Agency),
            RateCard = new(0, 1, [role]),
            WorkPackages = [SmallEngagement.Package("One hour", Phase.Ideation, ("ED", 1)) with { EffortProfile = "sure" }],
        };
    }

    private static Answers Effort(WorkedRow row)
    {
        var cost = CostOf(Bare() with
        {
            EffortProfiles = [new("std", row["optimistic"], row["mostLikely"], row["pessimistic"])],
            WorkPackages = [SmallEngagement.Package("Work", Phase.Ideation, ("ED", row["planned"]))],
        });
        return Said(("expected", cost.ExpectedHours.Value));
    }

    private static Answers Attempts(WorkedRow row)
    {
        var generation = new Generation
        {
            Model = "model",
            AcceptedPerAsset = row["acceptedPerAsset"],
            SizePerAttempt = row["sizePerAttempt"],
            Unit = "unit",
            UnitPrice = row["unitPrice"],
            Currency = "USD",
            AcceptanceProbability = row["acceptanceProbability"],
            ReviewRole = "ED",
            ReviewMinutesPerAttempt = row["reviewMinutesPerAttempt"],
        };
        var cost = CostOf(WithAsset(generation, row["quantity"], row["rate"]));
        var attempts = CostOf(WithAsset(generation with { SizePerAttempt = 1, UnitPrice = 1 }, 1, 1));
        return Said(("attempts", attempts.Ai.Amount), ("compute", cost.Ai.Amount), ("review hours", cost.PlannedHours.Value));
    }

    /// <summary>One asset made by one generation.</summary>
    public static Engagement WithAsset(Generation generation, decimal quantity, decimal rate) => Bare() with
    {
        ExchangeRates = [new("USD", rate, new(2026, 1, 2))],
        Assets = [new() { Name = "Asset", Phase = Phase.Production, Quantity = quantity, EffortProfile = "sure", Generations = [generation] }],
    };

    private static Answers Revisions(WorkedRow row)
    {
        decimal ExcessOf(int included) => CostOf(Bare() with { Revisions = new(Phase.Production, included, row["g"], row["q0"], row["q1"], [], 1) }).ThirdParty.Amount;

        // excess at R = 0 is q / (1 − q).
        var odds = ExcessOf(0);
        return Said(("q", odds / (1 + odds)), ("excess", ExcessOf((int)row["R"])));
    }

    private static Answers PresentValue(WorkedRow row)
    {
        var driver = ValueOf(row, row["discountRate"]).Drivers[0];
        return Said(("present value", driver.PresentValue.Amount), ("counted", driver.Counted.Amount));
    }

    private static Answers Payback(WorkedRow row) => Said(("month", ValueOf(row, 0).PaybackMonth(new(row["outlay"]))));

    private static ValueModel ValueOf(WorkedRow row, decimal discountRate)
    {
        var driver = new ValueDriver
        {
            Name = "Driver",
            FirstMonth = row["firstMonth"],
            MonthlyRetention = row.Given("monthlyRetention") ?? 1,
            Months = (int)row["months"],
            DelayMonths = (int)row["delayMonths"],
            Attribution = row.Given("attribution") ?? 1,
            Confidence = row.Given("confidence") ?? 1,
        };
        var engagement = Bare();
        return ValueModel.Of(ResolvedEngagement.From(engagement with { Value = engagement.Value with { DiscountRate = discountRate, Drivers = [driver] } }));
    }

    private static Answers Range(WorkedRow row)
    {
        var range = (Valued(row, new ValueBased(0, row["minimumMargin"])) with
        {
            Costs =
            [
                new() { Name = "Own", Kind = CostKind.Ai, Amount = row["L + A"] }, new() { Name = "Others", Kind = CostKind.OtherThirdParty, Amount = row["T + K"] },
            ],
        }).Compared().BargainingRange;
        return Said(
            ("EVC", range.EconomicValueToCustomer.Amount), ("ceiling", range.Ceiling.Amount), ("floor", range.Floor.Amount), ("ZOPA", range.Zopa.Amount));
    }

    private static Answers ClientFigures(WorkedRow row)
    {
        var column = Valued(row, SmallEngagement.Price(row["fee"])).Column();
        return Said(
            ("surplus", column.ClientSurplus?.Amount), ("return", column.ClientRoi?.Value), ("surplus versus alternative", column.SurplusVersusAlternative?.Amount));
    }

    private static Engagement Valued(WorkedRow row, FeeStructure structure) => Bare(structure) with
    {
        Agency = Bare().Agency with { VatRate = row["u"] - 1 },
        Value = new(0, false, [SmallEngagement.Once(row["V"])], row["referencePrice"], row["referenceValueShare"]),
    };

    private static Answers DiscreteAmounts(WorkedRow row)
    {
        var (amounts, probabilities) = (row.List("amounts"), row.List("probabilities"));
        var states = new JointStates([new(1, 1)], [.. probabilities.Select((probability, i) => new OutcomeState($"{i}", 1, probability, amounts[i]))]);
        var spread = StateAmounts.PerOutcome(states, state => new(state.Payout));
        return Said(
            ("mean", spread.Expected(states).Amount), ("loss probability", spread.ProbabilityOfLoss(states).Value),
            ("CVaR", spread.Cvar(states, row["tailProbability"]).Amount), ("standard deviation", RiskMeasures.StandardDeviation(spread.Variance(states)).Amount));
    }

    private static Answers CertaintyEquivalent(WorkedRow row)
    {
        var variance = row["standard deviation"] * row["standard deviation"];
        return Said(("certainty equivalent", RiskMeasures.CertaintyEquivalent(new(row["expected profit"]), variance, new(row["riskTolerance"])).Amount));
    }

    private static Answers Payout(WorkedRow row) =>
        Said(("payout", RiskMeasures.Payout(row["achievement"], row["threshold"], row["stretch"], row["cap"]).Value));

    private static Answers EfficiencyTrap(WorkedRow row)
    {
        const decimal OldCost = 20 * 88, OldPrice = 2_200;
        var work = new Work { CardValue = new(row["hours"] * row["card rate"]), Labour = new(row["hours"] * row["loaded rate"]), PlannedLabour = new(OldCost), Ai = new(row["A"]) };
        var basis = BasisOf(row) with { Work = work };
        var hourly = FeeOf(new Hourly(0, 0), basis);
        var hours = FeeOf(new Hourly(0, 0), basis with { Work = work with { Ai = Money.Zero } });
        var quote = FeeOf(new Fixed(0, Margin: 0.2m, 0, 0), basis with { Work = work with { Ai = Money.Zero } });
        var shared = FeeOf(new CostPlus(null, FixedFee: OldPrice - OldCost, TargetCost: OldCost, SharingRatio: 0.6m), basis);
        return Said(
            ("hours alone", hours["fee"]), ("hourly fee", hourly["fee"]), ("profit of the fixed price of 2,200", quote["fee"] - work.OwnCost.Amount),
            ("price with 40 % of the saving passed on", shared["fee"]));
    }

    private static Answers CombinedFee(WorkedRow row) => FeeOf(
        new Combined(
        [
            new([Phase.Ideation], new CostPlus(row["markup"])), new([Phase.Production], new PerUnit([new("All", 1, row["price of production"])], 0)),
        ])
        { Discount = row["discount"] },
        BasisOf(row) with { ByPhase = Phases(row["L of ideation"], row["T of production"]) });

    private static Answers CombinedWithValue(WorkedRow row) => FeeOf(
        new Combined(
        [
            new([Phase.Ideation], new ValueBased(row["valueShare"], 0)), new([Phase.Production], new PerUnit([new("All", 1, row["price of production"])], 0)),
        ])
        { Discount = row["discount"] },
        BasisOf(row) with { ByPhase = Phases(row["L of ideation"], 0) });

    private static Dictionary<Phase, Work> Phases(decimal labour, decimal thirdParty) => new()
    {
        [Phase.Ideation] = new() { Labour = new(labour) },
        [Phase.Production] = new() { ThirdParty = new(thirdParty) },
    };

    private static Answers Vat(WorkedRow row)
    {
        var currency = row.Text("currency");
        var engagement = Bare(SmallEngagement.Price(row["fee"])) with { Currency = currency };
        var column = (engagement with { Agency = engagement.Agency with { VatRate = row["vatRate"] } }).Column();
        return Said(("net", column.ExpectedFee?.ToMinorUnit(Currency.Of(currency))), ("VAT", column.Vat?.Amount), ("gross", column.Gross?.Amount));
    }

    private static Answers CostOfCase(WorkedRow row)
    {
        var cost = CaseOf(row).Cost;
        return Said(
            ("labour", cost.Labour.Amount), ("directLabour", cost.DirectLabour.Amount), ("plannedLabour", cost.PlannedLabour.Amount), ("ai", cost.Ai.Amount),
            ("thirdParty", cost.ThirdParty.Amount), ("artistSocialLevy", cost.ArtistSocialLevy.Amount), ("total", cost.Total.Amount), ("cardValue", cost.CardValue.Amount));
    }

    private static Answers RangeOfCase(WorkedRow row)
    {
        var comparison = CaseOf(row);
        var range = comparison.BargainingRange;
        return Said(
            ("V", comparison.Value.Total.Amount), ("V_ref", range.ReferenceValue.Amount), ("EVC", range.EconomicValueToCustomer.Amount), ("ceiling", range.Ceiling.Amount),
            ("floor", range.Floor.Amount), ("ZOPA", range.Zopa.Amount), ("split", comparison.Split?.Value));
    }

    private static Answers FeesOfCase(WorkedRow row)
    {
        var column = ColumnOf(row);
        return Said(
            ("fee", column.ExpectedFee?.Amount), ("profit", column.ExpectedProfit?.Amount), ("margin", column.ProfitMargin?.Value),
            ("AGI", column.AdjustedGrossIncome?.Amount), ("delivery margin", column.DeliveryMargin?.Value), ("VAT", column.Vat?.Amount), ("gross", column.Gross?.Amount));
    }

    private static Answers RiskOfCase(WorkedRow row)
    {
        var column = ColumnOf(row);
        return Said(
            ("standard deviation", column.ProfitStandardDeviation?.Amount), ("loss probability", column.LossProbability?.Value), ("CVaR", column.ProfitCvar?.Amount),
            ("certainty equivalent", column.CertaintyEquivalent?.Amount), ("client CVaR", column.ClientCvar?.Amount));
    }

    /// <summary>The first column of a type of a worked case.</summary>
    public static StructureComparison ColumnOf(WorkedRow row) => CaseOf(row).Structures.First(column => column.Structure.Type == row.Text("type"));

    /// <summary>A worked case.</summary>
    public static Comparison CaseOf(WorkedRow row) => CaseDocument.Read($"case-{row.Text("case")}.json").Compared();

    private static Answers DrawnEffort(WorkedRow row)
    {
        var range = new EffortRange(row["optimistic"], row["mostLikely"], row["pessimistic"]);
        EffortSpread spread = row.Text("distribution") == "pert" ? new PertEffort(range) : new TriangularEffort(range);
        var factor = Sampled(Bare(), new() { Effort = new Dictionary<string, EffortSpread> { ["std"] = spread } }).Effort![0].Factor;
        return Said(("mean", (decimal)factor.Mean), ("variance", (decimal)(factor.StandardDeviation * factor.StandardDeviation)));
    }

    private static Answers DrawnAttempts(WorkedRow row)
    {
        var made = new Generation { Model = "model", AcceptedPerAsset = 1, SizePerAttempt = 1, Unit = "unit", UnitPrice = 1, AcceptanceProbability = row["acceptanceProbability"] };
        var cap = row.Given("cap") is { } most ? new AttemptCap((int)most, 0) : null;
        var drawn = Sampled(WithAsset(made, row["pieces"], 1), new() { Attempts = [new(0, 0, cap)] }).Attempts[0];
        return Said(("attempts", (decimal)drawn.Attempts.Mean), ("failed", (decimal)drawn.Fallbacks.Mean));
    }

    private static Answers DrawnRounds(WorkedRow row)
    {
        var engagement = Bare() with { Revisions = new(Phase.Production, (int)row["R"], 0, row["q"], row["q"], [], 1) };
        return Said(("excess", (decimal)Sampled(engagement, new() { Revisions = RoundSpread.Geometric }).ExcessRounds!.Mean));
    }

    private static Answers DrawnPrices(WorkedRow row) => Said(
        ("factor", (decimal)Sampled(Bare(), new() { PriceDrift = new(row["annualDrift"], row["annualVolatility"], row["years"]) }).PriceFactor.Mean));

    private static SimulatedInputs Sampled(Engagement engagement, SimulationParameters parameters) =>
        Simulation.Run(engagement.Compared(), parameters with { Trials = 20_000 }).Inputs;

    private static FeeStructure StructureOf(string type, WorkedRow row) => type switch
    {
        "hourly" => new Hourly(row["aiMarkup"], row["thirdPartyMarkup"], row.Given("cap")),
        "retainer" => new Retainer((int)row["months"], row["includedHours"], row["tolerance"], row.Given("rate"), row["aiMarkup"], row["thirdPartyMarkup"]),
        "fixed" => new Fixed(row["contingency"], row["margin"], row["aiMarkup"], row["thirdPartyMarkup"]),
        "perUnit" => new PerUnit([new("Unit", row["quantity"], row["unitPrice"])], row["thirdPartyMarkup"]),
        "costPlus" => new CostPlus(row.Given("markup"), row.Given("fixedFee"), row.Given("targetCost"), row.Given("sharingRatio")),
        "commission" => new Commission(row["rate"], row["grossMedia"]),
        "valueBased" => new ValueBased(row["valueShare"], row["minimumMargin"]),
        "performance" => new Performance(row["baseFee"], row["valueShare"], row.Given("minimumFee"), row.Given("maximumFee")),
        "hybrid" => new Hybrid(row["baseMargin"], row["bonusPool"]),
        "licence" => new Licence(row["baseMargin"], ["ED"], Phase.Ideation, new(row["type"], row["territory"], row["term"], row["scope"])),
        "subscription" => new Subscription(row["setUpFee"], row["monthlyFee"], (int)row["months"]),
        "gainShare" => new GainShare(row["baselineCost"], row["agencyShare"]),
        _ => throw new ArgumentException($"No structure is called {type}.", nameof(type)),
    };

    private static FeeBasis BasisOf(WorkedRow row) => new()
    {
        Work = new()
        {
            Labour = new(row["L"]),
            PlannedLabour = new(row["L_plan"]),
            CardValue = new(row["Card"]),
            ExpectedHours = new(row["hours"]),
            Ai = new(row["A"]),
            ThirdParty = new(row["T"]),
            ThirdPartyRisk = new(row["T_risk"]),
            ArtistSocialLevy = new(row["K"]),
        },
        States = new([new(row.Given("f") ?? 1, 1)], [new("only", row.Given("m") ?? 1, 1, row["payout"])]),
        ClientValue = new(row["V"]),
        Ceiling = new(row["ceiling"]),
        RateCardDiscount = row["card discount"],
        Realisation = row.Given("realisation") ?? 1,
        IdeaValue = (_, _) => new(row["idea"]),
    };

    private static Answers FeeOf(FeeStructure structure, FeeBasis basis)
    {
        var price = structure.Price(basis);
        var fee = Amount(price.Fee);
        return Said(
            ("fee", fee), ("profit", fee - basis.Work.Cost(basis.States).Expected(basis.States).Amount), ("list fee", Amount(price.Listed)),
            ("gap", (price.Fee as FeeSchedule.Infeasible)?.Gap.Amount));

        decimal? Amount(FeeSchedule schedule) => (schedule as FeeSchedule.Feasible)?.Fee.Expected(basis.States).Amount;
    }

    private static Engagement Bare(params FeeStructure[] structures) => SmallEngagement.FeesOnly(structures);

    private static CostModel CostOf(Engagement engagement) => CostModel.Of(ResolvedEngagement.From(engagement));

    private static Answers Said(params (string Name, decimal? Value)[] answers) => answers.ToDictionary(answer => answer.Name, answer => answer.Value);
}
