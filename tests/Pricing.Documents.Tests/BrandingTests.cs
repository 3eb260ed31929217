using System.Text;
using Pricing.Documents.Pdf.Proposal;
using SkiaSharp;

namespace Pricing.Documents.Tests;

public sealed class BrandingTests
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 10 60 20"><title>M</title><g transform="translate(10 10)"><circle cx="10" cy="10" r="10"/><path d="M24 0h10v20h-10z M27 3v14h4v-14z" fill-rule="evenodd"/></g></svg>""";

    [Fact]
    public void The_agency_is_told_what_becomes_of_its_colours()
    {
        var uses = BrandReport.Of("#F2B705", "#0F6B5C");

        Assert.Equal(["#F2B705 #15181C False", "#896803 #F4F3F0 True", "#0F6B5C #FFFFFF False"], uses.Select(use => $"{use.Shown} {use.Against} {use.IsChanged}"));
        Assert.All(uses, use => Assert.True(use.Contrast >= 4.5));
    }

    [Fact]
    public void A_second_colour_fills_the_cover_alone()
    {
        var brand = Brand.Of("#C2371B", "#0F6B5C");

        Assert.Equal(("#0F6B5C", "#C2371B"), (brand.Cover.Hex, brand.Fill.Hex));
        Assert.Equal(Brand.Of("#C2371B").Fill, Brand.Of("#C2371B").Cover);
    }

    [Fact]
    public void A_drawing_and_a_picture_stand_on_the_cover_in_place_of_the_name()
    {
        foreach (var logo in new[] { Encoding.UTF8.GetBytes(Svg), Png() })
        {
            Assert.Empty(LogoFile.Faults(logo));
            using var pdf = new PdfText(ProposalPdf.Render(SampleProposal.German, SampleProposal.Identity with { Logo = logo }, DocumentLanguage.De));
            Assert.DoesNotContain("Vertraulich Musteragentur", pdf.Words[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("no picture")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>M</text></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>1</script></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"file:///etc/passwd\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\" stroke=\"#000\" fill=\"none\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\" fill=\"url(#a)\"/></svg>")]
    public void What_is_no_logo_is_refused_with_a_reason_and_never_drawn(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);

        Assert.NotEmpty(LogoFile.Faults(bytes));
        Assert.Null(Logo.Of(bytes));
    }

    [Fact]
    public void Characters_that_cannot_be_drawn_are_named()
    {
        Assert.Empty(DrawableText.Faults("Größe, Αθήνα, Київ: 5 € – „x“\nzweite Zeile"));
        Assert.Equal(["漢 (U+6F22)", "U+0001", "U+202E", "ש (U+05E9)"], DrawableText.Faults("a漢漢\u0001\u202Eש"));
        Assert.Equal(DrawableText.MostFaults, DrawableText.Faults("一二三四五六七八九十百千").Count);
    }

    private static byte[] Png()
    {
        using var bitmap = new SKBitmap(30, 10);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
