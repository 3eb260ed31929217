using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pricing.Application.Features;

/// <summary>Closes the cursors of lists, so that nobody reads or makes one.</summary>
public interface ICursorSeal
{
    /// <summary>Closes a cursor.</summary>
    string Close(byte[] cursor);

    /// <summary>Opens one; null where it is none of ours.</summary>
    byte[]? Open(string text);
}

/// <summary>For a host without a key ring: signs with a key of the process, so that cursors end with it.</summary>
internal sealed class ProcessCursorSeal : ICursorSeal
{
    private const int Mac = HMACSHA256.HashSizeInBytes;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Close(byte[] cursor) => Base64Url.EncodeToString([.. HMACSHA256.HashData(key, cursor), .. cursor]);

    public byte[]? Open(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length > Mac && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, Mac), HMACSHA256.HashData(key, bytes.AsSpan(Mac))) ? bytes[Mac..] : null;
    }
}
