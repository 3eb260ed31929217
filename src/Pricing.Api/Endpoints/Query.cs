using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using Pricing.Api.Lists;
using Pricing.Application.Contract;
using Pricing.Application.Errors;

namespace Pricing.Api.Endpoints;

/// <summary>The parameters of a route's query string, found once.</summary>
internal sealed record KnownParameters(IReadOnlyList<string> Names);

/// <summary>What a query string may hold: parameters that the route knows, codes and days written as in JSON.</summary>
internal static partial class Query
{
    /// <summary>Refuses parameters that the route does not know: with a filter left out, the answer would be to another question.</summary>
    public static void TakesKnownParametersOnly(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } handle)
            return;
        var known = ParametersOf(((RouteEndpointBuilder)endpoint).RoutePattern, endpoint.Metadata);
        endpoint.Metadata.Add(new KnownParameters(known));
        var words = known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known)}";
        endpoint.RequestDelegate = context =>
        {
            IReadOnlyList<Fault> faults = [.. context.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => new Fault($"/{name}", $"{name} is no parameter of this call; {words}."))];
            return faults.Count > 0 ? throw new InvalidRequestException(faults) : handle(context);
        };
    }

    /// <summary>The parameters of a route's query string: those of its handler, and those that it shares with others of its kind.</summary>
    private static IReadOnlyList<string> ParametersOf(RoutePattern path, IEnumerable<object> metadata)
    {
        var names = metadata.OfType<IParameterBindingMetadata>().Where(IsText).Select(parameter => parameter.Name).Except(path.Parameters.Select(parameter => parameter.Name), StringComparer.OrdinalIgnoreCase);
        if (metadata.OfType<ListOf>().Any())
            names = names.Append(ListShape.Parameter);
        return [.. metadata.OfType<Tryable>().Any() ? names.Append(Tryable.Parameter) : names];
    }

    /// <summary>Refuses days and times that are not written as in JSON: the platform takes 1.5 for the fifth of January.</summary>
    public static void TakesIsoTimes(EndpointBuilder endpoint)
    {
        var times = endpoint.Metadata.OfType<IParameterBindingMetadata>().Where(parameter => KindOf(parameter) is not null).ToDictionary(parameter => parameter.Name, parameter => KindOf(parameter)!);
        if (times.Count == 0 || endpoint.RequestDelegate is not { } handle)
            return;
        endpoint.RequestDelegate = context =>
        {
            IReadOnlyList<Fault> faults = [.. times.Where(time => context.Request.Query[time.Key] is [{ } text] && !time.Value.Form.IsMatch(text)).Select(time => new Fault($"/{time.Key}", $"{time.Key} is {time.Value.Words}."))];
            return faults.Count > 0 ? throw new InvalidRequestException(faults) : handle(context);
        };
    }

    // Of the address, and no body or service.
    private static bool IsText(IParameterBindingMetadata parameter) => parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string);

    private static TimeKind? KindOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.ParameterType == typeof(DateOnly?) ? new(Day(), "a day such as 2026-11-25")
        : parameter.ParameterInfo.ParameterType == typeof(DateTimeOffset?) ? new(Time(), "a time such as 2026-11-25T08:00:00Z")
        : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d\z")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\z")]
    private static partial Regex Time();

    private sealed record TimeKind(Regex Form, string Words);

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
