using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>A structure, or a part of a combined one, with the cells its fee rests on.</summary>
internal sealed class FeeRow
{
    public required int Index { get; init; }

    public required int Part { get; init; }

    public required FeeStructure Structure { get; init; }

    public required string Name { get; init; }

    public required TermCells Terms { get; init; }

    public required IReadOnlyList<Phase>? Phases { get; init; }

    /// <summary>Row in the block of listed fees; the fee after discount stands as far down the next block.</summary>
    public required int Position { get; init; }

    public CellRef Hours { get; set; }

    public CellRef Labour { get; set; }

    public CellRef PlannedLabour { get; set; }

    public CellRef CardValue { get; set; }

    public CellRef Ai { get; set; }

    public CellRef ThirdParty { get; set; }

    public CellRef ThirdPartyRisk { get; set; }

    public CellRef Levy { get; set; }

    /// <summary>Whether there is a fee, 1 or 0; null where there always is.</summary>
    public CellRef? Feasible { get; set; }

    /// <summary>Floor less ceiling.</summary>
    public CellRef? Gap { get; set; }

    public CellRef Floor { get; set; }

    public CellRef Ceiling { get; set; }

    /// <summary>Planned hours of a licence's authors at card rates.</summary>
    public CellRef Idea { get; set; }

    public CellRef ListFee { get; set; }

    public CellRef Fee { get; set; }

    public Formula PassThrough => ThirdParty + (Formula)Levy;
}

/// <summary>Every fee in every state, before and after discount.</summary>
internal sealed class FeeRows
{
    private readonly Book book;
    private readonly Sheet sheet;
    private readonly InputsSheet inputs;
    private readonly WorkTable work;
    private readonly StateColumns states;
    private readonly int basis, listed, fees;

    public FeeRows(Book book, InputsSheet inputs, HoursSheet hours, WorkTable work, ValueSheet value, StateColumns states)
    {
        (this.book, this.inputs, this.work, this.states) = (book, inputs, work, states);
        sheet = book.Data;
        Rows = [.. Enumerate()];
        var ideas = new IdeaRows(book, states.End, inputs, hours);
        foreach (var row in Rows)
        {
            if (row.Structure is Licence licence)
                row.Idea = ideas.Add(row.Name, licence);
        }

        basis = ideas.End + 1;
        listed = basis + Rows.Count + 2;
        fees = listed + Rows.Count + 2;
        Heads();
        foreach (var row in Rows)
            Basis(row);
        foreach (var group in Rows.GroupBy(row => row.Index))
            Price([.. group], value);
        End = fees + Rows.Count + 2;
    }

    public IReadOnlyList<FeeRow> Rows { get; }

    public int End { get; }

    /// <summary>Row that holds a fee after discount, state by state.</summary>
    public int FeesOf(FeeRow row) => fees + row.Position;

    public static string NameOf(Book book, FeeStructure structure, int index) =>
        structure.Name ?? book.Texts.Say("structure.unnamed", book.Texts[$"type.{structure.Type}"], index + 1);

    public static string PartName(Book book, string whole, FeeStructure structure, int part) =>
        $"{whole}: {structure.Name ?? book.Texts.Say("structure.unnamed", book.Texts[$"type.{structure.Type}"], part + 1)}";

    private IEnumerable<FeeRow> Enumerate()
    {
        var structures = book.Document.FeeStructures;
        var position = 1;
        for (var i = 0; i < structures.Count; i++)
        {
            var name = NameOf(book, structures[i], i);
            yield return new() { Index = i, Part = -1, Structure = structures[i], Name = name, Terms = inputs.Terms.Of(i), Phases = null, Position = position++ };
            for (var p = 0; structures[i] is Combined combined && p < combined.Parts.Count; p++)
            {
                var part = combined.Parts[p];
                yield return new()
                {
                    Index = i,
                    Part = p,
                    Structure = part.Structure,
                    Name = PartName(book, name, part.Structure, p),
                    Terms = inputs.Terms.Of(i, p),
                    Phases = part.Phases,
                    Position = position++,
                };
            }
        }
    }

    private void Heads()
    {
        var t = book.Texts;
        sheet.Heads(
            basis, 2, t["table.basis"], ">" + t["phase.Strategy"], ">" + t["phase.Ideation"], ">" + t["phase.Production"], ">" + t["work.expectedHours"], ">" + t["work.labour"],
            ">" + t["work.plannedLabour"], ">" + t["work.cardValue"], ">" + t["work.ai"], ">" + t["work.thirdParty"], ">" + t["work.thirdPartyRisk"], ">" + t["work.levy"],
            ">" + t["fees.floor"], ">" + t["fees.ceiling"], ">" + t["fees.gap"], ">" + t["fees.feasible"]);
        sheet.Heights[basis] = 42;
        foreach (var (row, key) in new[] { (listed, "table.listed"), (fees, "table.fees") })
        {
            sheet.Heads(row, 2, t[key], ">" + t["head.expectedAmount"], ">" + t["head.everyState"]);
            sheet.Heights[row] = 30;
            for (var c = 0; c < states.Costs; c++)
                sheet.Text(row, StateColumns.First + c, t.Say("state.cost", c + 1), Look.HeadRight, wrapped: true);
            for (var o = 0; o < states.Outcomes; o++)
                sheet.Text(row, StateColumns.First + states.Costs + o, book.Document.Scenarios.Outcome[o].Name, Look.HeadRight, wrapped: true);
        }
    }

