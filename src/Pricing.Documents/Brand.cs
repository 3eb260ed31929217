namespace Pricing.Documents;

/// <summary>An agency's colours, made legible where they have to carry text or be text.</summary>
/// <param name="Fill">Colour of a field.</param>
/// <param name="OnFill">Colour of text on the field.</param>
/// <param name="Line">Colour as text or thin line on paper.</param>
/// <param name="Cover">Colour of the cover's field.</param>
/// <param name="OnCover">Colour of text on it.</param>
internal sealed record Brand(Colour Fill, Colour OnFill, Colour Line, Colour Cover, Colour OnCover)
{
    private const double EnoughContrast = 4.5;

    /// <summary>The colours from one or two of an agency.</summary>
    /// <param name="hex">Its colour; the house's own where it is none.</param>
    /// <param name="coverHex">Its second colour, for the cover alone; the first where it is none.</param>
    public static Brand Of(string? hex, string? coverHex = null)
    {
        var given = Colour.TryParse(hex) ?? Style.Accent;
        var (fill, onFill) = Field(given);
        var (cover, onCover) = Field(Colour.TryParse(coverHex) ?? given);
        return new(fill, onFill, Darkened(given, Style.Surface), cover, onCover);
    }

    // White on it, else ink on it, else the colour darker until white is legible.
    private static (Colour Fill, Colour OnFill) Field(Colour colour)
    {
        if (colour.Contrast(Style.Paper) >= EnoughContrast)
            return (colour, Style.Paper);
        return colour.Contrast(Style.Ink) >= EnoughContrast ? (colour, Style.Ink) : (Darkened(colour, Style.Paper), Style.Paper);
    }

    private static Colour Darkened(Colour colour, Colour other)
    {
        var points = 0;
        while (colour.Darker(points).Contrast(other) < EnoughContrast)
            points++;
        return points == 0 ? colour : colour.Darker(points);
    }
}
