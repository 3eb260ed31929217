using System.Text.RegularExpressions;

namespace Pricing.Documents.Workbook;

/// <summary>Says in a workbook's language where a price comes from. It is kept as a sentence, which starts with code and version and names unit and first day; names and sources in it stay as they are.</summary>
internal static partial class OriginSentence
{
    public static string In(WorkbookTexts texts, string kept)
    {
        if (Start().Match(kept) is not { Success: true } start)
            return kept;
        var rest = kept[start.Length..];
        rest = Price().Replace(rest, match => texts.Say("origin.price", match.Groups["price"].Value.Replace(".", texts["origin.point"], StringComparison.Ordinal), match.Groups["currency"].Value, Unit(texts, match.Groups["unit"].Value)), 1);
        rest = From().Replace(rest, match => texts.Say("origin.from", match.Groups["from"].Value), 1);
        rest = Factors().Replace(rest, texts["origin.factors"], 1);
        return texts.Say("origin.version", start.Groups["code"].Value, start.Groups["version"].Value) + rest;
    }

    private static string Unit(WorkbookTexts texts, string code) => texts.Keys.Contains($"measure.{code}") ? texts[$"measure.{code}"] : code;

    [GeneratedRegex(@"^(?<code>.+?), version (?<version>\d{1,9}): ")]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<price>\d[\d.]*) (?<currency>[A-Z]{3}) per (?<unit>[A-Za-z]+)(?=, valid from \d{4}-)")]
    private static partial Regex Price();

    [GeneratedRegex(@", valid from (?<from>\d{4}-\d\d-\d\d)")]
    private static partial Regex From();

    [GeneratedRegex(@", factors (?=\d)")]
    private static partial Regex Factors();
}
