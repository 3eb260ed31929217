using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>Sums of the work, a column for each phase; every fee rests on them.</summary>
internal sealed class WorkTable
{
    /// <summary>Rows that the table takes.</summary>
    public const int Height = 13;

    private const int FirstPhase = 3, Sum = 7;

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly int top;

    public WorkTable(Book book, int row, InputsSheet inputs, HoursSheet hours, AiSheet ai, ThirdPartySheet thirdParty)
    {
        this.book = book;
        (sheet, top) = (book.Fees, row);
        var t = book.Texts;
        sheet.Text(row, 2, t["table.work"], Look.Head);
        for (var p = 0; p < 4; p++)
            sheet.Text(row, FirstPhase + p, book.Word(p < 3 ? (Phase)p : null), Look.HeadRight);
        sheet.Text(row, Sum, t["total"], Look.HeadRight);

        PlannedHours = Row(1, "plannedHours", Number.Hours, phase => Fn.SumIfs(hours.Planned, (hours.Phases, phase)));
        ExpectedHours = Row(2, "expectedHours", Number.Hours, phase => Fn.SumIfs(hours.Expected, (hours.Phases, phase)));
        Labour = Row(3, "labour", Number.Money, phase => Fn.SumIfs(hours.Labour, (hours.Phases, phase)));
        DirectLabour = Row(4, "directLabour", Number.Money, phase => Fn.SumIfs(hours.DirectLabour, (hours.Phases, phase)));
        PlannedLabour = Row(5, "plannedLabour", Number.Money, phase => Fn.SumIfs(hours.PlannedLabour, (hours.Phases, phase)));
        CardValue = Row(6, "cardValue", Number.Money, phase => Fn.SumIfs(hours.CardValue, (hours.Phases, phase)));
        Ai = Row(7, "ai", Number.Money, phase => Fn.SumIfs(ai.Costs, (ai.Phases, phase)));
        ThirdParty = Row(8, "thirdParty", Number.Money, phase => Fn.SumIfs(thirdParty.Costs, (thirdParty.Phases, phase)));
        ThirdPartyRisk = Row(9, "thirdPartyRisk", Number.Money, phase => Fn.SumIfs(thirdParty.Risks, (thirdParty.Phases, phase)));
        Levy = Row(10, "levy", Number.Money, phase => inputs.LevyRate.Fixed * Fn.SumIfs(thirdParty.Artists, (thirdParty.Phases, phase)));
        Total = TotalRow();
    }

    public int PlannedHours { get; }

    public int ExpectedHours { get; }

    public int Labour { get; }

    public int DirectLabour { get; }

    public int PlannedLabour { get; }

    public int CardValue { get; }

    public int Ai { get; }

    public int ThirdParty { get; }

    public int ThirdPartyRisk { get; }

    public int Levy { get; }

    public int Total { get; }

    /// <summary>A row's sum over all phases.</summary>
    public CellRef Of(int row) => sheet.Ref(row, Sum);

    /// <summary>A row's sum over the phases that are flagged.</summary>
    public Formula Of(int row, Vector flags) => Fn.SumProduct(flags, sheet.Range(row, FirstPhase, row, FirstPhase + 2));

    private int Row(int at, string key, Number number, Func<Formula, Formula> of)
    {
        var row = top + at;
        sheet.Text(row, 2, book.Texts[$"work.{key}"]);
        for (var p = 0; p < 4; p++)
        {
            var head = new CellRef(sheet, top, FirstPhase + p, 0, book.Word(p < 3 ? (Phase)p : null));
            sheet.Put(row, FirstPhase + p, of(new(string.Concat(sheet.Prefix, Sheet.Letters(head.Column), "$", Text(top)), 0, Rank.Atom, head.Word)), number);
        }

        sheet.Put(row, Sum, Fn.Sum(sheet.Range(row, FirstPhase, row, FirstPhase + 3)), number, Look.Result);
        return row;
    }

    private int TotalRow()
    {
        var row = top + 11;
        sheet.Text(row, 2, book.Texts["work.total"], Look.TotalLabel);
        for (var column = FirstPhase; column <= Sum; column++)
        {
            Formula At(int of) => sheet.Ref(of, column);
            sheet.Put(row, column, At(Labour) + At(Ai) + At(ThirdParty) + At(Levy), Number.Money, Look.Total);
        }

        return row;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
