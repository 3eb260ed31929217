using CsCheck;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;

namespace Pricing.Documents.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Bold_words_lists_and_links_are_kept()
    {
        var paragraphs = MarkedText.Of("Erst **fett**, dann [hier](https://example.org/a).\n\n- eins\n- zwei\n\n3. drei");

        Assert.Equal(["Erst ", "fett", ", dann ", "hier", "."], paragraphs[0].Runs.Select(run => run.Words));
        Assert.Equal(Weight.SemiBold, paragraphs[0].Runs[1].Style.Weight);
        Assert.Equal("https://example.org/a", paragraphs[0].Runs[3].Link);
        Assert.Equal(["\u2013", "\u2013", "3."], paragraphs.Skip(1).Select(paragraph => paragraph.Marker));
    }

    [Theory]
    [InlineData("*schräg* und _auch_", "schräg und auch")]
    [InlineData("# Titel", "Titel")]
    [InlineData("[x](javascript:alert(1))", "x (javascript:alert(1))")]
    [InlineData("[x](http://example.org)", "x (http://example.org)")]
    [InlineData("![Bild](https://example.org/a.png)", "Bild (https://example.org/a.png)")]
    [InlineData("<b>1</b> <script>2</script>", "<b>1</b> <script>2</script>")]
    [InlineData("`code` &amp; &copy;", "code & ©")]
    [InlineData("    vier Leerzeichen", "vier Leerzeichen")]
    [InlineData("[a]: http://example.org \"Titel\"", "a: http://example.org Titel")]
    [InlineData("> Zitat", "Zitat")]
    [InlineData("", "")]
    public void Everything_else_is_its_words(string markdown, string words)
    {
        Assert.Equal(words, MarkedText.Words(markdown));
        Assert.DoesNotContain(MarkedText.Of(markdown).SelectMany(paragraph => paragraph.Runs), run => run.Link?.StartsWith("https", StringComparison.Ordinal) == false);
    }

    [Fact]
    public void No_letter_is_lost() => Gen.String["ab ÄÖ*_#-+>[](){}!`~|\\\n1.&<:/\"'"].Sample(markdown =>
    {
        var kept = MarkedText.Words(markdown).Where(char.IsLetterOrDigit).Order();
        // A number before a full stop may become the number of an item, which counts on from the first.
        Assert.Equal(markdown.Where(char.IsLetter).Order(), kept.Where(char.IsLetter));
    }, iter: 3000);

    [Fact]
    public void What_is_nested_deeper_than_anybody_writes_is_shown_as_it_stands()
    {
        var deep = new string('>', 5000) + "x";

        Assert.Contains("x", MarkedText.Words(deep), StringComparison.Ordinal);
    }

    [Fact]
    public void Bold_words_at_the_start_are_a_label()
    {
        var (label, text) = MarkedText.Labelled("**Material.** Rechte liegen bei Ihnen.");

        Assert.Equal("Material", label);
        Assert.Equal("Rechte liegen bei Ihnen.", text[0].Runs[0].Words);
        Assert.Null(MarkedText.Labelled("Ohne **Material**.").Label);
    }
}
