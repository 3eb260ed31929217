using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Parameters with real ids, request examples that succeed unchanged, the If-Match header, and what each error means.</summary>
internal sealed class OperationPolish(IWebHostEnvironment environment) : IOperationFilter
{
    private readonly Examples examples = Examples.From(Path.Combine(environment.ContentRootPath, "seed-data"));

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            Describe(parameter, context);
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IfMatchRequired>().Any())
            AddIfMatch(operation);
        AddRequestExamples(operation);
        foreach (var (status, response) in operation.Responses ?? [])
            Describe(response, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Describe(OpenApiParameter parameter, OperationFilterContext context)
    {
        var (description, example) = parameter.Name == "id"
            ? ("Id of the resource; the example is one of the seed's.", Examples.IdFor(context.ApiDescription.RelativePath ?? ""))
            : ParameterText.Of(parameter.Name ?? "");
        parameter.Description ??= description;
        parameter.Example ??= example;
        ParameterText.Bound(parameter);
    }

    private static void AddIfMatch(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Description = "ETag of the version that the change is based on, such as \"v3\"; * for whatever the version is. This page fills it in by itself once the resource has been shown.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(\\*|\"v[0-9]+\")$" },
        });
    }

    private void AddRequestExamples(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content is not { } content || operation.OperationId is not { } id)
            return;
        var named = examples.ForRequest(id);
        foreach (var type in content.Values.Where(_ => named.Count > 0))
        {
            type.Examples = named.ToDictionary(
                example => example.Key, example => (IOpenApiExample)new OpenApiExample { Summary = example.Key, Value = example.Value.DeepClone() });
        }
    }

    private static void Describe(IOpenApiResponse response, int status)
    {
        if (status < 400)
            return;
        var type = Problems.ProblemType.OfStatus(status);
        response.Description = $"{type.Title}. {type.Cure}";
        foreach (var content in response.Content?.Values ?? [])
        {
            content.Example = new JsonObject
            {
                ["type"] = type.Address,
                ["title"] = type.Title,
                ["status"] = status,
                ["detail"] = status == 400 ? "hours must be 0 or more; you sent -4. Nothing was stored." : $"{type.Cause} {type.Cure}",
                ["traceId"] = "0HNEXAMPLE:00000001",
            };
            if (status == 400)
                content.Example["errors"] = new JsonArray(new JsonObject { ["pointer"] = "/workPackages/0/hours/STRD", ["detail"] = "hours must be 0 or more; you sent -4." });
        }
    }
}
