using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Pricing.Api.OpenApi.Analyses;
using Pricing.Api.OpenApi.Contract;
using Pricing.Application.Contract;
using Pricing.Application.Features.Engagements;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>
/// Says of every member whether it is required, what it may hold and what it means; requests take no unknown members, and raw JSON has the shape that the
/// contract gives it.
/// </summary>
internal sealed class SchemaPolish : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
            return;
        if (context.Type.GetCustomAttribute<OneOfAttribute>() is { } variants)
            Variants.Write(own, context, variants);
        else if (context.Type.IsEnum)
            Explain(own, context.Type);
        else if (own.Properties is { Count: > 0 } && context.MemberInfo is null)
            Complete(own, context);
    }

    private static void Explain(OpenApiSchema own, Type enumeration)
    {
        var values = Enum.GetNames(enumeration).Select(value => $"- `{JsonNamingPolicy.CamelCase.ConvertName(value)}`: {XmlText.Of(enumeration, value)}");
        own.Description = $"{XmlText.Of(enumeration)}\n\n{string.Join('\n', values)}";
    }

    private static void Complete(OpenApiSchema own, SchemaFilterContext context)
    {
        var isContract = context.Type.Namespace is { } space && (space == typeof(BoundsAttribute).Namespace || space == typeof(AnalysisOperations).Namespace)
            || context.Type.IsAssignableTo(typeof(EngagementMembers));
        var isRequest = RequestTypes.All.Contains(context.Type);
        var isResult = !isRequest && (!isContract || context.Type.Name.EndsWith("Result", StringComparison.Ordinal));
        own.Description = XmlText.Of(context.Type) ?? own.Description;
        own.AdditionalPropertiesAllowed = isResult;
        var required = new HashSet<string>();
        own.Required = required;
        var known = own.Properties!;
        var members = new Dictionary<string, IOpenApiSchema>();
        own.Properties = members;

        foreach (var property in InOrder(context.Type))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!known.TryGetValue(name, out var member))
                continue;
            var isRequired = isResult
                ? property.GetCustomAttribute<JsonIgnoreAttribute>() is null
                : property.GetCustomAttribute<RequiredMemberAttribute>() is not null || IsRequiredByConstructor(property);
            if (isRequired)
                required.Add(name);
            if (property.PropertyType == typeof(RawJson))
                member = ShapeOf(property, context) ?? member;
            if (isContract && member is OpenApiSchema inline)
                MemberBounds.Apply(inline, property, context.Type, mayBeNull: isResult);
            members[name] = Described(isContract && !isResult ? member : OrNull(member, property), property);
        }
    }

    // The platform takes no request without them.
    private static bool IsRequiredByConstructor(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == property.Name && !parameter.HasDefaultValue);

    // Base types first: what all share stands in front.
    private static IEnumerable<PropertyInfo> InOrder(Type type)
    {
        var lineage = new List<Type>();
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            lineage.Insert(0, at);
        return lineage.SelectMany(at => at.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
    }

    private static IOpenApiSchema? ShapeOf(PropertyInfo property, SchemaFilterContext context)
    {
        var shape = property.Name switch
        {
            "Document" => typeof(StoredEngagementDocument),
            "WorkPackage" => typeof(WorkPackageAsSent),
            "Asset" => typeof(StoredAsset),
            _ => null,
        };
        return shape is null ? null : context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository);
    }

    // A reference says nothing of null by itself.
    private static IOpenApiSchema OrNull(IOpenApiSchema member, PropertyInfo property) =>
        member is OpenApiSchemaReference && property.PropertyType != typeof(RawJson) && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable
            ? new OpenApiSchema { OneOf = [member, new OpenApiSchema { Type = JsonSchemaType.Null }] }
            : member;

    private static IOpenApiSchema Described(IOpenApiSchema member, PropertyInfo property)
    {
        var text = XmlText.Of(property);
        switch (member)
        {
            case OpenApiSchemaReference reference:
                reference.Reference.Description = text;
                break;
            case OpenApiSchema inline:
                inline.Description = text ?? inline.Description;
                break;
        }

        return member;
    }
}
