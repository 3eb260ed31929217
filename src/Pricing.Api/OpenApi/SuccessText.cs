using System.Net.Mime;
using Microsoft.OpenApi;
using Pricing.Api.Endpoints;

namespace Pricing.Api.OpenApi;

/// <summary>What a success brings: headers, files and examples of answers.</summary>
internal static class SuccessText
{
    /// <param name="response">The answer.</param>
    /// <param name="status">Its status.</param>
    /// <param name="operationId">The operation.</param>
    /// <param name="examples">Examples.</param>
    /// <param name="isChange">Whether the operation changes a version.</param>
    /// <param name="isList">Whether it is a page of a list.</param>
    /// <param name="mediaTypes">What the route says it produces, in order; files have no type of ours, so their answers are empty until here.</param>
    public static void Describe(OpenApiResponse response, int status, string operationId, Examples examples, bool isChange, bool isList, IEnumerable<string> mediaTypes)
    {
        var content = response.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var type in mediaTypes)
            content.TryAdd(type, new OpenApiMediaType());
        var isFile = content.Keys.Any(type => type is not (MediaTypeNames.Application.Json or Tryable.MediaType));
        response.Description = (status, isFile) switch
        {
            (StatusCodes.Status201Created, _) => "Created; Location names its address.",
            (StatusCodes.Status202Accepted, _) => "Accepted; Location names where to fetch the answer, DELETE there cancels it.",
            (StatusCodes.Status204NoContent, _) => "Done; there is nothing to tell.",
            (_, true) => "The file.",
            _ => "Done.",
        };
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        if (!isFile && (isChange || IsVersioned(content)))
            response.Headers["ETag"] = Header("Version of the resource, such as \"v3\"; send it as If-Match with the next change, or as If-None-Match to ask for news.");
        if (isList)
            response.Headers["Link"] = Header("Address of the next page, rel=\"next\"; left out on the last one.");
        if (status is StatusCodes.Status201Created or StatusCodes.Status202Accepted)
            response.Headers["Location"] = Header("Address of the new resource.");
        if (isFile && !content.ContainsKey(MediaTypeNames.Image.Png))
        {
            response.Headers["Content-Disposition"] = Header("attachment, with a file name that says client, engagement, version and kind.");
            response.Headers["Content-Language"] = Header("Language of the document: de or en.");
        }

        foreach (var (type, media) in content)
            Describe(media, type, operationId, examples);
    }

    private static void Describe(OpenApiMediaType media, string type, string operationId, Examples examples)
    {
        if (type == MediaTypeNames.Application.Json)
            media.Example ??= examples.ForAnswer(operationId);
        else if (type != Tryable.MediaType)
            media.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = $"The bytes, {type}." };
    }

    private static bool IsVersioned(IDictionary<string, OpenApiMediaType> content) =>
        content.Values.Any(media => media.Schema is OpenApiSchemaReference { Reference.Id: { } id } && id.EndsWith("View", StringComparison.Ordinal));

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
