using System.Buffers.Binary;
using System.Buffers.Text;
using Pricing.Application.Errors;

namespace Pricing.Application.Features;

/// <summary>Places in a sequence, in the form of the other cursors, so that nobody counts on them being numbers.</summary>
internal static class FeedPlace
{
    private const int Length = 16, NumberStart = 8;

    public static string Of(long place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes[NumberStart..], place);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="InvalidRequestException">The text is no cursor of ours.</exception>
    public static long PlaceOf(string cursor)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (cursor.Length == 22 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var written) && written == Length
            && bytes[..NumberStart].IndexOfAnyExcept((byte)0) < 0 && BinaryPrimitives.ReadInt64BigEndian(bytes[NumberStart..]) is >= 0 and var place)
            return place;
        throw new InvalidRequestException([new("/after", "after is the next of the page before; send it unchanged.")]);
    }
}
