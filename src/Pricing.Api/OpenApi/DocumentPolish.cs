using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Tags in working order, with what they are for; links from an engagement to what can be made of it.</summary>
internal sealed class DocumentPolish : IDocumentFilter
{
    private static readonly (string OperationId, string Description)[] NextSteps =
    [
        ("CompareEngagement", "Every fee structure side by side."),
        ("GetComparisonChart", "The same as a chart."),
        ("ChangeDocument", "Change single numbers, then compare again."),
        ("GetProposalPdf", "What goes to the client."),
        ("GetEngagementWorkbook", "What finance checks."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This service" }];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.InOrder.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));

        WebhookText.Describe(swaggerDoc, context);

        // Raw JSON is held in these; nothing on the wire has their shape.
        foreach (var leftover in new[] { "ByteReadOnlyMemory", "ByteReadOnlySpan" })
            swaggerDoc.Components?.Schemas?.Remove(leftover);

        var operations = swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value).ToList();
        var known = operations.Select(operation => operation.OperationId).ToHashSet();
        foreach (var operation in operations.Where(operation => operation.OperationId is "BuildDemo" or "CreateEngagement" or "CopyEngagement" or "GetEngagement"))
        {
            foreach (var response in operation.Responses!.Where(response => response.Key[0] == '2').Select(response => response.Value).OfType<OpenApiResponse>())
                response.Links = NextSteps.Where(step => known.Contains(step.OperationId)).ToDictionary(step => step.OperationId, LinkTo);
        }
    }

    private static IOpenApiLink LinkTo((string OperationId, string Description) step) => new OpenApiLink
    {
        OperationId = step.OperationId,
        Description = step.Description,
        Parameters = new Dictionary<string, RuntimeExpressionAnyWrapper>
        {
            ["id"] = new() { Expression = RuntimeExpression.Build("$response.body#/id") },
        },
    };
}
