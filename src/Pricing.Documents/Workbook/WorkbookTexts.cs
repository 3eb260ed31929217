using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Pricing.Documents.Workbook;

/// <summary>The workbook's words in a language, by key.</summary>
internal sealed class WorkbookTexts
{
    private static readonly WorkbookTexts German = new("de");
    private static readonly WorkbookTexts English = new("en");

    private readonly FrozenDictionary<string, string> words;

    private WorkbookTexts(string code)
    {
        using var stream = typeof(WorkbookTexts).Assembly.GetManifestResourceStream($"Pricing.Documents.Texts.workbook-{code}.json")
            ?? throw new InvalidOperationException($"The texts {code} of the workbook are not embedded.");
        words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => words.Keys;

    public string this[string key] => words.GetValueOrDefault(key) ?? throw new ArgumentException($"The workbook has no text {key}.", nameof(key));

    public static WorkbookTexts Of(DocumentLanguage language) => language == DocumentLanguage.De ? German : English;

    public string Say(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, this[key], parts);
}
