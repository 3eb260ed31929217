using System.Buffers;
using System.IO.Pipelines;

namespace Pricing.Api.Endpoints;

/// <summary>Reads a document whole, and one byte too many where there are more: the contract's reader refuses what is too long.</summary>
internal static class Body
{
    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (read.IsCompleted || buffer.Length > Limits.Document)
            {
                // Given back, or the server takes the connection for broken and closes it.
                var body = buffer.Slice(0, Math.Min(buffer.Length, Limits.Document + 1)).ToArray();
                reader.AdvanceTo(buffer.End);
                return body;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
