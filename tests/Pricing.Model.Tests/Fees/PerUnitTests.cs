using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class PerUnitTests
{
    [Fact]
    public void Pieces_are_charged_at_their_prices_and_third_parties_with_markup()
    {
        var perUnit = new PerUnit([new("Film", 2, 4_000), new("Cut-down", 10, 150.50m)], ThirdPartyMarkup: 0.1m);

        var fee = perUnit.OneFee();

        // 8,000 + 1,505 + 5,500 + 100; AI cost is in the price of a piece.
        Assert.Equal(15_105, fee);
    }
}
