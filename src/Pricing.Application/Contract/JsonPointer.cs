using System.Globalization;
using System.Text;

namespace Pricing.Application.Contract;

/// <summary>Pointers into a JSON document (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>The pointer to a member of what another pointer names.</summary>
    public static string Append(string pointer, string member) => $"{pointer}/{Escape(member)}";

    /// <summary>The pointer to an entry of the list that another pointer names.</summary>
    public static string Append(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");

    /// <summary>A member name as it stands in a pointer: <c>~</c> is <c>~0</c>, <c>/</c> is <c>~1</c>.</summary>
    public static string Escape(string member) => member.AsSpan().ContainsAny('~', '/')
        ? new StringBuilder(member).Replace("~", "~0").Replace("/", "~1").ToString()
        : member;
}
