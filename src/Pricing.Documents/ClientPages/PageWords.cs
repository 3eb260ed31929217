using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Pricing.Documents.Texts;
using Pricing.Model.Quantities;

namespace Pricing.Documents.ClientPages;

/// <summary>The words, numbers and dates of a client's page: those of the page first, then those that it shares with the documents.</summary>
public sealed class PageWords
{
    private static readonly FrozenDictionary<string, string> German = Read("de"), English = Read("en");

    private readonly FrozenDictionary<string, string> own;

    private PageWords(DocumentLanguage language, Currency currency)
    {
        own = language == DocumentLanguage.De ? German : English;
        (Language, Texts, Formats) = (language, DocumentTexts.Of(language), new(language, currency));
    }

    /// <summary>The language.</summary>
    public DocumentLanguage Language { get; }

    /// <summary>Its code, such as de.</summary>
    public string Code => Texts.Code;

    /// <summary>Sign or code of the currency.</summary>
    public string Unit => Formats.Unit;

    internal DocumentTexts Texts { get; }

    internal Formats Formats { get; }

    /// <summary>A text.</summary>
    public string this[string key] => own.GetValueOrDefault(key) ?? Texts[key];

    /// <summary>The words of a language for amounts of a currency.</summary>
    public static PageWords Of(DocumentLanguage language, Currency currency) => new(language, currency);

    /// <summary>A text with its gaps filled; whatever is filled in has been formatted before.</summary>
    public string Say(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, this[key], parts);

    /// <summary>The singular text for one, the plural for every other number.</summary>
    public string Count(string key, int count) => Say(count == 1 ? $"{key}.one" : $"{key}.many", Texts.Number(count));

    /// <summary>"a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => Texts.List(items);

    /// <summary>135.267,58 € or €135,267.58.</summary>
    public string Money(decimal amount) => Formats.Money(amount);

    /// <summary>A figure of the model as it is printed.</summary>
    public string Money(Money amount) => Formats.Money(amount);

    /// <summary>An amount without its unit.</summary>
    public string Amount(decimal amount) => Formats.Amount(amount);

    /// <summary>An agreed price, with more decimals where it was agreed so.</summary>
    public string Agreed(decimal amount) => Formats.Agreed(amount);

    /// <summary>A fraction as per cent.</summary>
    public string Percent(decimal fraction) => Formats.Percent(fraction);

    /// <summary>A count without trailing zeros.</summary>
    public string Quantity(decimal quantity) => Formats.Quantity(quantity);

    /// <summary>25. November 2026.</summary>
    public string Date(DateOnly day) => Formats.Date(day);

    /// <summary>25.11.2026.</summary>
    public string ShortDate(DateOnly day) => Formats.ShortDate(day);

    /// <summary>Keys of the page's own texts.</summary>
    internal static IEnumerable<string> OwnKeys(DocumentLanguage language) => (language == DocumentLanguage.De ? German : English).Keys;

    private static FrozenDictionary<string, string> Read(string code)
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream($"Pricing.Documents.Texts.page-{code}.json")
            ?? throw new InvalidOperationException($"The page's texts {code} are not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
