using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Engagements;
using Pricing.Model.Value;

namespace Pricing.Documents.Workbook;

/// <summary>What the work is worth to the client: drivers, present values, and the month by which a fee is paid back.</summary>
internal sealed class ValueSheet
{
    private const int Horizon = 240;

    // 0^0 is an error in some programs; this stands for a retention of 0 and vanishes in every other power.
    private const double Tiny = 1e-300;

    private readonly Book book;
    private readonly Sheet sheet;
    private readonly int last, months;

    public ValueSheet(Book book, InputsSheet inputs)
    {
        this.book = book;
        sheet = book.Value;
        var drivers = book.Document.Value.Drivers;
        var t = book.Texts;
        Book.Head(sheet, t["value.title"], t.Say("value.subtitle", book.Currency));
        sheet.Width(46, 16, 16, 16, 12, 14, 14, 15, 16, 16);
        sheet.Frozen = (8, 3);
        sheet.PrintTitles = (7, 7);
        sheet.Heads(
            7, 2, t["head.driver"], ">" + t["head.firstMonth"], ">" + t["head.retention"], ">" + t["head.months"], ">" + t["head.delay"], ">" + t["head.attribution"],
            ">" + t["head.confidence"], ">" + t["head.retentionForPowers"], ">" + t["head.presentValue"], ">" + t["head.counted"]);
        sheet.Heights[7] = 42;
        last = Math.Max(7 + drivers.Count, 8);
        months = last + 14;
        sheet.LastPrinted = last + 9;

        MonthHeads();
        DriverRows(inputs);
        Total = Sum(last + 1, t["value.total"], 11, Fn.Sum(sheet.Column(11, 8, last)), Number.Money);

        var at = last + 3;
        sheet.Heads(at++, 2, t["value.range"], ">" + t["head.value"], t["head.unit"], t["head.formula"], "", "");
        CostOfNetFee = Line(at++, "costOfNetFee", Fn.If(inputs.Deductible.Fixed.Is(1), 1, 1 + inputs.VatRate.Fixed), Number.Factor, t["unit.plain"]);
        ReferenceValue = Line(at++, "referenceValue", inputs.ReferenceShare.Fixed * Total.Fixed, Number.Money, book.Currency);
        EconomicValue = Line(at++, "economicValue", inputs.ReferencePrice.Fixed + (Total.Fixed - ReferenceValue) / CostOfNetFee, Number.Money, book.Currency);
        Ceiling = Line(at++, "ceiling", Fn.Min(Total.Fixed / CostOfNetFee, EconomicValue), Number.Money, book.Currency);
        Alternative = Line(at, "alternative", ReferenceValue - inputs.ReferencePrice.Fixed * CostOfNetFee, Number.Money, book.Currency);
        Months();
    }

    /// <summary>V.</summary>
    public CellRef Total { get; }

    /// <summary>u: what a net fee of 1 costs the client.</summary>
    public CellRef CostOfNetFee { get; }

    public CellRef ReferenceValue { get; }

    public CellRef EconomicValue { get; }

    public CellRef Ceiling { get; }

    /// <summary>Surplus that the next best alternative would leave the client.</summary>
    public CellRef Alternative { get; }

    /// <summary>Highest benefit added up so far, month by month to the horizon of the payback.</summary>
    private Vector Reached { get; set; } = null!;

    /// <summary>First month in which the undiscounted counted benefit reaches an outlay, or the word for none.</summary>
    public Formula PaybackMonth(Formula outlay, Formula zero)
    {
        var month = Fn.SumProduct((Reached < outlay - zero) * 1) + 1;
        return Fn.If(month > ValueModel.PaybackHorizon, book.NotApplicable, month);
    }

