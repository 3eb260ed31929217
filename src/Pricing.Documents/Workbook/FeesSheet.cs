using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>The comparison: results as printed, bargaining range, work by phase, and the workings they come from.</summary>
internal sealed class FeesSheet
{
    private const int First = 8;

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputsSheet inputs;
    private readonly ValueSheet value;
    private readonly int count, parts;
    private readonly Dictionary<(int, string), CellRef> results = [];

    public FeesSheet(Book book, InputsSheet inputs, HoursSheet hours, AiSheet ai, ThirdPartySheet thirdParty, ValueSheet value)
    {
        (this.book, this.inputs, this.value) = (book, inputs, value);
        sheet = book.Fees;
        var structures = book.Document.FeeStructures;
        count = structures.Count;
        parts = structures.OfType<Combined>().Sum(combined => combined.Parts.Count);
        var scenarios = book.Document.Scenarios;
        Book.Head(sheet, book.Texts["fees.title"], book.Texts.Say("fees.subtitle", scenarios.Cost.Count, scenarios.Outcome.Count, book.Currency));
        sheet.Width(50, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15);
        sheet.Frozen = (First, 3);
        sheet.PrintTitles = (2, 3);

        var more = First + count + 2;
        var ofParts = more + count + 2;
        var range = ofParts + (parts == 0 ? 0 : parts + 2);
        var workTable = range + 12;

        Work = new(book, workTable, inputs, hours, ai, thirdParty);
        RangeBlock(range);
        States = new(book, 7, inputs, Work, value);
        Rows = new(book, inputs, hours, Work, value, States);
        var joint = new JointStates(book, Rows.End, States, Rows, value, inputs, Zero.Fixed);
        Workings = new(book, this, inputs, value, Rows, joint);
        Results(First, FeeFigure.Main);
        Results(more + 1, FeeFigure.More);
        if (parts > 0)
            Parts(ofParts);
        Split = sheet.Put(range + 8, 3, SplitFormula(), Number.Percent);
        Largest();
        DataEnd = Workings.End;
        if (Workings.RisksAsData)
            sheet.Text(First + count + 1, 2, book.Texts.Say("fees.risksAsData", JointStates.Most), Look.Note);
        BookNames();
    }

    public WorkTable Work { get; }

    public StateColumns States { get; }

    public FeeRows Rows { get; }

    public FeeWorkings Workings { get; }

    public CellRef Floor { get; private set; }

    public CellRef FloorPrinted { get; private set; }

    public CellRef Ceiling { get; private set; }

    public CellRef CeilingPrinted { get; private set; }

    public CellRef Zopa { get; private set; }

    /// <summary>Magnitude up to which a figure counts as zero, never below the noise of doubles.</summary>
    public CellRef Zero { get; private set; }

    public CellRef Split { get; }

    /// <summary>First free row of the data sheet.</summary>
    public int DataEnd { get; }

    public CellRef Result(int structure, string figure) => results[(structure, figure)];

    /// <summary>Shows beside a fee what the service says, and whether every figure of the structure agrees.</summary>
    public void ShowTieOut(int structure, CellRef api, CellRef difference, Formula deviating)
    {
        var (row, column, t) = (First + structure, 3 + FeeFigure.Main.Length, book.Texts);
        if (structure == 0)
            sheet.Heads(First - 1, column, ">" + t["head.api"], ">" + t["head.difference"], ">" + t["head.check"]);
        sheet.Put(row, column, api, Number.Money);
        sheet.Put(row, column + 1, difference, Number.Money);
        sheet.Put(row, column + 2, Fn.If(deviating.Is(0), Formula.Literal(t["check.ok"]), Formula.Literal(t["check.failed"])), Number.Text, Look.Check);
        if (structure == count - 1)
            sheet.CheckAreas.Add($"{Sheet.Area(First, column + 2, row, column + 2).Replace("$", "", StringComparison.Ordinal)}");
    }

