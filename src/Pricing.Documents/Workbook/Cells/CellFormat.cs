namespace Pricing.Documents.Workbook.Cells;

/// <summary>What a cell is, as its look tells.</summary>
internal enum Look
{
    Plain,
    Title,
    Note,
    Head,
    HeadRight,
    Label,
    Input,
    Calculated,
    Data,
    Result,
    Total,
    TotalLabel,
    Check,
    Failed,
}

/// <summary>How a figure is written.</summary>
internal enum Number
{
    General,
    Money,
    Percent,
    Hours,
    Rate,
    Factor,
    Whole,
    Day,
    Text,
    Exact,
}

/// <summary>Look and number format of a cell.</summary>
/// <param name="Look">What it is.</param>
/// <param name="Number">How its figure is written.</param>
/// <param name="Quoted">Whether its text begins like a formula and stays text when somebody edits it.</param>
/// <param name="Wrapped">Whether its text runs over several lines.</param>
internal readonly record struct CellFormat(Look Look, Number Number = Number.General, bool Quoted = false, bool Wrapped = false);