    private void Basis(FeeRow row)
    {
        var at = basis + row.Position;
        sheet.Text(at, 2, row.Name);
        for (var phase = Phase.Strategy; phase <= Phase.Production && row.Phases is not null; phase++)
            sheet.Figure(at, 3 + (int)phase, row.Phases.Contains(phase) ? 1 : 0, Number.Whole);
        row.Hours = Sum(6, work.ExpectedHours, Number.Hours);
        row.Labour = Sum(7, work.Labour);
        row.PlannedLabour = Sum(8, work.PlannedLabour);
        row.CardValue = Sum(9, work.CardValue);
        row.Ai = Sum(10, work.Ai);
        row.ThirdParty = Sum(11, work.ThirdParty);
        row.ThirdPartyRisk = Sum(12, work.ThirdPartyRisk);
        row.Levy = Sum(13, work.Levy);

        CellRef Sum(int column, int of, Number number = Number.Money) =>
            sheet.Put(at, column, row.Phases is null ? work.Of(of).Fixed : work.Of(of, sheet.Range(at, 3, at, 5)), number);
    }

    private void Price(IReadOnlyList<FeeRow> rows, ValueSheet value)
    {
        var whole = rows[0];
        var parts = rows.Skip(1).ToList();
        if (parts.Count == 0)
        {
            Price(whole, value, value.Ceiling.Fixed, whole.Terms["discount"]);
            return;
        }

        var discount = whole.Terms["discount"];
        var bounded = parts.FirstOrDefault(part => part.Structure is ValueBased);
        foreach (var part in parts.Where(part => part != bounded))
            Price(part, value, value.Ceiling.Fixed, discount);
        if (bounded is not null)
        {
            var ceiling = parts.Where(part => part != bounded).Aggregate(value.Ceiling.Fixed, (left, part) => left - part.Fee);
            Price(bounded, value, ceiling, discount);
            (whole.Feasible, whole.Gap) = (bounded.Feasible, bounded.Gap);
        }

        foreach (var (block, isFee) in new[] { (listed, false), (fees, true) })
        {
            var at = block + whole.Position;
            sheet.Text(at, 2, whole.Name);
            for (var column = 4; column < StateColumns.First + states.Costs + states.Outcomes; column++)
                sheet.Put(at, column, Fn.Sum(sheet.Column(column, at + 1, at + parts.Count)), Number.Money, Look.Result);
            var expected = sheet.Put(at, 3, states.Expected(at), Number.Money, Look.Result);
            if (isFee)
                whole.Fee = expected;
            else
                whole.ListFee = expected;
        }
    }

    private void Price(FeeRow row, ValueSheet value, Formula ceiling, Formula discount)
    {
        if (row.Structure is ValueBased)
            Bound(row, ceiling);
        var formula = new FeeFormula(row, states, inputs, value);
        foreach (var block in new[] { listed, fees })
            sheet.Text(block + row.Position, 2, row.Name);

        foreach (var (column, listPrice) in formula.Columns())
        {
            var cell = sheet.Put(listed + row.Position, column, listPrice, Number.Money);
            sheet.Put(fees + row.Position, column, cell - discount * Fn.Max(0, cell - row.PassThrough), Number.Money);
        }

        row.ListFee = sheet.Put(listed + row.Position, 3, states.Expected(listed + row.Position), Number.Money, Look.Result);
        row.Fee = sheet.Put(fees + row.Position, 3, states.Expected(fees + row.Position), Number.Money, Look.Result);
    }

    private void Bound(FeeRow row, Formula ceiling)
    {
        var at = basis + row.Position;
        row.Floor = sheet.Put(at, 14, (row.Labour + (Formula)row.Ai) / (1 - row.Terms["minimumMargin"]) + row.ThirdParty + row.Levy, Number.Money);
        row.Ceiling = sheet.Put(at, 15, ceiling, Number.Money);
        row.Gap = sheet.Put(at, 16, row.Floor - (Formula)row.Ceiling, Number.Money);
        row.Feasible = sheet.Put(at, 17, Fn.If(row.Gap.Value > inputs.Zero.Fixed, 0, 1), Number.Whole);
    }
}
