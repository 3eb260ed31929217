namespace Pricing.Api.OpenApi;

/// <summary>Names of schemas: those of the types, with the rows of a page in front.</summary>
internal static class SchemaIds
{
    // The contract's shapes are named as it names them; their types must not be taken for the model's.
    private const string Sent = "AsSent";

    public static string Of(Type type)
    {
        var name = type.Name;
        if (type.IsGenericType)
            name = string.Concat(type.GetGenericArguments().Select(Of)) + name[..name.IndexOf('`', StringComparison.Ordinal)];
        if (name.EndsWith(Sent, StringComparison.Ordinal))
            name = name[..^Sent.Length];
        return name == "ProblemBody" ? "Problem" : name;
    }
}
