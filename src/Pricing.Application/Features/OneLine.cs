using System.Globalization;

namespace Pricing.Application.Features;

/// <summary>Sentences about an origin, free of the line breaks that a source may hold.</summary>
internal static class OneLine
{
    public static string Of(FormattableString sentence) =>
        string.Join(' ', sentence.ToString(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
