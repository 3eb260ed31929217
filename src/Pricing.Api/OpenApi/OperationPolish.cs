using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Pricing.Api.Endpoints;
using Pricing.Api.Lists;
using Pricing.Api.OpenApi.Analyses;
using Pricing.Api.Security;
using Pricing.Application.Idempotency;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Parameters with real ids, request examples that succeed unchanged, headers, files, and what each error means.</summary>
internal sealed class OperationPolish(IWebHostEnvironment environment) : IOperationFilter
{
    private readonly Examples examples = Examples.From(Path.Combine(environment.ContentRootPath, "seed-data"));

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            Describe(parameter, operation, context);
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IfMatchRequired>().Any())
            AddIfMatch(operation);
        if (metadata.OfType<Tryable>().Any())
            AddTrial(operation, context);
        if (metadata.OfType<Retirement>().SingleOrDefault() is { } retirement)
            (operation.Deprecated, operation.Description) = (true, string.Create(
                CultureInfo.InvariantCulture, $"Deprecated since {retirement.DeprecatedOn:yyyy-MM-dd}, stops on {retirement.Sunset:yyyy-MM-dd}; see {retirement.Guide}. {operation.Description}"));
        if (metadata.OfType<ListOf>().SingleOrDefault() is { } list)
            AddFields(operation, list);
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            AddIdempotencyKey(operation);
        SecurityText.Describe(operation, metadata.OfType<Need>().LastOrDefault(), context.Document);
        if (operation.RequestBody is OpenApiRequestBody body)
            Describe(body, operation, metadata.OfType<AnalysisOperation>().SingleOrDefault());
        AddNotModified(operation, context);
        var id = operation.OperationId ?? "";
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse own)
                continue;
            var number = int.Parse(status, CultureInfo.InvariantCulture);
            if (number == StatusCodes.Status304NotModified)
                continue;
            if (number >= 400)
                ProblemExamples.Describe(own, number, operation);
            else
                SuccessText.Describe(own, number, id, examples, metadata.OfType<IfMatchRequired>().Any(), metadata.OfType<ListOf>().Any(), metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode == number).SelectMany(answer => answer.ContentTypes));
        }
    }

    // A read of what has a version answers that the caller has it already.
    private static void AddNotModified(OpenApiOperation operation, OperationFilterContext context)
    {
        var schemas = operation.Responses?.GetValueOrDefault("200")?.Content?.Values.Select(content => content.Schema).OfType<OpenApiSchemaReference>() ?? [];
        if (context.ApiDescription.HttpMethod == HttpMethods.Get && schemas.Any(schema => context.SchemaRepository.Schemas[schema.Reference.Id!].Properties?.ContainsKey("version") == true))
            operation.Responses!["304"] = new OpenApiResponse { Description = "Unchanged: the resource still has a version that If-None-Match names." };
    }

    private static void Describe(OpenApiParameter parameter, OpenApiOperation operation, OperationFilterContext context)
    {
        if (parameter.Name == "id")
        {
            parameter.Description ??= "Id of the resource; the example is one of the seed's.";
            parameter.Example ??= context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AnalysisOperation>().SingleOrDefault() is { } analysis
                ? Examples.IdFor(analysis)
                : Examples.IdFor(context.ApiDescription.RelativePath ?? "");
            return;
        }

        ParameterText.Describe(parameter, operation.OperationId ?? "", context);
    }

    // Not marked as required: the page fills it in after it has checked what is required.
    private static void AddIfMatch(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Description = "ETag of the version that the change is based on, such as \"v3\"; * for whatever the version is. A change without it is refused with 428. This page fills it in by itself once the resource has been shown.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(\\*|\"v[0-9]+\")$", Examples = ["\"v3\"", "*"] },
        });
    }

    private static void AddTrial(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Tryable.Parameter,
            In = ParameterLocation.Query,
            Description = "true to see what the request would change, every rule applied, without storing anything. Default false.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Examples = [false] },
        });
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } content })
            content.TryAdd(Tryable.MediaType, new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(TrialAnswer), context.SchemaRepository) });
    }

    private static void AddFields(OpenApiOperation operation, ListOf list)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = ListShape.Parameter,
            In = ParameterLocation.Query,
            Description = $"The members that rows shall have, with commas between; id and version are always among them. Leave out for all: {string.Join(", ", list.Fields)}.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 1000, Examples = ["id,version,updatedAt"] },
        });
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Idempotency.Header,
            In = ParameterLocation.Header,
            Description = "A text of your own, such as a UUID, that makes it safe to send the call again: for 24 hours the same key and the same call get the same answer, marked Idempotent-Replayed, and take effect once.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = KeyedCall.LongestKey, Pattern = "^[ -~]+$", Examples = ["5f2c9f3e-3c7e-4b0e-9d5b-0d9a4c1f7e21"] },
        });
    }

    private void Describe(OpenApiRequestBody body, OpenApiOperation operation, AnalysisOperation? analysis)
    {
        body.Description ??= operation.OperationId == "CompareDocument" ? "The engagement, spelled out." : null;
        var named = analysis is null
            ? examples.ForRequest(operation.OperationId ?? "")
            : examples.ForAnalysis(analysis, isPosted: operation.OperationId!.EndsWith("OfDocument", StringComparison.Ordinal));
        foreach (var type in body.Content?.Values.Where(_ => named.Count > 0) ?? [])
        {
            type.Examples = named.ToDictionary(
                example => example.Key, example => (IOpenApiExample)new OpenApiExample { Summary = example.Key, Value = example.Value.DeepClone() });
        }
    }
}
