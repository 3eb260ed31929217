using System.Globalization;

namespace Pricing.Model.Tests;

/// <summary>Decimals as test data: attributes take none.</summary>
internal static class Number
{
    public static decimal Of(string text) => decimal.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
