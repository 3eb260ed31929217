using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Pricing.Application.Contract;

/// <summary>A JSON value kept as it was sent, for the contract's own reader to check.</summary>
/// <param name="Utf8">The value's text.</param>
[JsonConverter(typeof(RawJsonConverter))]
public sealed record RawJson(ReadOnlyMemory<byte> Utf8)
{
    // Letters stay letters: escapes would make a document longer than it was sent, and near the bound too long.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As many levels as the platform reads without being told.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads the value as nodes that may be walked and written.</summary>
    /// <returns>Whether it could be read: no member stands twice, each text is Unicode, and it is not nested too deep.</returns>
    internal bool TryParse(out JsonNode? value)
    {
        value = null;
        if (!System.Text.Unicode.Utf8.IsValid(Utf8.Span))
            return false;
        try
        {
            var read = JsonNode.Parse(Utf8.Span, documentOptions: Strict);
            read?.ToJsonString();   // nodes take any text, and stumble over it later
            value = read;
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;   // the platform has no other way to say so
        }
    }

    /// <summary>The text of a value that was changed.</summary>
    internal static RawJson Of(JsonNode value) => new(Encoding.UTF8.GetBytes(value.ToJsonString(Plain)));
}

internal sealed class RawJsonConverter : JsonConverter<RawJson?>
{
    // A null, too, is the contract's reader's to refuse.
    public override bool HandleNull => true;

    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return new(JsonMarshal.GetRawUtf8Value(value.RootElement).ToArray());
    }

    public override void Write(Utf8JsonWriter writer, RawJson? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
