using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pricing.Application.Contract;

namespace Pricing.Api;

/// <summary>JSON as strict as the contract: no unknown or duplicate members, no text for a number, no null for a value.</summary>
internal static class StrictJson
{
    private const int Depth = 34;   // a document of depth 32 may stand inside a request

    public static void AddStrictJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = Depth;
        options.Converters.Add(new CodeConverterFactory());
        options.Converters.Add(new KeptDecimalConverter());
    }

    /// <summary>Decimals to the last digit; the platform's converter rounds what is too fine in silence, down to nothing.</summary>
    private sealed class KeptDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number)
                throw new JsonException();   // the serializer says what it could not convert
            if (!JsonDecimal.Keeps(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan))
                throw new JsonException("A number has at most 28 digits, and as many decimals.");
            var number = reader.GetDecimal();
            return number == 0 ? 0 : number;   // no negative zero
        }

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    /// <summary>Enumerations by their exact names; the platform's converter also takes lists and numbers.</summary>
    private sealed class CodeConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class CodeConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(value => EnumCode.Of(value), StringComparer.Ordinal);

        private static readonly Dictionary<T, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Allowed are {string.Join(", ", ByName.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);
    }
}
