using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Documents.Workbook;

/// <summary>The workbook in the making: its sheets, what they are about and the names they give.</summary>
internal sealed class Book
{
    private static readonly string[] SheetKeys = ["summary", "inputs", "hours", "ai", "thirdParty", "value", "fees", "checks", "data"];

    public Book(Comparison comparison, WorkbookIdentity identity, WorkbookTexts texts)
    {
        (Comparison, Identity, Texts) = (comparison, identity, texts);
        Sheets = [.. SheetKeys.Select(key => new Sheet(texts[$"sheet.{key}"]))];
    }

    public Comparison Comparison { get; }

    public WorkbookIdentity Identity { get; }

    public WorkbookTexts Texts { get; }

    public Engagement Document => Comparison.Engagement.Document;

    public string Currency => Comparison.Currency.Code;

    public IReadOnlyList<Sheet> Sheets { get; }

    public Sheet Summary => Sheets[0];

    public Sheet Inputs => Sheets[1];

    public Sheet Hours => Sheets[2];

    public Sheet Ai => Sheets[3];

    public Sheet ThirdParty => Sheets[4];

    public Sheet Value => Sheets[5];

    public Sheet Fees => Sheets[6];

    public Sheet Checks => Sheets[7];

    public Sheet Data => Sheets[8];

    /// <summary>Names of inputs and final outputs.</summary>
    public Dictionary<string, CellRef> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>What is written to the file.</summary>
    public BookFrame Frame => new(Sheets, Names, Identity, Texts, Comparison.Currency.Decimals, Texts["internal"], Texts["about.purpose.text"]);

    /// <summary>Minor units in a unit of the currency, such as 100; set by the sheet of inputs.</summary>
    public Formula MinorUnits { get; set; }

    /// <summary>Money as it is printed: half to even on the minor unit, after nine places that take the noise of doubles away.</summary>
    /// <remarks>ROUND takes halves away from zero, so a half is rounded as twice the rounded quarter.</remarks>
    public Formula Rounded(Formula amount)
    {
        var units = Fn.Round(amount * MinorUnits, 9);
        return Fn.If(Fn.Abs(units - Fn.Truncate(units)).Is(0.5), 2 * Fn.Round(units / 2, 0), Fn.Round(units, 0)) / MinorUnits;
    }

    public string Word(Phase? phase) => Texts[phase is { } known ? $"phase.{known}" : "phase.none"];

    /// <summary>What stands where a figure is not defined.</summary>
    public Formula NotApplicable => Formula.Literal(Texts["notApplicable"]);

    /// <summary>A ratio, or the word for none where the divisor counts as zero.</summary>
    public Formula Ratio(Formula dividend, Formula divisor, Formula zero) => Fn.If(Fn.Abs(divisor) <= zero, NotApplicable, dividend / divisor);

    /// <summary>The state of all checks and how many passed, in the head of a sheet.</summary>
    public void ShowState(Sheet sheet, Formula state, Formula passed, int count)
    {
        sheet.Text(5, 2, Texts["check.overall"]);
        sheet.Put(5, 3, state, Number.Text, Look.Check);
        var rest = Texts.Say("check.of", count);
        sheet.Put(5, 4, new($"{passed.Text}&\" {rest}\"", 0, Rank.Comparison, FormattableString.Invariant($"{passed.Value} {rest}")), Number.Text, Look.Note);
        sheet.CheckAreas.Add("C5");
    }

    /// <summary>Title and subtitle of a sheet; the state of all checks is put beside them once it is known.</summary>
    public static void Head(Sheet sheet, string title, string subtitle)
    {
        sheet.Text(2, 2, title, Look.Title);
        sheet.Heights[2] = 27;
        sheet.Text(3, 2, subtitle, Look.Note);
    }
}
