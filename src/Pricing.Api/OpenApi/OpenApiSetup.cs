using System.Net.Mime;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Contract;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Pricing.Api.OpenApi;

/// <summary>The OpenAPI document and the page that account leads work on.</summary>
internal static class OpenApiSetup
{
    private const string Version = "v1", DocumentPath = $"/swagger/{Version}/swagger.json";

    public static void AddPricingOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Version, new OpenApiInfo
            {
                Title = "Pricing",
                Version = Version,
                Description = DeskText.Guide,
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                Contact = new OpenApiContact { Name = "The Pricing authors" },
            });
            foreach (var assembly in new[] { typeof(OpenApiSetup).Assembly, typeof(RawJson).Assembly, typeof(Documents.DocumentLanguage).Assembly, typeof(Model.Comparisons.Comparison).Assembly })
            {
                var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
                options.IncludeXmlComments(path);
                XmlText.Load(path);
            }

            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaIds.Of);
            options.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" });
            options.MapType<decimal?>(() => new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null, Format = "decimal" });
            options.MapType<RawJson>(() => new OpenApiSchema { Description = "Any JSON value." });
            options.MapType<JsonNode>(() => new OpenApiSchema { Description = "Any JSON value; null where nothing stood or stands." });
            options.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true, Description = "A JSON object." });
            options.MapType<DateOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });
            options.AddSecurity();
            options.DocumentFilter<DocumentPolish>();
            options.OperationFilter<OperationPolish>();
            options.SchemaFilter<SchemaPolish>();
            options.SchemaFilter<RequestBounds>();
        });
    }

    public static void UsePricingOpenApi(this WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
        app.MapGet(DeskStyle.CssPath, () => TypedResults.Text(DeskStyle.Css, "text/css")).ExcludeFromDescription();
        app.MapGet(DeskScript.Path, () => TypedResults.Text(DeskScript.Steps, "text/javascript")).ExcludeFromDescription();
        app.MapGet(DeskScript.RolesPath, (HttpContext context, DevelopmentProfile development) => development.Allows(context)
            ? TypedResults.Json(development.Keys)
            : Results.NotFound()).ExcludeFromDescription();
        app.MapGet(DeskStyle.MarkPath, () => TypedResults.Text(DeskStyle.Mark, "image/svg+xml")).ExcludeFromDescription();
        app.MapDocument();
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint(DocumentPath, "Pricing");
            options.DocumentTitle = "Pricing";
            options.HeadContent = DeskStyle.Head;
            options.InjectStylesheet(DeskStyle.CssPath);
            options.InjectJavascript(DeskScript.Path);
            options.EnableTryItOutByDefault();
            options.DocExpansion(DocExpansion.None);   // the steps open what they need
            options.DefaultModelsExpandDepth(-1);
            options.DefaultModelRendering(ModelRendering.Example);
            options.EnableFilter();
            options.EnableDeepLinking();
            options.DisplayRequestDuration();
            options.EnablePersistAuthorization();
            options.ConfigObject.AdditionalItems["requestSnippetsEnabled"] = true;
            options.UseResponseInterceptor(DeskScript.RememberETag);
            options.UseRequestInterceptor(DeskScript.SendETag);
        });
    }

    // Made once, as it takes most of a second and does not change while the service runs.
    private static void MapDocument(this WebApplication app)
    {
        string? kept = null;
        app.MapGet(DocumentPath, async (IAsyncSwaggerProvider documents, CancellationToken cancellationToken) =>
        {
            kept ??= await (await documents.GetSwaggerAsync(Version)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
            return TypedResults.Text(kept, MediaTypeNames.Application.Json);
        }).ExcludeFromDescription();
    }
}
