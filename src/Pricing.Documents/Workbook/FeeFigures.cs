using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Workbook;

/// <summary>A figure of a structure: how it is written and what the service says.</summary>
/// <param name="Key">Key of its text, and the end of its name.</param>
/// <param name="Number">How it is written; money is rounded.</param>
/// <param name="Api">The service's figure.</param>
internal sealed record FeeFigure(string Key, Number Number, Func<StructureComparison, object?> Api)
{
    /// <summary>The first table of the sheet of fee structures, as in the summary.</summary>
    public static readonly FeeFigure[] Main =
    [
        new("expectedFee", Number.Money, column => column.ExpectedFee),
        new("expectedCost", Number.Money, column => column.ExpectedCost),
        new("expectedProfit", Number.Money, column => column.ExpectedProfit),
        new("profitMargin", Number.Percent, column => column.ProfitMargin),
        new("lossProbability", Number.Percent, column => column.LossProbability),
        new("profitCvar", Number.Money, column => column.ProfitCvar),
        new("certaintyEquivalent", Number.Money, column => column.CertaintyEquivalent),
        new("clientSurplus", Number.Money, column => column.ClientSurplus),
        new("vat", Number.Money, column => column.Vat),
        new("gross", Number.Money, column => column.Gross),
    ];

    /// <summary>The second table.</summary>
    public static readonly FeeFigure[] More =
    [
        new("listFee", Number.Money, column => column.ListFee),
        new("adjustedGrossIncome", Number.Money, column => column.AdjustedGrossIncome),
        new("deliveryMargin", Number.Percent, column => column.DeliveryMargin),
        new("profitStandardDeviation", Number.Money, column => column.ProfitStandardDeviation),
        new("effectiveHourlyRate", Number.Money, column => column.EffectiveHourlyRate),
        new("clientRoi", Number.Percent, column => column.ClientRoi),
        new("clientLossProbability", Number.Percent, column => column.ClientLossProbability),
        new("clientCvar", Number.Money, column => column.ClientCvar),
        new("surplusVersusAlternative", Number.Money, column => column.SurplusVersusAlternative),
        new("paybackMonth", Number.Whole, column => column.PaybackMonth),
        new("rangePosition", Number.General, column => column.RangePosition),
        new("clientValue", Number.Money, column => column.ClientValue),
        new("gap", Number.Money, column => column.Gap),
    ];

    /// <summary>Figures that stand whether or not there is a fee.</summary>
    public bool IsAlways => Key is "expectedCost" or "clientValue";

    /// <summary>The service's figure as printed, or its word.</summary>
    public (double Value, string? Word) ApiValue(StructureComparison column, Book book) => Api(column) switch
    {
        Money money => ((double)money.ToMinorUnit(book.Comparison.Currency), null),
        Figure figure => ((double)figure.Value, null),
        Model.Value.RangePosition position => (0, book.Texts[$"position.{position}"]),
        _ => (0, book.Texts["notApplicable"]),
    };
}
