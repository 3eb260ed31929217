using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>Terms of one fee structure, or of a part of a combined one, as cells.</summary>
internal sealed class TermCells
{
    private readonly Dictionary<string, CellRef> cells = new(StringComparer.Ordinal);

    /// <summary>The price list's quantities and prices; null for every other structure.</summary>
    public (Vector Quantities, Vector Prices)? Units { get; set; }

    public Formula this[string term] => cells[term].Fixed;

    public bool Has(string term) => cells.ContainsKey(term);

    public void Add(string term, CellRef cell) => cells.Add(term, cell);
}

/// <summary>The list of terms on the sheet of inputs, a row for each.</summary>
internal sealed class StructureTerms
{
    private readonly Book book;
    private readonly Sheet sheet;
    private readonly Dictionary<(int Structure, int Part), TermCells> terms = [];
    private int row;

    public StructureTerms(Book book, int row)
    {
        (this.book, this.row) = (book, row);
        sheet = book.Inputs;
        sheet.Heads(this.row++, 2, book.Texts["table.terms"], ">" + book.Texts["head.value"], book.Texts["head.unit"], ">" + book.Texts["head.unitPrice"], book.Texts["head.structure"], "", "", "");
        sheet.Heights[row] = 30;
        var structures = book.Document.FeeStructures;
        for (var i = 0; i < structures.Count; i++)
        {
            var name = FeeRows.NameOf(book, structures[i], i);
            List(structures[i], name, i, -1);
            for (var p = 0; structures[i] is Combined combined && p < combined.Parts.Count; p++)
                List(combined.Parts[p].Structure, FeeRows.PartName(book, name, combined.Parts[p].Structure, p), i, p);
        }
    }

    public TermCells Of(int structure, int part = -1) => terms[(structure, part)];

    private void List(FeeStructure structure, string name, int index, int part)
    {
        var cells = new TermCells();
        terms.Add((index, part), cells);
        foreach (var (term, value, number) in TermsOf(structure))
            cells.Add(term, Line(book.Texts[$"term.{term}"], value, number, name));
        if (part < 0)
            cells.Add("discount", Line(book.Texts["term.discount"], structure.Discount, Number.Percent, name));
        if (structure is not PerUnit list)
            return;
        var first = row;
        foreach (var unit in list.Units)
        {
            sheet.Input(row, 5, unit.UnitPrice, Number.Rate, new(0, 1e12));
            Line(unit.Name, unit.Quantity, Number.General, name);
        }

        cells.Units = (sheet.Column(3, first, row - 1), sheet.Column(5, first, row - 1));
    }

    private CellRef Line(string label, decimal value, Number number, string name)
    {
        sheet.Text(row, 2, label);
        var cell = sheet.Input(row, 3, value, number, number == Number.Percent ? new(0, 1000) : new InputRule(0, 1e12));
        sheet.Text(row, 4, number switch
        {
            Number.Percent => book.Texts["unit.share"],
            Number.Money => book.Currency,
            Number.Rate => book.Texts.Say("unit.perHour", book.Currency),
            Number.Hours => book.Texts["unit.h"],
            Number.Whole => book.Texts["unit.months"],
            _ => book.Texts["unit.plain"],
        }, Look.Data);
        sheet.Text(row++, 6, name, Look.Data);
        return cell;
    }

    private static IEnumerable<(string, decimal, Number)> TermsOf(FeeStructure structure) => structure switch
    {
        Hourly hourly => [.. Optional("cap", hourly.Cap, Number.Money), .. Markups(hourly.AiMarkup, hourly.ThirdPartyMarkup)],
        Retainer retainer =>
        [
            ("months", retainer.Months, Number.Whole), ("includedHours", retainer.IncludedHours, Number.Hours), ("tolerance", retainer.Tolerance, Number.Percent),
            .. Optional("rate", retainer.Rate, Number.Rate), .. Markups(retainer.AiMarkup, retainer.ThirdPartyMarkup),
        ],
        Fixed fix => [("contingency", fix.Contingency, Number.Percent), ("margin", fix.Margin, Number.Percent), .. Markups(fix.AiMarkup, fix.ThirdPartyMarkup)],
        PerUnit unit => [("thirdPartyMarkup", unit.ThirdPartyMarkup, Number.Percent)],
        CostPlus plus =>
        [
            .. Optional("markup", plus.Markup, Number.Percent), .. Optional("fixedFee", plus.FixedFee, Number.Money),
            .. Optional("targetCost", plus.TargetCost, Number.Money), .. Optional("sharingRatio", plus.SharingRatio, Number.Percent),
        ],
        Commission commission => [("commissionRate", commission.Rate, Number.Percent), ("grossMedia", commission.GrossMedia, Number.Money)],
        ValueBased value => [("valueShare", value.ValueShare, Number.Percent), ("minimumMargin", value.MinimumMargin, Number.Percent)],
        Performance performance =>
        [
            ("baseFee", performance.BaseFee, Number.Money), ("valueShare", performance.ValueShare, Number.Percent),
            .. Optional("minimumFee", performance.MinimumFee, Number.Money), .. Optional("maximumFee", performance.MaximumFee, Number.Money),
        ],
        Hybrid hybrid => [("baseMargin", hybrid.BaseMargin, Number.Percent), ("bonusPool", hybrid.BonusPool, Number.Percent)],
        Licence licence =>
        [
            ("baseMargin", licence.BaseMargin, Number.Percent), ("usageType", licence.Usage.Type, Number.Factor), ("usageTerritory", licence.Usage.Territory, Number.Factor),
            ("usageTerm", licence.Usage.Term, Number.Factor), ("usageScope", licence.Usage.Scope, Number.Factor),
        ],
        Subscription subscription =>
        [
            ("setUpFee", subscription.SetUpFee, Number.Money), ("monthlyFee", subscription.MonthlyFee, Number.Money), ("months", subscription.Months, Number.Whole),
        ],
        GainShare gain => [("baselineCost", gain.BaselineCost, Number.Money), ("agencyShare", gain.AgencyShare, Number.Percent)],
        Combined => [],
        _ => throw new ArgumentException($"The workbook knows no structure of type {structure.Type}.", nameof(structure)),
    };

    private static IEnumerable<(string, decimal, Number)> Optional(string term, decimal? value, Number number) =>
        value is { } given ? [(term, given, number)] : [];

    private static IEnumerable<(string, decimal, Number)> Markups(decimal ai, decimal thirdParty) =>
        [("aiMarkup", ai, Number.Percent), ("thirdPartyMarkup", thirdParty, Number.Percent)];
}
