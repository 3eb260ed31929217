using Microsoft.OpenApi;
using Pricing.Application.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Objects take no unknown members, and raw JSON has the shape that the contract gives it.</summary>
internal sealed class SchemaPolish : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
            return;
        if (context.Type == typeof(RawJson))
        {
            own.Type = null;
            own.Properties?.Clear();
            own.Required?.Clear();
            own.AdditionalProperties = null;
            own.AdditionalPropertiesAllowed = true;
            own.Description = "Any JSON value.";
        }
    }
}
