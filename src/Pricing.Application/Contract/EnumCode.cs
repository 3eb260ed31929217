using System.Text.Json;

namespace Pricing.Application.Contract;

/// <summary>What a value of an enumeration is called on the wire, in files and in addresses: its name with a small first letter.</summary>
public static class EnumCode
{
    /// <summary>The code of a value.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
