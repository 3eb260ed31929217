using Pricing.Model.Value.Calculators;
using static Pricing.Application.Features.ValueDrivers.CalculatorInput;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>The calculators, one for each kind of driver.</summary>
internal static class DriverCalculators
{
    private const string AYear = "money a year", AMonth = "money a month", Money = "money", Controlling = "Client's controlling";

    public static readonly IReadOnlyList<DriverCalculator> All =
    [
        new(CalculatorKind.IncrementalGrossProfit, "Incremental gross profit",
            "Sales that would not happen without the campaign, at the usual margin. Count only the range that the work moves.",
            "revenue a year ÷ 12 × uplift × gross margin", Once: false, NeedsAttribution: true,
            [
                Amount("annualRevenue", "revenue a year", AYear, "Revenue a year of the range that the work moves, net of VAT.", Controlling, "Annual report or sales report", "Audited or reported figure", 180_000_000),
                Share("uplift", "uplift", 10, "Growth of that revenue in the first month.", "Client's market research", "Hold-out or geo test, market-mix model", "Measured effect of comparable campaigns", 0.04m),
                GrossMargin(0.45m),
            ],
            of => FirstMonthBenefit.IncrementalGrossProfit(of("annualRevenue"), of("uplift"), of("grossMargin"))),

        new(CalculatorKind.PricePremium, "Price premium",
            "A brand that may charge more. What is no longer sold at the higher price is subtracted with its margin.",
            "revenue a year ÷ 12 × (premium × (1 − volume loss) − volume loss × gross margin)", Once: false, NeedsAttribution: true,
            [
                Amount("annualRevenue", "revenue a year", AYear, "Revenue a year at the old price, net of VAT.", Controlling, "Annual report or sales report", "Audited or reported figure", 400_000_000),
                Share("premium", "premium", 10, "Rise of the price.", "Client's pricing", "Conjoint study, price test", "Measured willingness to pay", 0.005m),
                Share("volumeLoss", "volume loss", 1, "Share of the volume lost to the higher price. Default 0.", "Client's pricing", "Price test", "Measured elasticity", 0, 0),
                GrossMargin(0.4m, 0),
            ],
            of => FirstMonthBenefit.PricePremium(of("annualRevenue"), of("premium"), of("volumeLoss"), of("grossMargin")))
        {
            Needs = ("volumeLoss", "grossMargin"),
        },

        new(CalculatorKind.CostSaving, "Cost saving",
            "Cost that falls away month by month, against an audited baseline.",
            "baseline cost − remaining cost", Once: false, NeedsAttribution: false,
            [
                Amount("baselineCost", "baseline cost", AMonth, "Cost a month before the work.", Controlling, "Cost centre report", "Audited baseline of twelve months", 6_000),
                Amount("remainingCost", "remaining cost", AMonth, "Cost a month that stays. Default 0.", Controlling, "Cost centre report", "Planned figure", 0, 0),
            ],
            of => FirstMonthBenefit.CostSaving(of("baselineCost"), of("remainingCost")))
        {
            Order = ("baselineCost", "remainingCost", "remainingCost exceeds baselineCost, so nothing is saved. Enter what the work costs the client as a driver with a negative first month."),
        },

        new(CalculatorKind.SpeedToMarket, "Speed to market",
            "Profit of the weeks by which something is on the market sooner, counted once.",
            "profit a week × weeks earlier", Once: true, NeedsAttribution: false,
            [
                Amount("weeklyProfit", "profit a week", "money a week", "Profit of a week on the market.", Controlling, "Business case of the launch", "Planned contribution margin", 25_000),
                Number("weeksEarlier", "weeks earlier", "weeks", 0, 520, "Weeks gained.", "Client's project office", "Project plans with and without the work", "Difference of the launch dates", 2),
            ],
            of => FirstMonthBenefit.SpeedToMarket(of("weeklyProfit"), of("weeksEarlier"))),

        new(CalculatorKind.RiskReduction, "Risk reduction",
            "A loss that becomes less probable, counted once. How sure that is belongs into confidence; nothing is discounted for risk a second time.",
            "loss × (probability before − probability after) × (1 + discount rate ÷ 12)", Once: true, NeedsAttribution: false,
            [
                Amount("loss", "loss", Money, "What the event costs the client.", "Client's risk management", "Risk register", "Estimated damage", 400_000),
                Share("probabilityBefore", "probability before", 1, "Probability of the event without the work.", "Client's risk management", "Risk register", "Expert estimate, history of losses", 0.08m),
                Share("probabilityAfter", "probability after", 1, "Probability of the event with the work.", "Client's risk management", "Risk register", "Expert estimate", 0.03m),
                Share("discountRate", "discount rate", 1, "The client's discount rate a year, where the avoided loss counts at its full amount today: it takes back the discounting of the first month. Default 0.", Controlling, "Client's cost of capital", "As in the engagement", 0.09m, 0),
            ],
            of => FirstMonthBenefit.RiskReduction(of("loss"), of("probabilityBefore"), of("probabilityAfter"), of("discountRate")))
        {
            Order = ("probabilityBefore", "probabilityAfter", "probabilityAfter exceeds probabilityBefore, so the risk would grow."),
        },

        new(CalculatorKind.Retention, "Customers kept",
            "Customers who stay, at the margin that they still bring. The lifetime factor holds all later years, so it is counted once.",
            "customers × churn reduction × margin a year × lifetime factor", Once: true, NeedsAttribution: true,
            [
                Amount("customers", "customers", "customers", "Customers whom the work reaches.", "Client's customer management", "Customer database", "Count at the start", 20_000),
                Share("churnReduction", "churn reduction", 1, "Share of them who stay because of the work (percentage points of churn).", "Client's customer management", "Test and control group", "Difference of the churn rates", 0.005m),
                Amount("annualMargin", "margin a year", "money a year", "Margin of one customer a year.", Controlling, "Customer profitability report", "Contribution margin", 240),
                Number("lifetimeFactor", "lifetime factor", "years of margin", 0, 100, "Years' margins that a customer who stays still brings, discounted; retention ÷ (1 + rate − retention) where both stay as they are.", "Client's customer management", "Lifetime-value model", "Discounted margins of remaining years", 2.1m),
            ],
            of => FirstMonthBenefit.Retention(of("customers"), of("churnReduction"), of("annualMargin"), of("lifetimeFactor"))),

        new(CalculatorKind.OptionValue, "Avoided rebuild",
            "A reusable brand model, or an idea as a platform: what need not be built again in a later month, counted once.",
            "cost of the rebuild in its month", Once: true, NeedsAttribution: false,
            [
                Amount("rebuildCost", "cost of the rebuild", Money, "What it would cost to build it anew.", "Client's marketing", "Offer or invoice of the first build", "Price of the same work", 20_000),
                Number("month", "month", "month, whole", 1, 240, "Month in which it would be built again, counted from 1. The benefit falls into it.", "Client's marketing", "Campaign plan", "Date of the next use", 12) with { IsWhole = true },
            ],
            of => FirstMonthBenefit.OptionValue(of("rebuildCost")))
        {
            Delay = of => (int)of("month").Value - 1,
        },

        new(CalculatorKind.MediaEfficiency, "Media efficiency",
            "Media that the same effect no longer needs. Check the overlap: more sales from the same media are incremental gross profit, not this.",
            "media spend a year ÷ 12 × saved share", Once: false, NeedsAttribution: true,
            [
                Amount("annualSpend", "media spend a year", AYear, "Media spend a year that the work makes more effective.", "Client's media agency", "Media plan", "Booked net budget", 6_600_000),
                Share("savedShare", "saved share", 1, "Share of the spend that the same effect no longer needs.", "Client's media agency", "Market-mix model", "Spend for equal effect before and after", 0.1m),
            ],
            of => FirstMonthBenefit.MediaEfficiency(of("annualSpend"), of("savedShare"))),

        new(CalculatorKind.WorkingCapital, "Working capital",
            "Capital that is no longer tied up, at what it costs. The released amount itself is no benefit.",
            "released capital × cost of capital ÷ 12", Once: false, NeedsAttribution: false,
            [
                Amount("releasedCapital", "released capital", Money, "Capital no longer tied up, in stock or receivables.", Controlling, "Balance sheet", "Average balance before and after", 2_000_000),
                Share("costOfCapital", "cost of capital", 1, "The client's cost of capital a year.", Controlling, "Treasury", "Weighted average cost of capital", 0.08m),
            ],
            of => FirstMonthBenefit.WorkingCapital(of("releasedCapital"), of("costOfCapital"))),
    ];

    public static DriverCalculator Of(CalculatorKind kind) => All.Single(calculator => calculator.Kind == kind);

    private static CalculatorInput Amount(
        string name, string title, string unit, string meaning, string owner, string source, string method, decimal example, decimal? otherwise = null) =>
        new(name, title, unit, 0, Numbers.Huge, otherwise, meaning, owner, source, method, example);

    private static CalculatorInput Share(
        string name, string title, decimal most, string meaning, string owner, string source, string method, decimal example, decimal? otherwise = null) =>
        new(name, title, Fraction, 0, most, otherwise, meaning, owner, source, method, example);

    private static CalculatorInput Number(
        string name, string title, string unit, decimal least, decimal most, string meaning, string owner, string source, string method, decimal example) =>
        new(name, title, unit, least, most, null, meaning, owner, source, method, example);

    private static CalculatorInput GrossMargin(decimal example, decimal? otherwise = null) => Share(
        "grossMargin", "gross margin", 1,
        otherwise is null ? "Share of revenue that is left after the cost of the goods." : "Share of revenue that is left after the cost of the goods, for what is no longer sold. Default 0.",
        Controlling, "Profit and loss account of the range", "Audited or reported figure", example, otherwise);
}
