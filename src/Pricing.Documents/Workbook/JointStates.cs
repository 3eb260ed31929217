using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>Risk measures of a structure.</summary>
/// <param name="Variance">Variance of profit.</param>
/// <param name="Loss">Probability that the agency loses.</param>
/// <param name="Cvar">Mean of the agency's worst cases.</param>
/// <param name="ClientLoss">Probability that the client loses.</param>
/// <param name="ClientCvar">Mean of the client's worst cases.</param>
internal sealed record RiskCells(Formula Variance, Formula Loss, Formula Cvar, Formula ClientLoss, Formula ClientCvar);

/// <summary>All pairs of a cost and an outcome state, structure by structure, with profit and client surplus in each.</summary>
internal sealed class JointStates
{
    /// <summary>Most rows of all structures together; the risk measures of what is beyond are data.</summary>
    public const int Most = 2_000;

    private readonly Sheet sheet;
    private readonly StateColumns states;
    private readonly FeeRows fees;
    private readonly Formula netFee, tail, zero;
    private int row;

    public JointStates(Book book, int row, StateColumns states, FeeRows fees, ValueSheet value, InputsSheet inputs, Formula zero)
    {
        (sheet, this.states, this.fees, this.row) = (book.Data, states, fees, row);
        (netFee, tail, this.zero) = (value.CostOfNetFee.Fixed, inputs.Tail.Fixed, zero);
        var t = book.Texts;
        sheet.Heads(
            row, 2, t["table.joint"], ">" + t["head.costState"], ">" + t["head.outcomeState"], ">" + t["head.probability"], ">" + t["fees.expectedFee"], ">" + t["fees.expectedProfit"],
            ">" + t["fees.clientSurplus"], ">" + t["head.before"], ">" + t["head.taken"], ">" + t["head.clientBefore"], ">" + t["head.clientTaken"]);
        sheet.Heights[this.row++] = 42;
    }

    public int End => row + 1;

    private int Pairs => states.Costs * states.Outcomes;

    private int Used { get; set; }

    /// <summary>The measures of a structure; null where its states would make the sheet too long.</summary>
    public RiskCells? Add(FeeRow fee)
    {
        if (Used + Pairs > Most)
            return null;
        Used += Pairs;
        var first = row;
        for (var c = 0; c < states.Costs; c++)
        {
            for (var o = 0; o < states.Outcomes; o++)
                Pair(fee, c, o);
        }

        var last = row++ - 1;
        var weights = sheet.Column(5, first, last);
        var profits = sheet.Column(7, first, last);
        var surpluses = sheet.Column(8, first, last);
        var mean = Fn.SumProduct(weights, profits);
        Tail(first, last, 7, 9);
        Tail(first, last, 8, 11);
        return new(
            Fn.SumProduct(weights * (profits - mean) * (profits - mean)),
            Fn.SumProduct((profits < 0 - zero) * weights),
            Fn.SumProduct(sheet.Column(10, first, last), profits) / tail,
            Fn.SumProduct((surpluses < 0 - zero) * weights),
            Fn.SumProduct(sheet.Column(12, first, last), surpluses) / tail);
    }

    private void Pair(FeeRow structure, int cost, int outcome)
    {
        var at = fees.FeesOf(structure);
        sheet.Text(row, 2, structure.Name);
        sheet.Figure(row, 3, cost + 1, Number.Whole);
        sheet.Figure(row, 4, outcome + 1, Number.Whole);
        sheet.Put(row, 5, states.CostProbability(cost) * (Formula)states.OutcomeProbability(outcome), Number.Percent);
        var fee = sheet.Put(row, 6, states.At(at, 4) + (Formula)states.At(at, StateColumns.First + cost) + states.At(at, StateColumns.First + states.Costs + outcome), Number.Money);
        sheet.Put(row, 7, fee - (Formula)states.CostIn(cost), Number.Money);
        sheet.Put(row++, 8, states.ValueIn(outcome) - netFee * fee, Number.Money);
    }

    // The probability of everything worse, ties in the order of the rows; of each state as much is taken as the tail still has room for.
    private void Tail(int first, int last, int amounts, int to)
    {
        var all = sheet.Column(amounts, first, last);
        var weights = sheet.Column(5, first, last);
        for (var at = first; at <= last; at++)
        {
            var (amount, weight) = (states.At(at, amounts), states.At(at, 5));
            var ties = sheet.Column(amounts, first, at).Is(amount) * sheet.Column(5, first, at);
            var before = sheet.Put(at, to, Fn.SumProduct((all < amount) * weights) + Fn.SumProduct(ties) - weight, Number.Percent);
            sheet.Put(at, to + 1, Fn.Max(0, Fn.Min(weight, tail - before)), Number.Percent);
        }
    }
}
