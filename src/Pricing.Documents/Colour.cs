using System.Globalization;

namespace Pricing.Documents;

/// <summary>An sRGB colour.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    /// <summary>Relative luminance as WCAG 2 defines it.</summary>
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public static Colour Parse(string hex) => TryParse(hex) ?? throw new FormatException($"{hex} is no colour of the form #RRGGBB.");

    public static Colour? TryParse(string? hex) =>
        hex is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8 & 0xFF), (byte)(value & 0xFF))
            : null;

    /// <summary>Contrast ratio as WCAG 2 defines it, 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (light, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>The same hue, darker by points of HSL lightness.</summary>
    public Colour Darker(int points) => Moved(lightness => lightness - points / 100.0);

    /// <summary>The same hue, no lighter than points of HSL lightness.</summary>
    public Colour AtMostLight(int points) => Moved(lightness => Math.Min(lightness, points / 100.0));

    /// <summary>The same hue, lighter by points of HSL lightness until it can be read on a dark colour.</summary>
    public Colour LegibleOn(Colour dark, double contrast = 4.5)
    {
        var (points, lighter) = (0, this);
        while (lighter.Contrast(dark) < contrast)
            lighter = Moved(lightness => lightness + ++points / 100.0);
        return lighter;
    }

    private Colour Moved(Func<double, double> move)
    {
        var (red, green, blue) = (Red / 255.0, Green / 255.0, Blue / 255.0);
        var (max, min) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var (lightness, chroma) = ((max + min) / 2, max - min);
        var saturation = chroma == 0 ? 0 : chroma / (1 - Math.Abs(2 * lightness - 1));
        var hue = chroma == 0 ? 0
            : max == red ? (green - blue) / chroma
            : max == green ? (blue - red) / chroma + 2
            : (red - green) / chroma + 4;
        return FromHsl((hue + 6) % 6, saturation, Math.Clamp(move(lightness), 0, 1));
    }

    private static Colour FromHsl(double sextant, double saturation, double lightness)
    {
        var chroma = (1 - Math.Abs(2 * lightness - 1)) * saturation;
        var second = chroma * (1 - Math.Abs(sextant % 2 - 1));
        var (red, green, blue) = (int)sextant switch
        {
            0 => (chroma, second, 0.0),
            1 => (second, chroma, 0.0),
            2 => (0.0, chroma, second),
            3 => (0.0, second, chroma),
            4 => (second, 0.0, chroma),
            _ => (chroma, 0.0, second),
        };
        var floor = lightness - chroma / 2;
        return new(Channel(red + floor), Channel(green + floor), Channel(blue + floor));
    }

    private static byte Channel(double value) => (byte)Math.Clamp(value * 255 + 0.5, 0, 255);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
