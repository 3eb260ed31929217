using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>The words that a member may hold, and what they stand for.</summary>
internal sealed class CodeTable<T>(params (string Code, T Meaning)[] entries)
    where T : notnull
{
    /// <summary>The words, for a sentence.</summary>
    public string List { get; } = string.Join(", ", entries.Select(entry => entry.Code));

    /// <summary>What stands in for a word that could not be read.</summary>
    public T First => entries[0].Meaning;

    public bool TryFind(TreeNode text, out T meaning)
    {
        foreach (var entry in entries)
        {
            if (!text.IsText(entry.Code))
                continue;
            meaning = entry.Meaning;
            return true;
        }

        meaning = First;
        return false;
    }

    public T Find(string code) => Array.Find(entries, entry => entry.Code == code).Meaning;

    public bool Holds(string code) => Array.Exists(entries, entry => entry.Code == code);

    public string CodeOf(T meaning) => Array.Find(entries, entry => entry.Meaning.Equals(meaning)).Code;
}

/// <summary>The words of the contract, but for the types of fee structures.</summary>
internal static class CodeTables
{
    public static readonly CodeTable<Phase> Phases = new(
        ("strategy", Phase.Strategy), ("ideation", Phase.Ideation), ("production", Phase.Production));

    public static readonly CodeTable<ProductionMethod> Methods = new(
        ("classic", ProductionMethod.Classic), ("ai", ProductionMethod.Ai), ("hybrid", ProductionMethod.Hybrid));

    public static readonly CodeTable<CostKind> CostKinds = new(
        ("ai", CostKind.Ai), ("artisticThirdParty", CostKind.ArtisticThirdParty), ("otherThirdParty", CostKind.OtherThirdParty));

    public static readonly CodeTable<string> Units = Words(
        "second", "image", "megapixel", "thousandCharacters", "millionTokens", "minute", "call", "run", "gpuHour", "track", "credit", "resolution");

    public static readonly CodeTable<string> Directions = Words("up", "down");

    private static CodeTable<string> Words(params string[] words) => new(Array.ConvertAll(words, word => (word, word)));
}
