using System.Text.RegularExpressions;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Texts;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests.Texts;

public sealed class DocumentTextsTests
{
    private static readonly DocumentTexts German = DocumentTexts.Of(DocumentLanguage.De);
    private static readonly DocumentTexts English = DocumentTexts.Of(DocumentLanguage.En);

    [Fact]
    public void Both_languages_have_the_same_keys_with_the_same_gaps()
    {
        Assert.Equal(German.Keys.Order(), English.Keys.Order());
        // A range may repeat the currency in one language only; every other text fills the same gaps.
        foreach (var key in German.Keys.Where(key => key != "options.fromTo"))
            Assert.Equal(Gaps(German[key]), Gaps(English[key]));
    }

    [Fact]
    public void Every_value_of_an_enum_has_its_words()
    {
        string[] keys =
        [
            .. Enum.GetNames<Phase>().Select(name => $"phase.{name}"), .. Enum.GetNames<ProductionMethod>().Select(name => $"method.{name}"),
            .. Enum.GetNames<ProductionMethod>().SelectMany(name => new[] { $"ai.use.{name}", $"ai.label.{name}", $"cover.pieces.{name}" }),
            .. Enum.GetNames<PriceKind>().Select(name => $"price.{name}"),
            .. Enum.GetNames<PriceGroup>().SelectMany(name => new[] { $"prices.group.{name}", $"prices.groupSum.{name}" }),
            .. Enum.GetNames<Section>().Where(name => name != "Options").Select(name => $"section.{name}"),
        ];

        Assert.Empty(keys.Except(German.Keys));
    }

    [Fact]
    public void The_fonts_draw_every_text()
    {
        foreach (var key in German.Keys)
        {
            Assert.Equal(German[key], Legible.Of(German[key]));
            Assert.Equal(English[key], Legible.Of(English[key]));
        }
    }

    private static IEnumerable<string> Gaps(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order();
}
