using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Tags in working order, with what they are for.</summary>
internal sealed class DocumentPolish : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This service" }];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.InOrder.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
    }
}
