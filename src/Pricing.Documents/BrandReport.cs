namespace Pricing.Documents;

/// <summary>What becomes of an agency's colours in its documents, so that it is told of every change.</summary>
public static class BrandReport
{
    /// <summary>Each use of the colours.</summary>
    /// <param name="colour">The agency's colour as #RRGGBB; null for the house's own.</param>
    /// <param name="coverColour">Its second colour; null for none.</param>
    public static IReadOnlyList<BrandColourUse> Of(string? colour, string? coverColour = null)
    {
        var (brand, given) = (Brand.Of(colour, coverColour), Colour.TryParse(colour) ?? Style.Accent);
        return
        [
            Use(BrandColourRole.Field, given, brand.Fill, brand.OnFill),
            Use(BrandColourRole.Text, given, brand.Line, Style.Surface),
            Use(BrandColourRole.Cover, Colour.TryParse(coverColour) ?? given, brand.Cover, brand.OnCover),
        ];
    }

    private static BrandColourUse Use(BrandColourRole role, Colour given, Colour shown, Colour other) =>
        new(role, given.Hex, shown.Hex, other.Hex, Math.Floor(shown.Contrast(other) * 10) / 10);
}

/// <summary>What a colour is used for.</summary>
public enum BrandColourRole
{
    /// <summary>A field that carries text.</summary>
    Field,

    /// <summary>Text or a thin line.</summary>
    Text,

    /// <summary>The field of the cover.</summary>
    Cover,
}

/// <summary>One use of an agency's colour.</summary>
/// <param name="Role">What it is used for.</param>
/// <param name="Given">The colour given.</param>
/// <param name="Shown">The colour shown; another where the given one could not be read.</param>
/// <param name="Against">The colour of the text on it, or of the paper under it.</param>
/// <param name="Contrast">Contrast of the two as WCAG 2 defines it, 4.5 at least, rounded down to a tenth.</param>
public sealed record BrandColourUse(BrandColourRole Role, string Given, string Shown, string Against, double Contrast)
{
    /// <summary>Whether the colour had to be changed.</summary>
    public bool IsChanged => Given != Shown;
}
