using System.Text;
using Pricing.Application.Contract;

namespace Pricing.Application.Tests.Contract;

public class JsonDecimalTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.000e-999999999999", true)]
    [InlineData("12", true)]
    [InlineData("0.19", true)]
    [InlineData("-1.50e3", true)]
    [InlineData("1e12", true)]
    [InlineData("100000000000000000000000000000", false)]   // larger than a decimal
    [InlineData("1e400", false)]
    [InlineData("1e-28", true)]
    [InlineData("1e-29", false)]
    [InlineData("1e-400", false)]
    [InlineData("1E-99999999999999", false)]
    [InlineData("0.1234567890123456789012345678", true)]
    [InlineData("0.12345678901234567890123456789", false)]
    [InlineData("1234567890123456789012345678", true)]
    [InlineData("12345678901234567890123456789.5", false)]
    [InlineData("1000.00000000000000000000000000000000000000", true)]
    public void A_number_is_kept_where_no_digit_of_it_is_lost(string literal, bool isKept) => Assert.Equal(isKept, JsonDecimal.Keeps(Encoding.ASCII.GetBytes(literal)));
}
