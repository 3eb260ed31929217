using Pricing.Documents.Texts;
using Pricing.Documents.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Charts;

/// <summary>What a chart has to know of the engagement it is about.</summary>
/// <param name="Engagement">Its name, for the footnote.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Structures">Name, where there is one, and type of every fee structure.</param>
public sealed record ChartSubject(string Engagement, Currency Currency, IReadOnlyList<(string? Name, string Type)> Structures)
{
    /// <summary>The subject of a comparison.</summary>
    public static ChartSubject Of(Comparison comparison) => new(
        comparison.Engagement.Document.Name, comparison.Currency,
        [.. comparison.Structures.Select(column => (column.Structure.Name, column.Structure.Type))]);

    /// <summary>A structure by name; one without is called by type and place, as in the workbook.</summary>
    internal string NameOf(int structure, DocumentTexts texts)
    {
        var (name, type) = Structures[structure];
        var words = WorkbookTexts.Of(texts.Language);
        return Legible.Of(name ?? words.Say("structure.unnamed", words[$"type.{type}"], structure + 1));
    }

    /// <summary>The footnote: the engagement, then what there is to say about the method.</summary>
    internal string Footnote(string method) => $"{Legible.Of(Engagement)}. {method}";
}
