using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Tests;

public sealed class LegibleTests
{
    [Theory]
    [InlineData("Größe – „x“ Ελλάδα Київ", "Größe – „x“ Ελλάδα Київ")]
    [InlineData("A\u0308rger", "Ärger")]
    [InlineData("wind\u00ADschief\u200B", "windschief")]
    [InlineData("a\U0001F600b", "a\uFFFDb")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", "\uFFFD")]
    public void Text_is_composed_and_unknown_clusters_become_one_sign(string text, string legible)
    {
        Assert.Equal(legible, Legible.Of(text));
        Assert.Equal(legible, Legible.Of(legible));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_one_sign()
    {
        Assert.Equal("a\uFFFDb", Legible.Of("a" + '\uD83D' + "b"));
    }

    [Fact]
    public void Lines_break_at_spaces_and_hyphens_and_keep_non_breaking_ones()
    {
        var lines = LineBreaker.Break("Social-Content 120\u00A0Kurzvideos 2026\u20110147", Style.Text, 50);

        Assert.Equal(["Social-", "Content", "120\u00A0Kurzvid", "eos", "2026\u20110147"], lines.Select(line => line.Words));
    }

    [Fact]
    public void White_space_longer_than_a_line_is_no_line()
    {
        var line = Assert.Single(LineBreaker.Break("a" + new string(' ', 10_000) + "b", Style.Text, 50));

        Assert.Equal("a b", line.Words);
    }

    [Theory]
    [InlineData("#F2B705", "#15181C", "#896803")]
    [InlineData("#E8673C", "#15181C", "#C54317")]
    [InlineData("#0F6B5C", "#FFFFFF", "#0F6B5C")]
    [InlineData("no colour", "#FFFFFF", "#C2371B")]
    public void A_brand_s_colour_is_made_legible(string hex, string onFill, string line)
    {
        var brand = Brand.Of(hex);

        Assert.Equal(onFill, brand.OnFill.Hex);
        Assert.Equal(line, brand.Line.Hex);
    }
}
