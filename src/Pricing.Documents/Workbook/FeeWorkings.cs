using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>Every figure of every structure unrounded, a row for each structure.</summary>
internal sealed class FeeWorkings
{
    /// <summary>What is worked out for each structure, from the third column on.</summary>
    public static readonly string[] Columns =
    [
        "expectedFee", "listFee", "expectedCost", "expectedProfit", "profitMargin", "adjustedGrossIncome", "deliveryMargin", "variance", "profitStandardDeviation", "lossProbability",
        "profitCvar", "certaintyEquivalent", "outlay", "clientSurplus", "clientRoi", "clientLossProbability", "clientCvar", "surplusVersusAlternative", "paybackMonth",
        "effectiveHourlyRate", "clientValue", "gap", "feasible",
    ];

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly int top;
    private readonly FeesSheet fees;
    private readonly InputsSheet inputs;
    private readonly ValueSheet value;

    public FeeWorkings(Book book, FeesSheet fees, InputsSheet inputs, ValueSheet value, FeeRows rows, JointStates joint)
    {
        (this.book, this.fees, this.inputs, this.value) = (book, fees, inputs, value);
        sheet = book.Data;
        List<(FeeRow Structure, RiskCells? Risk)> structures = [.. rows.Rows.Where(structure => structure.Part < 0).Select(structure => (structure, joint.Add(structure)))];
        top = joint.End;
        End = top + structures.Count + 2;
        sheet.Text(top, 2, book.Texts["table.workings"], Look.Head);
        for (var c = 0; c < Columns.Length; c++)
            sheet.Text(top, 3 + c, book.Texts[$"work.{Columns[c]}"], Look.HeadRight, wrapped: true);
        sheet.Heights[top] = 42;
        foreach (var (structure, risk) in structures)
        {
            RisksAsData |= risk is null;
            Fill(structure, risk);
        }
    }

    /// <summary>Whether the risk measures of some structure are the service's instead of formulas.</summary>
    public bool RisksAsData { get; }

    /// <summary>First free row of the data sheet.</summary>
    public int End { get; }

    public CellRef Of(int structure, string figure)
    {
        var (row, column) = (top + 1 + structure, 3 + Array.IndexOf(Columns, figure));
        return sheet.Ref(row, column);
    }

    public CellRef Feasible(int structure) => Of(structure, "feasible");

    private void Fill(FeeRow row, RiskCells? risk)
    {
        var work = fees.Work;
        var zero = inputs.Zero.Fixed;
        sheet.Text(top + 1 + row.Index, 2, row.Name);
        var fee = Put("expectedFee", row.Fee, Number.Money);
        Put("listFee", row.ListFee, Number.Money);
        Formula ExpectedCost()
        {
            var states = fees.States;
            var constant = work.Of(work.Ai).Fixed + work.Of(work.ThirdParty).Fixed + work.Of(work.Levy).Fixed;
            return (work.Of(work.Labour).Fixed * states.MeanFactor.Fixed + constant * states.CostMass.Fixed) * states.OutcomeMass.Fixed;
        }

        var cost = Put("expectedCost", ExpectedCost(), Number.Money);
        var profit = Put("expectedProfit", fee - (Formula)cost, Number.Money);
        Put("profitMargin", book.Ratio(profit, fee, zero), Number.Percent);
        var income = Put("adjustedGrossIncome", fee - work.Of(work.ThirdParty).Fixed - work.Of(work.Levy).Fixed, Number.Money);
        Put("deliveryMargin", book.Ratio(income - work.Of(work.DirectLabour).Fixed - work.Of(work.Ai).Fixed, income, zero), Number.Percent);
        Risks(row, risk, profit);
        var outlay = Put("outlay", fee * value.CostOfNetFee.Fixed, Number.Money);
        var surplus = Put("clientSurplus", value.Total.Fixed - outlay, Number.Money);
        Put("clientRoi", book.Ratio(surplus, outlay, zero), Number.Percent);
        Put("surplusVersusAlternative", surplus - value.Alternative.Fixed, Number.Money);
        Put("paybackMonth", value.PaybackMonth(outlay, fees.Zero.Fixed), Number.Whole);
        Put("effectiveHourlyRate", book.Ratio(income, work.Of(work.ExpectedHours).Fixed, zero), Number.Money);
        Put("clientValue", value.Total.Fixed, Number.Money);
        Put("gap", row.Gap is { } gap ? gap : (Formula)0, Number.Money);
        Put("feasible", row.Feasible is { } feasible ? feasible : (Formula)1, Number.Whole);

        CellRef Put(string figure, Formula formula, Number number) => sheet.Put(top + 1 + row.Index, 3 + Array.IndexOf(Columns, figure), formula, number);
    }

    private void Risks(FeeRow row, RiskCells? risk, CellRef profit)
    {
        var at = top + 1 + row.Index;
        if (risk is null)
        {
            var api = book.Comparison.Structures[row.Index];
            Data("profitStandardDeviation", api.ProfitStandardDeviation?.Amount, Number.Money);
            Data("lossProbability", api.LossProbability?.Value, Number.Percent);
            Data("profitCvar", api.ProfitCvar?.Amount, Number.Money);
            Data("certaintyEquivalent", api.CertaintyEquivalent?.Amount, Number.Money);
            Data("clientLossProbability", api.ClientLossProbability?.Value, Number.Percent);
            Data("clientCvar", api.ClientCvar?.Amount, Number.Money);
            return;
        }

        var variance = Put("variance", risk.Variance, Number.Money);
        Put("profitStandardDeviation", Fn.Sqrt(variance), Number.Money);
        Put("lossProbability", risk.Loss, Number.Percent);
        Put("profitCvar", risk.Cvar, Number.Money);
        Put("certaintyEquivalent", profit - variance / (2 * inputs.RiskTolerance.Fixed), Number.Money);
        Put("clientLossProbability", risk.ClientLoss, Number.Percent);
        Put("clientCvar", risk.ClientCvar, Number.Money);

        CellRef Put(string figure, Formula formula, Number number) => sheet.Put(at, 3 + Array.IndexOf(Columns, figure), formula, number);
        void Data(string figure, decimal? amount, Number number) => sheet.Figure(at, 3 + Array.IndexOf(Columns, figure), (double)(amount ?? 0), number);
    }
}
