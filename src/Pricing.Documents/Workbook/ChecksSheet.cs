using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>What must hold, whether it does, and the state of the whole.</summary>
internal sealed class ChecksSheet
{
    private const int First = 8;

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputsSheet inputs;
    private int row = First;

    public ChecksSheet(Book book, InputsSheet inputs, HoursSheet hours, AiSheet ai, ThirdPartySheet thirdParty, FeesSheet fees, SummarySheet summary)
    {
        (this.book, this.inputs) = (book, inputs);
        sheet = book.Checks;
        var t = book.Texts;
        Book.Head(sheet, t["checks.title"], t["checks.subtitle"]);
        sheet.Width(62, 24, 24, 18, 16, 14);
        sheet.Frozen = (First, 1);
        sheet.PrintTitles = (7, 7);
        sheet.Heads(7, 2, t["head.check"], ">" + t["head.result"], ">" + t["head.expectedResult"], ">" + t["head.difference"], ">" + t["head.tolerance"], ">" + t["head.state"]);

        var (work, states) = (fees.Work, fees.States);
        var lines = Fn.Sum(hours.Labour) + Fn.Sum(ai.Costs) + Fn.Sum(thirdParty.Costs) + thirdParty.Levy;
        var byPhase = Fn.Sum(new Vector($"{book.Fees.Prefix}{Sheet.Area(work.Total, 3, work.Total, 6)}", book.Fees.Range(work.Total, 3, work.Total, 6).Values));
        Add(t["check.lines"], lines, work.Of(work.Total), Money);
        Add(t["check.byPhase"], byPhase, work.Of(work.Total), Money);
        Add(t["check.hoursByRole"], Fn.Sum(hours.RoleHours), work.Of(work.ExpectedHours), Ratio);
        Add(t["check.labourByRole"], Fn.Sum(hours.RoleLabour), work.Of(work.Labour), Money);
        Add(t["check.levy"], thirdParty.Levy, work.Of(work.Levy), Money);
        Add(t["check.costProbabilities"], states.CostMass, 1, Ratio);
        Add(t["check.outcomeProbabilities"], states.OutcomeMass, 1, Ratio);
        Add(t["check.meanFactor"], states.MeanFactor, 1, Ratio);
        Add(t["check.meanMultiplier"], states.MeanMultiplier, 1, Ratio);
        Add(t["check.prices"], ai.Prices, ai.Priced, Ratio);
        Add(t["check.currencies"], inputs.Tables.RatesGiven, book.Document.ExchangeRates.Count + 1, Ratio);

        foreach (var (label, cell, api, isMoney) in summary.Keys)
            Add(t.Say("check.api", label), cell, api, isMoney ? Money : Ratio);
        if (book.Comparison.Split is { } split)
            Add(t.Say("check.api", t["range.split"]), fees.Split, (double)split.Value, Ratio);

        for (var i = 0; i < book.Document.FeeStructures.Count; i++)
        {
            var name = FeeRows.NameOf(book, book.Document.FeeStructures[i], i);
            if (book.Comparison.Structures[i].Feasible)
                Add(t.Say("check.gross", name), fees.Result(i, "expectedFee") + (Formula)fees.Result(i, "vat"), fees.Result(i, "gross"), Money);
        }

        foreach (var (name, differences) in new ApiFigures(book, fees, inputs).Structures)
            Add(t.Say("check.structure", name), differences, 0, Ratio);
        Overall();
    }

    public CellRef State { get; private set; }

    public CellRef Passed { get; private set; }

    public int Count => row - First;

    private Formula Money => inputs.MoneyTolerance.Fixed;

    private Formula Ratio => inputs.RatioTolerance.Fixed;

    private void Add(string what, Formula result, Formula expected, Formula tolerance)
    {
        sheet.Text(row, 2, what);
        var found = sheet.Put(row, 3, result, Number.Exact);
        var wanted = sheet.Put(row, 4, expected, Number.Exact);
        var difference = sheet.Put(row, 5, Fn.Abs(found - (Formula)wanted), Number.Exact);
        var allowed = sheet.Put(row, 6, tolerance, Number.Exact);
        sheet.Put(row, 7, Fn.If(difference <= (Formula)allowed, Formula.Literal(book.Texts["check.ok"]), Formula.Literal(book.Texts["check.failed"])), Number.Text, Look.Check);
        row++;
    }

    private void Overall()
    {
        var states = new Vector($"{sheet.Prefix}{Sheet.Area(First, 7, row - 1, 7)}", [], null);
        var cells = sheet.Range(First, 7, row - 1, 7).Words!;
        var ok = book.Texts["check.ok"];
        var passed = cells.Count(word => word == ok);
        sheet.CheckAreas.Add(states.Text[sheet.Prefix.Length..].Replace("$", "", StringComparison.Ordinal));
        sheet.Text(row, 2, book.Texts["check.passed"], Look.TotalLabel);
        for (var column = 4; column <= 7; column++)
            sheet.Text(row, column, "", Look.TotalLabel);
        Passed = sheet.Put(row, 3, new($"COUNTIF({states.Text},\"{ok}\")", passed), Number.Whole, Look.Total);
        var state = Fn.If(Passed.Is(Count), Formula.Literal(ok), Formula.Literal(book.Texts["check.failed"]));
        book.ShowState(sheet, state, Passed.Fixed, Count);
        State = new(sheet, 5, 3, 0, state.Word);
        sheet.Text(row + 2, 2, book.Texts["checks.changed"], Look.Note);
    }
}
