using System.Text.Json;
using Pricing.Application.Contract;
using Pricing.Application.Errors;

namespace Pricing.Api.Endpoints;

/// <summary>Codes in a query string, by the same names as in JSON.</summary>
internal static class Query
{
    /// <exception cref="InvalidRequestException">The text is none of the codes.</exception>
    public static T? Code<T>(string? text, string parameter)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (EnumCode.Of(value) == text)
                return value;
        }

        var allowed = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
        throw new InvalidRequestException([new($"/{parameter}", $"{parameter} is one of {allowed}.")]);
    }
}
