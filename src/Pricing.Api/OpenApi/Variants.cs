using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pricing.Api.OpenApi.Contract;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>
/// A value that has one of several shapes. Objects are <c>anyOf</c>, with the members that all shapes share beside it: clients in languages with unions get a
/// union that <c>type</c> tells apart, those in other languages an open type that loses nothing. A discriminator would ask the latter for subtypes.
/// </summary>
internal static class Variants
{
    public static void Write(OpenApiSchema own, SchemaFilterContext context, OneOfAttribute variants)
    {
        own.Type = null;
        own.Properties?.Clear();
        own.AdditionalPropertiesAllowed = true;
        own.Description = XmlText.Of(context.Type);
        List<IOpenApiSchema> shapes = [.. variants.Types.Select(type => context.Type == typeof(FeeStructure)
            ? FeeStructureSchemas.Whole(type, context)
            : context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))];
        if (shapes.All(shape => shape is OpenApiSchemaReference))
            BecomeAnyOf(own, shapes, context.SchemaRepository);
        else
            own.OneOf = shapes;
    }

    public static void BecomeAnyOf(OpenApiSchema own, IList<IOpenApiSchema> shapes, SchemaRepository repository)
    {
        own.Type = JsonSchemaType.Object;
        own.AnyOf = shapes;
        var known = shapes.Cast<OpenApiSchemaReference>().Select(shape => (OpenApiSchema)repository.Schemas[shape.Reference.Id!]).ToList();
        own.Required = known.Select(shape => shape.Required ?? new HashSet<string>()).Aggregate((all, next) => all.Intersect(next).ToHashSet());
        own.Properties = known[0].Properties!.Where(member => known.All(shape => shape.Properties!.ContainsKey(member.Key)))
            .ToDictionary(member => member.Key, member => Shared(member.Key, known));
    }

    // Shapes that a member tells apart hold one value each; together they hold all of them.
    private static IOpenApiSchema Shared(string member, List<OpenApiSchema> shapes)
    {
        var first = shapes[0].Properties![member];
        var values = shapes.Select(shape => shape.Properties![member]).SelectMany(ValuesOf).Distinct().ToList();
        return values.Count == 0 ? first : new OpenApiSchema { Type = first.Type, Description = first.Description, Enum = [.. values.Select(value => (JsonNode)value)] };
    }

    private static IEnumerable<string> ValuesOf(IOpenApiSchema member) =>
        member.Const is { } value ? [value] : member is OpenApiSchema { Enum: { Count: > 0 } values } ? values.Select(one => one.GetValue<string>()) : [];
}
