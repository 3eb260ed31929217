using System.Text.RegularExpressions;
using Pricing.Documents.ClientPages;

namespace Pricing.Documents.Tests.ClientPages;

public sealed partial class PageBrandTests
{
    [Theory]
    [InlineData("C2371B")]
    [InlineData("F2B705")]
    [InlineData("E8673C")]
    [InlineData("0F6B5C")]
    [InlineData("FFFFFF")]
    [InlineData("000000")]
    [InlineData("00FF00")]
    public void Text_in_and_on_the_brand_can_be_read_in_light_and_dark(string code)
    {
        var colours = Variables().Matches(PageBrand.Css(code)!).Select(match => (Name: match.Groups[1].Value, Colour: Colour.Parse(match.Groups[2].Value))).ToList();
        Colour Of(string name, int turn) => colours.Where(colour => colour.Name == name).ElementAt(turn).Colour;

        Assert.True(Of("on-brand", 0).Contrast(Of("brand", 0)) >= 4.5);
        Assert.True(Of("on-head", 0).Contrast(Of("head", 0)) >= 4.5);
        Assert.True(Of("on-head", 1).Contrast(Of("head", 1)) >= 4.5);
        Assert.True(Of("accent", 0).Contrast(Style.Surface) >= 4.5);
        Assert.True(Of("accent", 1).Contrast(Colour.Parse("#1D2125")) >= 4.5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("zzzzzz")]
    [InlineData("+12345")]
    public void What_is_no_colour_has_no_style_sheet(string code) => Assert.Null(PageBrand.Css(code));

    [GeneratedRegex("--([a-z-]+): (#[0-9A-F]{6});")]
    private static partial Regex Variables();
}
