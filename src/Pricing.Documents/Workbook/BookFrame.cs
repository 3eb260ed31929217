using Pricing.Documents.Workbook.Cells;

namespace Pricing.Documents.Workbook;

/// <summary>A finished workbook, whatever it is about: all that is written to the file.</summary>
/// <param name="Sheets">Its sheets; the first is shown when it is opened.</param>
/// <param name="Names">Names of cells.</param>
/// <param name="Identity">What it says of itself.</param>
/// <param name="Texts">Words of heads, rules and checks.</param>
/// <param name="Decimals">Decimals of its currency.</param>
/// <param name="Mark">Whom it is for, on every printed page.</param>
/// <param name="Purpose">What it is for.</param>
internal sealed record BookFrame(
    IReadOnlyList<Sheet> Sheets, IReadOnlyDictionary<string, CellRef> Names, WorkbookIdentity Identity, WorkbookTexts Texts, int Decimals, string Mark, string Purpose);
