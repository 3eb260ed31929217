using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>The fee of a structure before discount, in the states it depends on.</summary>
internal sealed class FeeFormula(FeeRow row, StateColumns states, InputsSheet inputs, ValueSheet value)
{
    private TermCells Terms => row.Terms;

    private Formula AiWithMarkup => row.Ai * (1 + Terms["aiMarkup"]);

    private Formula PassThroughWithMarkup => row.ThirdParty * (1 + Terms["thirdPartyMarkup"]) + row.Levy;

    private Formula BaseFee => (row.Labour + (Formula)row.Ai) / (1 - Terms["baseMargin"]);

    /// <summary>Columns of the data sheet with their formulas; columns that are left out count as 0.</summary>
    public IEnumerable<(int Column, Formula Fee)> Columns() => row.Structure switch
    {
        Hourly => PerCost(HourlyFee),
        Retainer => PerCost(RetainerFee),
        CostPlus => PerCost(CostPlusFee),
        GainShare => PerCost(GainShareFee),
        Performance => PerOutcome(PerformanceFee),
        Hybrid => PerOutcome(o => BaseFee + Terms["bonusPool"] * BaseFee * states.Payout(o) + row.PassThrough),
        Fixed => Same(row.PlannedLabour * (1 + Terms["contingency"]) / (1 - Terms["margin"]) + AiWithMarkup
            + (row.ThirdParty - (Formula)row.ThirdPartyRisk) * (1 + Terms["thirdPartyMarkup"]) + row.Levy),
        PerUnit => Same(Fn.SumProduct(Terms.Units!.Value.Quantities, Terms.Units.Value.Prices) + PassThroughWithMarkup),
        Commission => Same(Terms["commissionRate"] * Terms["grossMedia"] + row.PassThrough),
        Licence => Same(BaseFee + row.Idea * (Terms["usageType"] + Terms["usageTerritory"] + Terms["usageTerm"] + Terms["usageScope"]) + row.PassThrough),
        Subscription => Same(Terms["setUpFee"] + Terms["monthlyFee"] * Terms["months"] + row.PassThrough),
        ValueBased => Same(Fn.If(row.Feasible!.Value.Is(1), Fn.Min(Fn.Max(Asked, row.Floor), row.Ceiling), 0)),
        _ => throw new ArgumentException($"The workbook has no formula for a structure of type {row.Structure.Type}."),
    };

    private Formula Asked => row.PassThrough + Terms["valueShare"] * (value.Total.Fixed - row.PassThrough);

    private Formula HourlyFee(int cost)
    {
        var labour = inputs.Realisation.Fixed * (1 - inputs.Discount.Fixed) * row.CardValue * states.Factor(cost);
        return (Terms.Has("cap") ? Fn.Min(Terms["cap"], labour) : labour) + AiWithMarkup + PassThroughWithMarkup;
    }

    private Formula RetainerFee(int cost)
    {
        var rate = Terms.Has("rate") ? Terms["rate"] : row.CardValue / (Formula)row.Hours * (1 - inputs.Discount.Fixed);
        var overage = Fn.Max(0, row.Hours * states.Factor(cost) / Terms["months"] - Terms["includedHours"] * (1 + Terms["tolerance"]));
        return Terms["months"] * (Terms["includedHours"] + overage) * rate + AiWithMarkup + PassThroughWithMarkup;
    }

    private Formula CostPlusFee(int cost)
    {
        var own = row.Labour * states.Factor(cost) + row.Ai;
        if (Terms.Has("markup"))
            return own * (1 + Terms["markup"]) + row.PassThrough;
        var fee = own + Terms["fixedFee"];
        if (Terms.Has("targetCost"))
            fee += Terms["sharingRatio"] * (Terms["targetCost"] - own);
        return fee + row.PassThrough;
    }

    private Formula GainShareFee(int cost)
    {
        var spent = row.Labour * states.Factor(cost) + row.Ai + row.ThirdParty + row.Levy;
        return spent + Terms["agencyShare"] * Fn.Max(0, Terms["baselineCost"] - spent);
    }

    private Formula PerformanceFee(int outcome)
    {
        var fee = Terms["baseFee"] + Terms["valueShare"] * value.Total.Fixed * states.Multiplier(outcome);
        if (Terms.Has("minimumFee"))
            fee = Fn.Max(fee, Terms["minimumFee"]);
        if (Terms.Has("maximumFee"))
            fee = Fn.Min(fee, Terms["maximumFee"]);
        return fee + row.PassThrough;
    }

    private static IEnumerable<(int, Formula)> Same(Formula fee) => [(4, fee)];

    private IEnumerable<(int, Formula)> PerCost(Func<int, Formula> fee) =>
        Enumerable.Range(0, states.Costs).Select(cost => (StateColumns.First + cost, fee(cost)));

    private IEnumerable<(int, Formula)> PerOutcome(Func<int, Formula> fee) =>
        Enumerable.Range(0, states.Outcomes).Select(outcome => (StateColumns.First + states.Costs + outcome, fee(outcome)));
}
