using Microsoft.OpenApi;
using Pricing.Api.OpenApi.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>A structure at the top level has the members of its part, and some that no part takes.</summary>
internal static class FeeStructureSchemas
{
    private const string Part = "Part";

    public static IOpenApiSchema Whole(Type part, SchemaFilterContext context)
    {
        var repository = context.SchemaRepository;
        context.SchemaGenerator.GenerateSchema(part, repository);
        var id = SchemaIds.Of(part);
        var known = (OpenApiSchema)repository.Schemas[id];
        if (part == typeof(CombinedPart))
            repository.Schemas.Remove(id);

        var wholeId = (id.EndsWith(Part, StringComparison.Ordinal) ? id[..^Part.Length] : id) + "Structure";
        var variants = part.GetCustomAttributes(typeof(OneOfAttribute), false).Cast<OneOfAttribute>().SingleOrDefault();
        if (variants is null)
            return repository.AddDefinition(wholeId, With(known, Extras(context)));
        var whole = new OpenApiSchema { Description = known.Description };
        Variants.BecomeAnyOf(whole, [.. variants.Types.Select(type => Whole(type, context))], repository);
        return repository.AddDefinition(wholeId, whole);
    }

    private static OpenApiSchema Extras(SchemaFilterContext context)
    {
        var repository = new SchemaRepository(context.DocumentName);
        context.SchemaGenerator.GenerateSchema(typeof(FeeStructureMembers), repository);
        return (OpenApiSchema)repository.Schemas[SchemaIds.Of(typeof(FeeStructureMembers))];
    }

    private static OpenApiSchema With(OpenApiSchema part, OpenApiSchema extras)
    {
        var members = new Dictionary<string, IOpenApiSchema>(part.Properties!);
        foreach (var (name, schema) in extras.Properties!)
            members[name] = schema;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = part.Description,
            Properties = members,
            Required = new HashSet<string>(part.Required!),
            AdditionalPropertiesAllowed = false,
        };
    }
}
