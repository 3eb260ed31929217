using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Model.Tests.Cases;

/// <summary>Reads a worked case with the platform's own serializer, not with the product's reader.</summary>
internal static class CaseDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new RoleConverter(), new FeeStructureConverter(), new HoursConverter(), new AchievementConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static Engagement Read(string file) => Parse(Text(file));

    public static Engagement Parse(string json) => JsonSerializer.Deserialize<Engagement>(json, Options)!;

    public static JsonObject Expected(string file) => JsonNode.Parse(Text(file))!.AsObject();

    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", file));

    private sealed class RoleConverter : ReadOnlyConverter<Role>
    {
        protected override Role Read(JsonObject json, JsonSerializerOptions options) => json.ContainsKey("costPerHour")
            ? json.Deserialize<Freelancer>(options)!
            : json.Deserialize<Employee>(options)!;
    }

    private sealed class FeeStructureConverter : ReadOnlyConverter<FeeStructure>
    {
        private static readonly Dictionary<string, Type> Types = typeof(FeeStructure).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(FeeStructure)))
            .ToDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

        protected override FeeStructure Read(JsonObject json, JsonSerializerOptions options) =>
            (FeeStructure)json.Deserialize(Types[(string)json["type"]!], options)!;
    }

    private sealed class HoursConverter : ReadOnlyConverter<IReadOnlyList<RoleHours>>
    {
        protected override IReadOnlyList<RoleHours> Read(JsonObject json, JsonSerializerOptions options) =>
            [.. json.Select(pair => new RoleHours(pair.Key, pair.Value!.GetValue<decimal>()))];
    }

    private sealed class AchievementConverter : ReadOnlyConverter<IReadOnlyList<KeyValuePair<string, decimal>>>
    {
        protected override IReadOnlyList<KeyValuePair<string, decimal>> Read(JsonObject json, JsonSerializerOptions options) =>
            [.. json.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.GetValue<decimal>()))];
    }

    private abstract class ReadOnlyConverter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(JsonNode.Parse(ref reader)!.AsObject(), options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();

        protected abstract T Read(JsonObject json, JsonSerializerOptions options);
    }
}
