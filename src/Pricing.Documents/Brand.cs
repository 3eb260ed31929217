namespace Pricing.Documents;

/// <summary>An agency's colour, made legible where it has to carry text or be text.</summary>
/// <param name="Fill">Colour of a field.</param>
/// <param name="OnFill">Colour of text on the field.</param>
/// <param name="Line">Colour as text or thin line on paper.</param>
internal sealed record Brand(Colour Fill, Colour OnFill, Colour Line)
{
    private const double EnoughContrast = 4.5;

    public static Brand Of(string? hex)
    {
        var fill = Colour.TryParse(hex) ?? Style.Accent;
        var line = Darkened(fill, Style.Surface);
        if (fill.Contrast(Style.Paper) >= EnoughContrast)
            return new(fill, Style.Paper, line);
        if (fill.Contrast(Style.Ink) >= EnoughContrast)
            return new(fill, Style.Ink, line);
        return new(Darkened(fill, Style.Paper), Style.Paper, line);
    }

    private static Colour Darkened(Colour colour, Colour other)
    {
        var points = 0;
        while (colour.Darker(points).Contrast(other) < EnoughContrast)
            points++;
        return points == 0 ? colour : colour.Darker(points);
    }
}
