using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pricing.Application.Errors;
using Pricing.Application.Features;

namespace Pricing.Api.Lists;

/// <summary>What a list's rows hold: the members that a caller may choose among.</summary>
/// <param name="Fields">Their names.</param>
internal sealed record ListOf(IReadOnlyList<string> Fields)
{
    public static ListOf Rows<TView>() => new([.. typeof(TView).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))]);
}

/// <summary>Gives every list the same manners: the address of the next page as a link, and only the members that were asked for.</summary>
internal static class ListShape
{
    public const string Parameter = "fields";

    private const string After = "after";

    private static readonly string[] Always = ["id", "version"];

    public static async ValueTask<object?> Apply(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var fields = FieldsOf(http.Request, http.GetEndpoint()!.Metadata.GetRequiredMetadata<ListOf>().Fields);
        var answer = await next(context);
        if (answer is not IPage page)
            return answer;
        if (page.Next is { } cursor)
            http.Response.Headers.Link = $"<{AddressOf(http.Request, cursor)}>; rel=\"next\"";
        return fields is null ? answer : Narrowed(answer, fields, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
    }

    /// <exception cref="InvalidRequestException">The rows have no such member.</exception>
    private static HashSet<string>? FieldsOf(HttpRequest request, IReadOnlyList<string> known)
    {
        if (!request.Query.TryGetValue(Parameter, out var text))
            return null;
        var asked = text.ToString().Split(',');
        return asked.All(known.Contains)
            ? [.. asked, .. Always]
            : throw new InvalidRequestException([new($"/{Parameter}", $"fields names members with commas between, of {string.Join(", ", known)}.")]);
    }

    private static JsonNode Narrowed(object page, HashSet<string> fields, JsonSerializerOptions options)
    {
        var node = JsonSerializer.SerializeToNode(page, page.GetType(), options)!;
        foreach (var row in node["items"]!.AsArray().Select(row => row!.AsObject()))
        {
            foreach (var (name, _) in row.Where(member => !fields.Contains(member.Key)).ToList())
                row.Remove(name);
        }

        return node;
    }

    private static string AddressOf(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(parameter => parameter.Key != After).SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value));
        return $"{request.Path}{QueryString.Create(query.Append(KeyValuePair.Create<string, string?>(After, cursor)))}";
    }
}
