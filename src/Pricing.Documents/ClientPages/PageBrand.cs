namespace Pricing.Documents.ClientPages;

/// <summary>An agency's colour on a page, legible in light and dark.</summary>
public static class PageBrand
{
    // HSL lightness of the head on a dark page, in points.
    private const int DarkHead = 28;

    /// <summary>The colour as the page's style sheets name it: six hexadecimal digits, the house's own where the agency has none.</summary>
    public static string CodeOf(string? colour) => (Colour.TryParse(colour) ?? Style.Accent).Hex[1..];

    /// <summary>A style sheet that sets the brand's colours, light and dark; null for what is no colour.</summary>
    public static string? Css(string code)
    {
        if (Colour.TryParse($"#{code}") is not { } colour)
            return null;
        var (light, darkHead) = (Brand.Of(colour.Hex), Brand.Of(colour.AtMostLight(DarkHead).Hex));
        return $$"""
            :root {
              --brand: {{light.Fill.Hex}};
              --on-brand: {{light.OnFill.Hex}};
              --head: {{light.Fill.Hex}};
              --on-head: {{light.OnFill.Hex}};
              --accent: {{light.Line.Hex}};
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --head: {{darkHead.Fill.Hex}};
                --on-head: {{darkHead.OnFill.Hex}};
                --accent: {{colour.LegibleOn(DarkSurface).Hex}};
              }
            }

            """;
    }

    private static readonly Colour DarkSurface = Colour.Parse("#1D2125");
}
