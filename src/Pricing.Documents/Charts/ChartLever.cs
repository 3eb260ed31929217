using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>Something that can be moved in an engagement.</summary>
/// <param name="Name">A lever's name, or a JSON pointer.</param>
/// <param name="Value">Its number, where it is a single one.</param>
public sealed record ChartLever(string Name, decimal? Value)
{
    /// <summary>What a reader calls it, in a sentence. A pointer stays one: it says where the number stands.</summary>
    internal string WordsIn(DocumentTexts texts) => Name.StartsWith('/') ? Legible.Of(Name) : texts[$"lever.{Name}"];
}
