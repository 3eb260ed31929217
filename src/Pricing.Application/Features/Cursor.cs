using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pricing.Application.Features;

/// <summary>Where a page of a list ended, and to which question.</summary>
/// <param name="Id">Id of the last row.</param>
/// <param name="Time">Its time, where the list is sorted by one.</param>
/// <param name="Text">Its name, where the list is sorted by names.</param>
internal sealed record Cursor(Guid Id, DateTimeOffset Time, string Text)
{
    private const int Question = 16, Fixed = Question + 16 + sizeof(long);

    public string Write(ICursorSeal seal, PagedRequest request) =>
        seal.Close([.. HashOf(request), .. Id.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(Time.UtcTicks), .. Encoding.UTF8.GetBytes(Text)]);

    /// <summary>The cursor that a request brings; null where it is none of ours, or that of another question.</summary>
    public static Cursor? Read(ICursorSeal seal, PagedRequest request)
    {
        if (seal.Open(request.After!) is not { Length: >= Fixed } bytes || !bytes.AsSpan(0, Question).SequenceEqual(HashOf(request)))
            return null;
        var time = BitConverter.ToInt64(bytes.AsSpan(Question + 16, sizeof(long)));
        return new(new Guid(bytes.AsSpan(Question, 16), bigEndian: true), new DateTimeOffset(time, TimeSpan.Zero), Encoding.UTF8.GetString(bytes.AsSpan(Fixed)));
    }

    // Every parameter but the place and the length of the page. As JSON, which no culture changes: nodes of different cultures read each other's cursors.
    private static byte[] HashOf(PagedRequest request) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(request.GetType().Name), .. JsonSerializer.SerializeToUtf8Bytes(request with { Limit = null, After = null }, request.GetType())])[..Question];
}
