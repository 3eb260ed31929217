using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pricing.Api.OpenApi;

/// <summary>Summaries from the documentation files, for what Swashbuckle leaves undescribed.</summary>
internal static partial class XmlText
{
    // Several services of one process, as tests start them, read the same files at once.
    private static readonly ConcurrentDictionary<string, string> Summaries = [];

    /// <summary>Reads a documentation file.</summary>
    public static void Load(string path)
    {
        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            var name = (string)member.Attribute("name")!;
            if (member.Element("summary") is { } summary)
                Summaries[name] = Plain(summary);
            if (name.StartsWith("T:", StringComparison.Ordinal))
            {
                foreach (var parameter in member.Elements("param"))
                    Summaries[$"P:{name[2..]}.{(string)parameter.Attribute("name")!}"] = Plain(parameter);
            }
        }
    }

    /// <summary>What a property means; null where nothing is written.</summary>
    public static string? Of(PropertyInfo property) => Summaries.GetValueOrDefault($"P:{Name(property.DeclaringType!)}.{property.Name}");

    /// <summary>What a type means; null where nothing is written.</summary>
    public static string? Of(Type type) => Summaries.GetValueOrDefault($"T:{Name(type)}");

    /// <summary>What a value of an enumeration means; null where nothing is written.</summary>
    public static string? Of(Type enumeration, string value) => Summaries.GetValueOrDefault($"F:{Name(enumeration)}.{value}");

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Plain(XElement text)
    {
        foreach (var code in text.Elements("c"))
            code.Value = $"`{code.Value}`";
        return Blanks().Replace(text.Value, " ").Trim();
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
