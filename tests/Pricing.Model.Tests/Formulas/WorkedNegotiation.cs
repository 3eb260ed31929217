using Pricing.Model.Analyses;
using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Answers = System.Collections.Generic.Dictionary<string, decimal?>;

namespace Pricing.Model.Tests.Formulas;

/// <summary>How the analyses of negotiation answer a row of each kind of worked table.</summary>
internal static class WorkedNegotiation
{
    public static readonly IReadOnlyDictionary<string, Func<WorkedRow, Answers>> ByKind = new Dictionary<string, Func<WorkedRow, Answers>>(StringComparer.Ordinal)
    {
        ["pricing to a budget"] = Budget,
        ["case at a fee"] = FeeOnRange,
        ["ideas of a case"] = Ideas,
        ["incentive contract"] = Incentive,
    };

    private static Answers Budget(WorkedRow row)
    {
        var target = PricingTarget.ToBudget(WorkedModels.CaseOf(row), (int)row["structure"], new(row["budget"]), 2);
        return new() { ["discount"] = target.Discount?.Value, ["share"] = target.Share.Value, ["scope"] = target.Scope?.Factor };
    }

    private static Answers FeeOnRange(WorkedRow row)
    {
        var comparison = WorkedModels.CaseOf(row);
        var fee = NegotiatedFee.At(new Money(row["fee"]), comparison);
        return new()
        {
            ["Nash price"] = Nash.PriceOf(comparison.BargainingRange)?.Amount,
            ["split"] = fee.Split?.Value,
            ["agency gain"] = fee.AgencyGain?.Amount,
            ["client gain"] = fee.ClientGain?.Amount,
        };
    }

    private static Answers Ideas(WorkedRow row)
    {
        var ideas = IdeaPricing.Of(WorkedModels.CaseOf(row), Phase.Ideation, row.Text("roles").Split("; "), row["ideas"], row["usage factor"]);
        return new()
        {
            ["card value"] = ideas.CardValue.Amount,
            ["licence fee"] = ideas.LicenceFee.Amount,
            ["left on the table"] = ideas.MoneyLeftOnTable?.Amount,
            ["per idea"] = ideas.ImpliedPricePerIdea?.Amount,
        };
    }

    private static Answers Incentive(WorkedRow row)
    {
        var contract = new IncentiveModel(row["θ"], row["c"], row["r_A"], row["r_P"], 0).BestAt(row["s²"]);
        return new() { ["share"] = contract.Share, ["effort"] = contract.Effort, ["risk premium"] = contract.RiskPremium, ["total"] = contract.TotalCertaintyEquivalent };
    }
}
