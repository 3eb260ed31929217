using System.Text;

namespace Pricing.Application.Pipeline;

/// <summary>Turns paths of the platform into JSON pointers (RFC 6901).</summary>
public static class JsonPath
{
    /// <summary>The pointer of a path such as <c>$.roles[0].hourlyRate</c> or <c>Roles[0].HourlyRate</c>.</summary>
    public static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        foreach (var part in (path ?? "").TrimStart('$').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var token = part.Trim('\'', '"');
            pointer.Append('/').Append(char.ToLowerInvariant(token[0])).Append(Escape(token[1..]));
        }

        return pointer.ToString();
    }

    private static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
