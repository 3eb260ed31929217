namespace Pricing.Api.OpenApi;

/// <summary>Names of schemas: those of the types, with the rows of a page in front.</summary>
internal static class SchemaIds
{
    public static string Of(Type type)
    {
        var name = type.Name;
        if (type.IsGenericType)
            name = string.Concat(type.GetGenericArguments().Select(Of)) + name[..name.IndexOf('`', StringComparison.Ordinal)];
        return name == "ProblemBody" ? "Problem" : name;
    }
}