    /// <summary>Fee, cost or profit of all structures, for the chart.</summary>
    public string ResultArea(int column) => $"{sheet.Prefix}{Sheet.Area(First, column, First + count - 1, column)}";

    private void RangeBlock(int row)
    {
        var t = book.Texts;
        sheet.Heads(row, 2, t["table.range"], ">" + t["head.value"], ">" + t["head.printed"], t["head.formula"], "", "");
        var first = book.Document.FeeStructures.Select((structure, i) => (structure, i)).FirstOrDefault(pair => pair.structure is ValueBased);
        var margin = first.structure is null ? (Formula)0 : inputs.Terms.Of(first.i)["minimumMargin"];
        Zero = Line(row + 9, "zero", Fn.Max(inputs.Zero.Fixed, Fn.Abs(Work.Of(Work.Total)) * 1e-13), Number.Exact).Exact;
        Line(row + 1, "clientValue", value.Total.Fixed, Number.Money);
        Line(row + 2, "economicValue", value.EconomicValue.Fixed, Number.Money);
        Line(row + 3, "referencePrice", inputs.ReferencePrice.Fixed, Number.Money);
        var least = Line(row + 4, "minimumMargin", margin, Number.Percent).Exact;
        (Floor, FloorPrinted) = Line(row + 5, "floor", (Work.Of(Work.Labour) + (Formula)Work.Of(Work.Ai)) / (1 - (Formula)least) + Work.Of(Work.ThirdParty) + Work.Of(Work.Levy), Number.Money);
        (Ceiling, CeilingPrinted) = Line(row + 6, "ceiling", value.Ceiling.Fixed, Number.Money);
        Zopa = Line(row + 7, "zopa", Ceiling - (Formula)Floor, Number.Money).Printed;
        sheet.Text(row + 8, 2, t["range.split"]);
        sheet.Text(row + 8, 5, t["range.split.formula"], Look.Data);
    }

    private (CellRef Exact, CellRef Printed) Line(int row, string key, Formula formula, Number number)
    {
        sheet.Text(row, 2, book.Texts[$"range.{key}"]);
        sheet.Text(row, 5, book.Texts[$"range.{key}.formula"], Look.Data);
        var exact = sheet.Put(row, 3, formula, number);
        return (exact, number == Number.Money ? sheet.Put(row, 4, book.Rounded(exact), number, Look.Result) : exact);
    }

    private void Results(int first, FeeFigure[] figures)
    {
        sheet.Text(first - 1, 2, book.Texts["head.structure"], Look.Head);
        sheet.Heights[first - 1] = 42;
        for (var f = 0; f < figures.Length; f++)
            sheet.Text(first - 1, 3 + f, FeeTitle(figures[f]), Look.HeadRight, wrapped: true);
        for (var i = 0; i < count; i++)
        {
            sheet.Text(first + i, 2, FeeRows.NameOf(book, book.Document.FeeStructures[i], i));
            for (var f = 0; f < figures.Length; f++)
                results[(i, figures[f].Key)] = sheet.Put(first + i, 3 + f, Printed(i, figures[f]), figures[f].Number);
        }
    }

