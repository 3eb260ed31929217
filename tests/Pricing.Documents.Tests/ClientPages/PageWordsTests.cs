using System.Text.RegularExpressions;
using Pricing.Documents.ClientPages;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.ClientPages;

public sealed class PageWordsTests
{
    private static readonly PageWords German = PageWords.Of(DocumentLanguage.De, Currency.Of("EUR")), English = PageWords.Of(DocumentLanguage.En, Currency.Of("EUR"));

    [Fact]
    public void Both_languages_say_the_same_with_the_same_gaps()
    {
        Assert.Equal(PageWords.OwnKeys(DocumentLanguage.De).Order(), PageWords.OwnKeys(DocumentLanguage.En).Order());
        Assert.All(PageWords.OwnKeys(DocumentLanguage.De), key => Assert.Equal(Gaps(German[key]), Gaps(English[key])));
    }

    [Fact]
    public void Every_value_of_an_enum_has_its_words()
    {
        string[] keys =
        [
            .. Enum.GetNames<AiUseClass>().Select(name => $"aiUse.{name}"), .. Enum.GetNames<ProtectionClass>().Select(name => $"protectionClass.{name}"),
            .. Enum.GetNames<AiRole>().Select(name => $"ai.role.{name}"),
        ];

        Assert.Empty(keys.Except(PageWords.OwnKeys(DocumentLanguage.De)));
    }

    private static IEnumerable<string> Gaps(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order();
}
