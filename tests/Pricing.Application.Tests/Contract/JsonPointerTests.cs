using Pricing.Application.Contract;

namespace Pricing.Application.Tests.Contract;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("name", "/costs/name")]
    [InlineData("", "/costs/")]
    [InlineData("a/b", "/costs/a~1b")]
    [InlineData("a~b", "/costs/a~0b")]
    [InlineData("~1", "/costs/~01")]
    [InlineData("ü\"", "/costs/ü\"")]
    public void Names_are_escaped(string name, string pointer) => Assert.Equal(pointer, JsonPointer.Append("/costs", name));

    [Fact]
    public void Entries_are_counted_from_zero() => Assert.Equal("/costs/12", JsonPointer.Append("/costs", 12));
}
