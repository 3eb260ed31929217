using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Engine;
using Pricing.Documents.Pdf.Layout;
using SkiaSharp;

namespace Pricing.Documents.Tests.Charts;

/// <summary>What holds for the drawing of every chart, in both languages, wide and narrow.</summary>
public sealed class ChartLayoutTests
{
    public static TheoryData<string> Charts => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Nothing_leaves_the_picture_and_no_text_lies_on_another(string name)
    {
        Assert.Empty(DrawnChart.Faults(SampleCharts.All[name]));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void The_picture_is_the_drawing_at_the_size_asked_for(string name)
    {
        var chart = SampleCharts.All[name];

        using var picture = SKBitmap.Decode(chart.Png(DocumentLanguage.De, 800, 500));

        Assert.Equal((800, DrawnChart.Of(chart, DocumentLanguage.De, 800, 500).Height), (picture.Width, picture.Height));
        Assert.Contains(new SKColor(0x15, 0x18, 0x1C), picture.Pixels);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void The_title_is_the_finding_and_every_chart_says_that_it_is_internal(string name)
    {
        var drawn = DrawnChart.Of(SampleCharts.All[name], DocumentLanguage.En);

        Assert.StartsWith(drawn.Labels[0].TrimEnd('\u2026'), drawn.Title, StringComparison.Ordinal);
        Assert.Contains("Internal", drawn.Labels);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_page_has_the_drawing_as_vectors_and_words(string name)
    {
        var page = new Page();

        var height = SampleCharts.All[name].DrawOn(page, DocumentLanguage.De, 55, 84, 484);

        Assert.True(height > 250);
        using var pdf = new PdfText(PdfFile.Write([page], new("Analyse", "Atelier Nord", "", "de", new(2026, 11, 25))));
        Assert.Empty(pdf.Pages[0].GetImages());
        Assert.Contains("Intern", pdf.Words[0], StringComparison.Ordinal);
        Assert.All(page.Items.OfType<PageItem.Text>(), text => Assert.InRange(text.X, 55, 55 + 484));
    }

    [Fact]
    public void A_text_on_another_would_be_found()
    {
        Assert.NotEmpty(DrawnChart.Faults(new Crowded()));
    }

    private sealed class Crowded() : Chart(Pricing.Model.Quantities.Currency.Of("EUR"))
    {
        private protected override IDrawing DrawingOf(Pricing.Documents.Texts.DocumentTexts texts, Pricing.Documents.Texts.Formats formats, int width, int height) => new Drawing();

        private sealed class Drawing : IDrawing
        {
            public string Title => "Crowded";

            public double Height => 100;

            public void Draw(ICanvas canvas)
            {
                canvas.Text(10, 20, "one", Style.Text, Style.Ink);
                canvas.Text(12, 22, "two", Style.Text, Style.Ink);
            }
        }
    }
}