    private string FeeTitle(FeeFigure figure) => figure.Key switch
    {
        "profitCvar" or "clientCvar" => book.Texts.Say($"fees.{figure.Key}", (book.Document.TailProbability * 100).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)),
        _ => book.Texts[$"fees.{figure.Key}"],
    };

    private Formula Printed(int structure, FeeFigure figure)
    {
        var exists = Workings.Feasible(structure).Is(1);
        return figure.Key switch
        {
            "vat" => IfNumber(Result(structure, "expectedFee"), fee => Fn.Round(Fn.Round(inputs.VatRate.Fixed * fee, 9), inputs.Decimals.Fixed)),
            "gross" => IfNumber(Result(structure, "vat"), vat => Result(structure, "expectedFee") + vat),
            "rangePosition" => IfNumber(Result(structure, "expectedFee"), fee => Fn.If(fee < FloorPrinted.Fixed, Position("Below"), Fn.If(fee > CeilingPrinted.Fixed, Position("Above"), Position("Inside")))),
            "gap" => Fn.If(exists, book.NotApplicable, book.Rounded(Workings.Of(structure, figure.Key))),
            _ when figure.IsAlways => book.Rounded(Workings.Of(structure, figure.Key)),
            "effectiveHourlyRate" => Fn.If(Fn.And(exists, Fn.IsNumber(Workings.Of(structure, figure.Key))), RoundedNumber(Workings.Of(structure, figure.Key)), book.NotApplicable),
            _ when figure.Number == Number.Money => Fn.If(exists, book.Rounded(Workings.Of(structure, figure.Key)), book.NotApplicable),
            _ => Fn.If(exists, Workings.Of(structure, figure.Key), book.NotApplicable),
        };
    }

    private Formula RoundedNumber(CellRef cell) => book.Rounded(cell with { Word = null });

    private Formula IfNumber(CellRef cell, Func<Formula, Formula> then) => Fn.If(Fn.IsNumber(cell), then(cell), book.NotApplicable);

    private Formula Position(string position) => Formula.Literal(book.Texts[$"position.{position}"]);

    private void Parts(int row)
    {
        var t = book.Texts;
        sheet.Heads(row, 2, t["table.parts"], ">" + t["fees.expectedFee"], ">" + t["fees.expectedCost"], ">" + t["fees.expectedProfit"], ">" + t["fees.profitMargin"]);
        foreach (var part in Rows.Rows.Where(part => part.Part >= 0))
        {
            row++;
            var exists = Workings.Feasible(part.Index).Is(1);
            var cost = part.Labour * States.MeanFactor.Fixed + part.Ai + part.ThirdParty + part.Levy;
            sheet.Text(row, 2, part.Name);
            Keep("expectedFee", 3, Fn.If(exists, book.Rounded(part.Fee), book.NotApplicable), Number.Money);
            Keep("expectedCost", 4, Fn.If(exists, book.Rounded(cost), book.NotApplicable), Number.Money);
            Keep("expectedProfit", 5, Fn.If(exists, book.Rounded(part.Fee - cost), book.NotApplicable), Number.Money);
            Keep("profitMargin", 6, Fn.If(exists, book.Ratio(part.Fee - cost, part.Fee, Zero.Fixed), book.NotApplicable), Number.Percent);

            void Keep(string figure, int column, Formula formula, Number number) =>
                results[(part.Index, $"part{part.Part + 1}.{figure}")] = sheet.Put(row, column, formula, number);
        }
    }

    private Formula SplitFormula()
    {
        var first = Rows.Rows.FirstOrDefault(row => row is { Part: -1, Structure: ValueBased });
        if (first is null)
            return book.NotApplicable;
        var span = Ceiling - (Formula)Floor;
        return Fn.If(first.Feasible!.Value.Is(1), book.Ratio(first.Fee - (Formula)Floor, span, inputs.Zero.Fixed), book.NotApplicable);
    }

    private void Largest()
    {
        var row = First + count;
        sheet.Text(row, 2, book.Texts["fees.largest"], Look.TotalLabel);
        for (var f = 0; f < FeeFigure.Main.Length; f++)
            sheet.Put(row, 3 + f, Highest(sheet.Column(3 + f, First, First + count - 1)), FeeFigure.Main[f].Number, Look.Total);
    }

    // MAX ignores the texts of structures without a fee.
    private static Formula Highest(Vector range)
    {
        var numbers = range.Values.Where((_, i) => range.Words![i] is null).ToList();
        return new($"MAX({range.Text})", numbers.Count == 0 ? 0 : numbers.Max());
    }

    private void BookNames()
    {
        foreach (var ((structure, figure), cell) in results)
        {
            var part = figure.Split('.');
            var end = string.Concat(part.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            book.Names[FormattableString.Invariant($"Out_S{structure + 1}_{end}")] = cell;
        }

        book.Names["Out_Split"] = Split;
    }
}
