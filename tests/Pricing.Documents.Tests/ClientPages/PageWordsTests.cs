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

    [Theory]
    [InlineData(2, 0, "zwei wählbar")]
    [InlineData(1, 2, "eine wählbar, eine von zwei")]
    [InlineData(0, 3, "eine von drei")]
    [InlineData(0, 0, "\u2013")]
    public void A_group_of_lines_is_one_choice(int single, int grouped, string words)
    {
        Extra[] extras =
        [
            .. Enumerable.Range(0, single).Select(i => new Extra($"s{i}", "S", null, 1, "", 10, 10, 0.19m, null, false)),
            .. Enumerable.Range(0, grouped).Select(i => new Extra($"g{i}", "G", null, 1, "", 10, 10, 0.19m, "Sprecher", i == 0)),
        ];

        Assert.Equal(words, Of(AgreedProposal.German.Proposal).Choices(AgreedProposal.German.Proposal.Recommended with { Extras = extras }));
    }

    [Fact]
    public void Tax_is_named_with_each_of_its_rates()
    {
        var option = AgreedProposal.German.Proposal.Options[0];
        var one = AgreedProposal.German.Proposal with { Options = [option with { VatLines = [new(0.19m, 100, 19)] }] };
        var two = AgreedProposal.German.Proposal with { Options = [option with { VatLines = [new(0.19m, 100, 19), new(0.07m, 100, 7)] }] };

        Assert.Equal("Umsatzsteuer 19\u00A0%", Of(one).VatName);
        Assert.Equal("Umsatzsteuer 19\u00A0% und 7\u00A0%", Of(two).VatName);
    }

    private static PageContent Of(ClientProposal proposal) => new(proposal, AgreedProposal.Identity, German);

    private static IEnumerable<string> Gaps(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order();
}
