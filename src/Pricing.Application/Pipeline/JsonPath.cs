using System.Text;
using Pricing.Application.Contract;

namespace Pricing.Application.Pipeline;

/// <summary>Turns paths of the platform into JSON pointers (RFC 6901).</summary>
public static class JsonPath
{
    /// <summary>The pointer of a validator's path such as <c>Roles[0].HourlyRate</c>: our properties are members in camel case.</summary>
    public static string PointerOfProperty(string? path)
    {
        var pointer = new StringBuilder();
        foreach (var part in (path ?? "").Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            Append(pointer, char.ToLowerInvariant(part[0]) + part[1..]);
        return pointer.ToString();
    }

    /// <summary>The pointer of a JSON path such as <c>$.roles[0]['a.b']</c>: members stand as they were sent.</summary>
    public static string Pointer(string? path)
    {
        var pointer = new StringBuilder();
        for (var rest = (path ?? "").AsSpan().TrimStart('$'); rest.Length > 0;)
        {
            var isQuoted = rest.StartsWith("['", StringComparison.Ordinal);
            var start = isQuoted ? 2 : 1;
            var length = isQuoted ? EndOfQuoted(rest[start..]) : EndOfPlain(rest[start..]);
            var token = rest.Slice(start, length).ToString();
            Append(pointer, isQuoted ? Unescaped(token) : token);
            var isIndex = !isQuoted && rest[0] == '[';
            rest = rest[Math.Min(rest.Length, start + length + (isQuoted ? 2 : isIndex ? 1 : 0))..];
        }

        return pointer.ToString();
    }

    private static int EndOfQuoted(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
                i++;
            else if (rest[i..].StartsWith("']", StringComparison.Ordinal))
                return i;
        }

        return rest.Length;
    }

    private static int EndOfPlain(ReadOnlySpan<char> rest) => rest.IndexOfAny('.', '[', ']') is >= 0 and var end ? end : rest.Length;

    private static string Unescaped(string token) =>
        token.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    private static void Append(StringBuilder pointer, string token) =>
        pointer.Append('/').Append(JsonPointer.Escape(token));
}
