using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Pricing.Documents.Texts;

/// <summary>The words of a language, by key.</summary>
internal sealed class DocumentTexts
{
    private static readonly DocumentTexts German = new(DocumentLanguage.De, "de");
    private static readonly DocumentTexts English = new(DocumentLanguage.En, "en");

    private readonly FrozenDictionary<string, string> words;

    private DocumentTexts(DocumentLanguage language, string code)
    {
        (Language, Code) = (language, code);
        using var stream = typeof(DocumentTexts).Assembly.GetManifestResourceStream($"Pricing.Documents.Texts.{code}.json")
            ?? throw new InvalidOperationException($"The texts {code} are not embedded.");
        words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public DocumentLanguage Language { get; }

    /// <summary>Code of the language, such as de.</summary>
    public string Code { get; }

    public IEnumerable<string> Keys => words.Keys;

    public string this[string key] =>
        words.GetValueOrDefault(key) ?? throw new ArgumentException($"No text {key} in {Code}.", nameof(key));

    public static DocumentTexts Of(DocumentLanguage language) => language == DocumentLanguage.De ? German : English;

    /// <summary>A text with its gaps filled; whatever is filled in has been formatted before.</summary>
    public string Say(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, this[key], parts);

    /// <summary>The singular text for one, the plural for every other number, with the gaps filled: as a rule the first takes the number.</summary>
    public string Count(string key, int count, params object[] parts) => Say(count == 1 ? $"{key}.one" : $"{key}.many", parts);

    /// <summary>Number words up to twelve, numerals above or where asked for.</summary>
    public string Number(int count, bool asDigits = false)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        return asDigits ? digits : words.GetValueOrDefault($"number.{digits}", digits);
    }

    /// <summary>"a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Say("list.and", string.Join(", ", items.Take(items.Count - 1)), items[^1]),
    };
}
