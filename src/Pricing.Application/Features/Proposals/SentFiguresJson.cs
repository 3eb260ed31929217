using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>
/// How the figures of a version are kept that was sent: a contract must not change because a later version of the service works a figure out another way.
/// Members that follow from others are left out, and worked out from what is kept.
/// </summary>
internal static class SentFiguresJson
{
    private static readonly JsonSerializerOptions Options = new(ProposalJson.Options)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new MoneyConverter(), new CurrencyConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellTermsApart } },
    };

    public static string Write(ClientProposal proposal) => JsonSerializer.Serialize(proposal, Options);

    public static ClientProposal Read(string json) => JsonSerializer.Deserialize<ClientProposal>(json, Options)!;

    private static void TellTermsApart(JsonTypeInfo type)
    {
        if (type.Type != typeof(ClientTerms))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in typeof(ClientTerms).GetNestedTypes())
            type.PolymorphismOptions.DerivedTypes.Add(new(kind, JsonNamingPolicy.CamelCase.ConvertName(kind.Name)));
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }

    private sealed class CurrencyConverter : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Currency.Of(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
