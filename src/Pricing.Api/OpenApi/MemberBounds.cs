using System.Reflection;
using Microsoft.OpenApi;
using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi;

/// <summary>What a member of the contract may hold.</summary>
internal static class MemberBounds
{
    private const int MostEntries = 1_000;

    public static void Apply(OpenApiSchema schema, PropertyInfo property, Type owner, bool mayBeNull)
    {
        if (!mayBeNull)
            schema.Type &= ~JsonSchemaType.Null;
        var bounds = property.GetCustomAttribute<BoundsAttribute>();
        var items = property.GetCustomAttribute<ItemsAttribute>();
        var isResult = property.DeclaringType!.Name.EndsWith("Result", StringComparison.Ordinal);
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array))
            (schema.MinItems, schema.MaxItems) = isResult ? (null, null) : Entries(items);
        else if (schema.AdditionalProperties is OpenApiSchema value)
            BoundMap(schema, value, items, bounds);
        else if (bounds is not null)
            (schema.Minimum, schema.Maximum) = (bounds.Minimum, bounds.Maximum);

        if (property.PropertyType == typeof(string) && !isResult)
            BoundText(schema, property, owner);
        if (schema.Items is OpenApiSchema { Type: JsonSchemaType.String, Enum: null or { Count: 0 } } text)
            (text.MinLength, text.MaxLength) = (1, LongTextAttribute.Usual);
    }

    private static (int?, int?) Entries(ItemsAttribute? items) => (items?.Fewest > 0 ? items.Fewest : null, items?.Most ?? MostEntries);

    private static void BoundMap(OpenApiSchema map, OpenApiSchema value, ItemsAttribute? items, BoundsAttribute? bounds)
    {
        map.MaxProperties = items?.Most < MostEntries ? items.Most : null;
        if (bounds is not null)
            (value.Minimum, value.Maximum) = (bounds.Minimum, bounds.Maximum);
        value.Description ??= "Number under its name.";
    }

    private static void BoundText(OpenApiSchema schema, PropertyInfo property, Type owner)
    {
        if (property.GetCustomAttribute<CurrencyCodeAttribute>() is not null)
            (schema.MinLength, schema.MaxLength, schema.Pattern) = (3, 3, "^[A-Z]{3}$");
        else if (owner.GetCustomAttribute<FeeTypeAttribute>() is { } fee && property.Name == "Type")
            (schema.Const, schema.Example) = (fee.Name, fee.Name);
        else
            (schema.MinLength, schema.MaxLength) = (1, property.GetCustomAttribute<LongTextAttribute>() is null ? LongTextAttribute.Usual : LongTextAttribute.Length);
    }
}
