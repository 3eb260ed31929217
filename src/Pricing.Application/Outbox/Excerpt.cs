using Pricing.Application.Contract;

namespace Pricing.Application.Outbox;

/// <summary>The beginning of what another side said, as every database keeps it: PostgreSQL takes neither U+0000 nor half a surrogate pair.</summary>
internal static class Excerpt
{
    /// <summary>At most so many UTF-16 units of a text, with U+FFFD for what cannot be kept; no character is cut in two.</summary>
    public static string Of(string text, int most)
    {
        var isCutInside = text.Length > most && char.IsSurrogatePair(text, most - 1);
        var beginning = text.Length <= most ? text : text[..(isCutInside ? most - 1 : most)];
        return JsonText.Repaired(beginning).Replace('\0', '\uFFFD');
    }
}
