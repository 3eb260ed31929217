using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Fees;

public sealed class CommissionTests
{
    [Fact]
    public void A_share_of_gross_media_is_charged_and_third_parties_pass_through()
    {
        var commission = new Commission(Rate: 0.15m, GrossMedia: 200_000);

        var fee = commission.OneFee();

        Assert.Equal(35_100, fee);
    }
}
