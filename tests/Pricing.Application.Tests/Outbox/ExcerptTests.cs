using Pricing.Application.Outbox;

namespace Pricing.Application.Tests.Outbox;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("short", "short")]
    [InlineData("123456789", "123456")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("12345\U0001F600", "12345")]
    [InlineData("1234\U0001F600", "1234\U0001F600")]
    [InlineData("123456\U0001F600", "123456")]
    [InlineData("", "")]
    public void Holds_no_U0000_and_cuts_no_character_in_two(string said, string kept) => Assert.Equal(kept, Excerpt.Of(said, 6));

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void Holds_no_half_of_a_pair(int half) => Assert.Equal("a\uFFFDb", Excerpt.Of($"a{(char)half}b", 6));
}
