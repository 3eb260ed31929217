using System.Text.Json;

namespace Pricing.Application.Contract;

/// <summary>Members as the contract has them: what is absent or at its default is left out.</summary>
internal static class JsonWriting
{
    public static void Optional(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, value);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, bool? flag)
    {
        if (flag is { } value)
            writer.WriteBoolean(name, value);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, DateOnly? day)
    {
        if (day is { } value)
            writer.Day(name, value);
    }

    public static void Optional<T>(this Utf8JsonWriter writer, string name, T? code, CodeTable<T> codes)
        where T : struct
    {
        if (code is { } value)
            writer.WriteString(name, codes.CodeOf(value));
    }

    public static void UnlessZero(this Utf8JsonWriter writer, string name, decimal number)
    {
        if (number != 0)
            writer.WriteNumber(name, number);
    }

    public static void Day(this Utf8JsonWriter writer, string name, DateOnly day) =>
        writer.WriteString(name, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public static void List<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> entries, Action<Utf8JsonWriter, T> writeMembers)
    {
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writeMembers(writer, entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void OptionalList<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> entries, Action<Utf8JsonWriter, T> writeMembers)
    {
        if (entries.Count > 0)
            writer.List(name, entries, writeMembers);
    }

    public static void Words(this Utf8JsonWriter writer, string name, IEnumerable<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
