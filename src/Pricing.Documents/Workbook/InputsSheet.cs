using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Workbook;

/// <summary>Every input that belongs to no line of work: the agency's figures, rates, states and the terms of the fee structures.</summary>
internal sealed class InputsSheet
{
    private static readonly InputRule Fraction = new(0, 1), Amount = new(0, 1e12), Signed = new(-1e12, 1e12), Share = new(0, 1000);

    private readonly Book book;
    private readonly Sheet sheet;
    private int row = 7;

    public InputsSheet(Book book)
    {
        this.book = book;
        sheet = book.Inputs;
        Book.Head(sheet, book.Texts["inputs.title"], book.Texts.Say("inputs.subtitle", book.Currency));
        sheet.Width(44, 16, 16, 16, 17, 16, 19, 17, 16, 16, 16);

        var document = book.Document;
        Head("inputs.agency");
        AvailableHours = Line("availableHours", document.Agency.AvailableHours, Number.Hours, "h", "/agency/availableHours", new(1, 1e12));
        OnCostRate = Line("onCostRate", document.Agency.OnCostRate, Number.Percent, "share", "/agency/onCostRate", Share);
        OverheadRate = Line("overheadRate", document.Agency.OverheadRate, Number.Percent, "share", "/agency/overheadRate", Share);
        RiskTolerance = Line("riskTolerance", document.Agency.RiskTolerance, Number.Money, null, "/agency/riskTolerance", new(1, 1e12));
        VatRate = Line("vatRate", document.Agency.VatRate, Number.Percent, "share", "/agency/vatRate", Fraction);
        LevyRate = Line("artistSocialLevyRate", document.Agency.ArtistSocialLevyRate, Number.Percent, "share", "/agency/artistSocialLevyRate", Fraction);
        Discount = Line("rateCardDiscount", document.RateCard.Discount, Number.Percent, "share", "/rateCard/discount", Fraction);
        Realisation = Line("realisation", document.RateCard.Realisation, Number.Percent, "share", "/rateCard/realisation", Fraction);
        row++;

        Head("inputs.client");
        DiscountRate = Line("discountRate", document.Value.DiscountRate, Number.Percent, "shareYear", "/value/discountRate", Fraction);
        Deductible = Line("inputTaxDeductible", document.Value.InputTaxDeductible ?? true ? 1 : 0, Number.Whole, "yesNo", "/value/inputTaxDeductible", new(0, 1, IsWhole: true));
        ReferencePrice = Line("referencePrice", document.Value.ReferencePrice, Number.Money, null, "/value/referencePrice", Signed);
        ReferenceShare = Line("referenceValueShare", document.Value.ReferenceValueShare, Number.Percent, "share", "/value/referenceValueShare", Fraction);
        Tail = Line("tailProbability", document.TailProbability, Number.Percent, "share", "/tailProbability", new(0.000001, 1));
        row++;

        Head("inputs.rules");
        Decimals = Constant("decimals", book.Comparison.Currency.Decimals, Number.Whole, "decimals");
        sheet.Text(row, 2, book.Texts["input.minorUnits"]);
        MinorUnits = sheet.Put(row, 3, ((Formula)10).ToPower(Decimals.Fixed), Number.Whole);
        sheet.Text(row++, 5, book.Texts["input.minorUnits.source"], Look.Note);
        book.MinorUnits = MinorUnits.Fixed;
        Zero = Constant("zero", (double)Figure.ZeroTolerance, Number.Exact, "zero");
        MoneyTolerance = Line("moneyTolerance", 0.5m * MinorUnit(book.Comparison.Currency.Decimals), Number.Exact, null, null, Amount, "moneyTolerance");
        RatioTolerance = Line("ratioTolerance", 0.000001m, Number.Exact, "plain", null, Amount, "ratioTolerance");
        row++;

        Tables = new(book, row, this);
        Terms = new(book, Tables.End + 1);
    }

    public CellRef AvailableHours { get; }

    public CellRef OnCostRate { get; }

    public CellRef OverheadRate { get; }

    public CellRef RiskTolerance { get; }

    public CellRef VatRate { get; }

    public CellRef LevyRate { get; }

    public CellRef Discount { get; }

    public CellRef Realisation { get; }

    public CellRef DiscountRate { get; }

    public CellRef Deductible { get; }

    public CellRef ReferencePrice { get; }

    public CellRef ReferenceShare { get; }

    public CellRef Tail { get; }

    public CellRef Decimals { get; }

    public CellRef MinorUnits { get; }

    /// <summary>Magnitude up to which a figure counts as zero.</summary>
    public CellRef Zero { get; }

    public CellRef MoneyTolerance { get; }

    public CellRef RatioTolerance { get; }

    public InputTables Tables { get; }

    public StructureTerms Terms { get; }

    private static decimal MinorUnit(int decimals) => decimals == 0 ? 1 : 0.1m * MinorUnit(decimals - 1);

    private void Head(string key) =>
        sheet.Heads(row++, 2, book.Texts[key], ">" + book.Texts["head.value"], book.Texts["head.unit"], book.Texts["head.source"], "", "", "", "");

    private CellRef Line(string key, decimal value, Number number, string? unit, string? pointer, InputRule rule, string? note = null)
    {
        sheet.Text(row, 2, book.Texts[$"input.{key}"]);
        var cell = sheet.Input(row, 3, value, number, rule);
        sheet.Text(row, 4, unit is null ? book.Currency : book.Texts[$"unit.{unit}"], Look.Data);
        sheet.Text(row++, 5, pointer ?? book.Texts[$"input.{note}.source"], Look.Data);
        book.Names[$"In_{char.ToUpperInvariant(key[0])}{key[1..]}"] = cell;
        return cell;
    }

    private CellRef Constant(string key, double value, Number number, string note)
    {
        sheet.Text(row, 2, book.Texts[$"input.{key}"]);
        var cell = sheet.Figure(row, 3, value, number);
        sheet.Text(row, 4, "", Look.Data);
        sheet.Text(row++, 5, book.Texts[$"input.{note}.source"], Look.Data);
        return cell;
    }
}