    private void DriverRows(InputsSheet inputs)
    {
        var month = sheet.Column(2, months, months + Horizon - 1);
        var growth = 1 + inputs.DiscountRate.Fixed / 12;
        for (var i = 0; i < book.Document.Value.Drivers.Count; i++)
        {
            var driver = book.Document.Value.Drivers[i];
            var row = 8 + i;
            sheet.Text(row, 2, driver.Name);
            var first = sheet.Input(row, 3, driver.FirstMonth, Number.Money, new(-1e12, 1e12));
            var retention = sheet.Input(row, 4, driver.MonthlyRetention, Number.Percent, new(0, 1.1));
            Formula term = sheet.Input(row, 5, driver.Months, Number.Whole, new(1, 240, IsWhole: true));
            Formula delay = sheet.Input(row, 6, driver.DelayMonths, Number.Whole, new(0, 240, IsWhole: true));
            var attribution = sheet.Input(row, 7, driver.Attribution, Number.Percent, new(0, 1));
            var confidence = sheet.Input(row, 8, driver.Confidence, Number.Percent, new(0, 1));
            Formula kept = sheet.Put(row, 9, Fn.Max(retention, Tiny), Number.Percent);
            var discounted = Fn.SumProduct((month <= term) * Vector.Power(kept, month - 1) / Vector.Power(growth, delay + month));
            var worth = sheet.Put(row, 10, first * discounted, Number.Money);
            sheet.Put(row, 11, (Formula)worth * attribution * confidence, Number.Money);
            Provenance(row, driver);
        }
    }

    // Columns are headed only once a driver has something to say in them.
    private void Provenance(int row, ValueDriver driver)
    {
        foreach (var (column, key, text) in new[] { (12, "formula", driver.Formula), (13, "attributionMethod", driver.AttributionMethod), (14, "dataOwner", driver.DataOwner), (15, "source", driver.Source) })
        {
            if (text is null)
                continue;
            sheet.Text(7, column, book.Texts[$"head.{key}"], Look.Head);
            sheet.Text(row, column, text, Look.Data);
            sheet.Widths[column] = 30;
        }
    }

    private void MonthHeads()
    {
        var t = book.Texts;
        sheet.Heads(months - 1, 2, t["value.months"], ">" + t["head.benefit"], ">" + t["head.cumulated"], ">" + t["head.reached"]);
        sheet.Heights[months - 1] = 30;
        for (var month = 1; month <= Horizon; month++)
            sheet.Figure(months + month - 1, 2, month, Number.Whole);
    }

    private void Months()
    {
        var (first, kept, term, delay) = (sheet.Column(3, 8, last), sheet.Column(9, 8, last), sheet.Column(5, 8, last), sheet.Column(6, 8, last));
        var counted = first * sheet.Column(7, 8, last) * sheet.Column(8, 8, last);
        var end = delay + term;
        CellRef? sum = null, reached = null;
        for (var month = 1; month <= ValueModel.PaybackHorizon; month++)
        {
            var row = months + month - 1;
            Formula now = new CellRef(sheet, row, 2, month, null);
            var started = delay < now;
            var benefit = book.Document.Value.Drivers.Count == 0
                ? sheet.Figure(row, 3, 0, Number.Money)
                : sheet.Put(row, 3, Fn.SumProduct(counted * kept.ToPower((now - 1 - delay) * started) * started * (end >= now)), Number.Money);
            sum = sheet.Put(row, 4, sum is { } before ? before + (Formula)benefit : benefit, Number.Money);
            reached = sheet.Put(row, 5, reached is { } most ? Fn.Max(most, sum.Value) : sum.Value, Number.Money);
        }

        Reached = sheet.Column(5, months, months + ValueModel.PaybackHorizon - 1);
    }

    private CellRef Line(int row, string key, Formula formula, Number number, string unit)
    {
        sheet.Text(row, 2, book.Texts[$"value.{key}"]);
        var cell = sheet.Put(row, 3, formula, number);
        sheet.Text(row, 4, unit, Look.Data);
        sheet.Text(row, 5, book.Texts[$"value.{key}.formula"], Look.Data);
        return cell;
    }

    private CellRef Sum(int row, string label, int column, Formula formula, Number number)
    {
        sheet.Text(row, 2, label, Look.TotalLabel);
        for (var blank = 3; blank < column; blank++)
            sheet.Text(row, blank, "", Look.TotalLabel);
        return sheet.Put(row, column, formula, number, Look.Total);
    }
}
