using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>Cost and outcome states as columns of the data sheet, with what the engagement costs and is worth in each.</summary>
internal sealed class StateColumns
{
    /// <summary>First column of a state; before it stand the expected amount and what is the same in every state.</summary>
    public const int First = 5;

    private readonly Sheet sheet;
    private readonly int top;

    public StateColumns(Book book, int row, InputsSheet inputs, WorkTable work, ValueSheet value)
    {
        (sheet, top) = (book.Data, row);
        var t = book.Texts;
        Costs = inputs.Tables.CostStates.Count;
        Outcomes = inputs.Tables.OutcomeStates.Count;
        sheet.Heads(row, 2, t["table.states"], "", "");
        sheet.Heights[row] = 30;
        foreach (var (key, at) in new[] { ("factor", 1), ("probability", 2), ("payout", 3), ("amount", 4) })
            sheet.Text(row + at, 2, t[$"state.{key}"]);

        for (var c = 0; c < Costs; c++)
        {
            var (factor, probability) = inputs.Tables.CostStates[c];
            sheet.Text(row, First + c, t.Say("state.cost", c + 1), Look.HeadRight, wrapped: true);
            var f = sheet.Put(row + 1, First + c, factor.Fixed, Number.Factor);
            sheet.Put(row + 2, First + c, probability.Fixed, Number.Percent);
            sheet.Put(row + 4, First + c, work.Of(work.Labour).Fixed * f + work.Of(work.Ai).Fixed + work.Of(work.ThirdParty).Fixed + work.Of(work.Levy).Fixed, Number.Money);
        }

        for (var o = 0; o < Outcomes; o++)
        {
            var (multiplier, probability, _) = inputs.Tables.OutcomeStates[o];
            sheet.Text(row, First + Costs + o, book.Document.Scenarios.Outcome[o].Name, Look.HeadRight, wrapped: true);
            var m = sheet.Put(row + 1, First + Costs + o, multiplier.Fixed, Number.Factor);
            sheet.Put(row + 2, First + Costs + o, probability.Fixed, Number.Percent);
            sheet.Put(row + 4, First + Costs + o, value.Total.Fixed * m, Number.Money);
        }

        End = row + 6;
        Payouts(book, inputs);
        CostMass = sheet.Put(row + 2, 3, Fn.Sum(CostProbabilities), Number.Percent);
        OutcomeMass = sheet.Put(row + 2, 4, Fn.Sum(OutcomeProbabilities), Number.Percent);
        sheet.Put(row + 1, 3, Fn.SumProduct(CostProbabilities, sheet.Range(top + 1, First, top + 1, First + Costs - 1)), Number.Factor);
        sheet.Put(row + 1, 4, Fn.SumProduct(OutcomeProbabilities, sheet.Range(top + 1, First + Costs, top + 1, First + Costs + Outcomes - 1)), Number.Factor);
        sheet.Text(row, 3, t["state.sumCost"], Look.HeadRight, wrapped: true);
        sheet.Text(row, 4, t["state.sumOutcome"], Look.HeadRight, wrapped: true);
    }

    public int Costs { get; }

    public int Outcomes { get; }

    /// <summary>First row after the block.</summary>
    public int End { get; private set; }

    public CellRef CostMass { get; }

    public CellRef OutcomeMass { get; }

    public CellRef MeanFactor => At(top + 1, 3);

    public CellRef MeanMultiplier => At(top + 1, 4);

    public Vector CostProbabilities => sheet.Range(top + 2, First, top + 2, First + Costs - 1);

    public Vector OutcomeProbabilities => sheet.Range(top + 2, First + Costs, top + 2, First + Costs + Outcomes - 1);

    public Formula Factor(int cost) => OfState(top + 1, First + cost);

    public Formula Multiplier(int outcome) => OfState(top + 1, First + Costs + outcome);

    public Formula Payout(int outcome) => OfState(top + 3, First + Costs + outcome);

    public CellRef CostProbability(int cost) => At(top + 2, First + cost);

    public CellRef OutcomeProbability(int outcome) => At(top + 2, First + Costs + outcome);

    /// <summary>What the engagement costs the agency in a cost state.</summary>
    public CellRef CostIn(int cost) => At(top + 4, First + cost);

    /// <summary>What it is worth to the client in an outcome state.</summary>
    public CellRef ValueIn(int outcome) => At(top + 4, First + Costs + outcome);

    /// <summary>Expected amount of a row of states: constant, by cost state, by outcome state.</summary>
    public Formula Expected(int row) =>
        At(row, 4) * (CostMass.Fixed * OutcomeMass.Fixed)
        + Fn.SumProduct(CostProbabilities, sheet.Range(row, First, row, First + Costs - 1)) * OutcomeMass.Fixed
        + Fn.SumProduct(OutcomeProbabilities, sheet.Range(row, First + Costs, row, First + Costs + Outcomes - 1)) * CostMass.Fixed;

    public CellRef At(int row, int column) => sheet.Ref(row, column);

    // The row stays where it is when a formula is copied down.
    private Formula OfState(int row, int column) => new(FormattableString.Invariant($"{sheet.Prefix}{Sheet.Letters(column)}${row}"), At(row, column).Value);

    private void Payouts(Book book, InputsSheet inputs)
    {
        var kpis = book.Document.Scorecard?.Kpis ?? [];
        if (kpis.Count == 0)
        {
            for (var o = 0; o < Outcomes; o++)
                sheet.Figure(top + 3, First + Costs + o, 0, Number.Percent);
            return;
        }

        var (threshold, stretch, cap) = (inputs.Tables.Scorecard[0].Fixed, inputs.Tables.Scorecard[1].Fixed, inputs.Tables.Scorecard[2].Fixed);
        sheet.Heads(End, 2, book.Texts["table.payouts"], ">" + book.Texts["head.weight"]);
        var first = End + 1;
        for (var k = 0; k < kpis.Count; k++)
        {
            sheet.Text(first + k, 2, kpis[k].Name);
            sheet.Put(first + k, 3, inputs.Tables.Scorecard[3 + k].Fixed, Number.Percent);
            for (var o = 0; o < Outcomes; o++)
            {
                var achieved = inputs.Tables.OutcomeStates[o].Achievements[k];
                var above = Fn.Min(cap, 1 + (achieved - (Formula)1) / (stretch - 1) * (cap - 1));
                var upTo = (achieved - threshold) / (1 - threshold);
                sheet.Put(first + k, First + Costs + o, Fn.If(achieved < threshold, 0, Fn.If(achieved <= (Formula)1, upTo, above)), Number.Percent);
            }
        }

        var end = first + kpis.Count - 1;
        for (var o = 0; o < Outcomes; o++)
            sheet.Put(top + 3, First + Costs + o, Fn.SumProduct(sheet.Column(3, first, end), sheet.Column(First + Costs + o, first, end)), Number.Percent);
        End = end + 2;
    }
}
