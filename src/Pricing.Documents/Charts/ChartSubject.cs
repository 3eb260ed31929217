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
    /// <summary>Titles of the roles by code; a role without one is called by its code.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>The subject of a comparison.</summary>
    public static ChartSubject Of(Comparison comparison) => new(
        comparison.Engagement.Document.Name, comparison.Currency, [.. comparison.Structures.Select(column => (column.Structure.Name, column.Structure.Type))])
    {
        Roles = comparison.Engagement.Document.RateCard.Roles.ToDictionary(role => role.Code, role => role.Title),
    };

    /// <summary>A structure by name; one without is called by type and place, as in the workbook.</summary>
    internal string NameOf(int structure, DocumentTexts texts)
    {
        var (name, type) = Structures[structure];
        var words = WorkbookTexts.Of(texts.Language);
        return Legible.Of(name ?? words.Say("structure.unnamed", words[$"type.{type}"], structure + 1));
    }

    internal string RoleOf(string code) => Legible.Of(Roles.GetValueOrDefault(code, code));

    /// <summary>The footnote: the engagement, then what there is to say about the method.</summary>
    internal string Footnote(string method) => $"{Legible.Of(Engagement)}. {method}";
}
