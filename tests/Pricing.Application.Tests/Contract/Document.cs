using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;

namespace Pricing.Application.Tests.Contract;

/// <summary>A document to read, made from a worked case by small changes.</summary>
internal sealed class Document(string text)
{
    public static Document A { get; } = Case("case-a");

    public static Document B { get; } = Case("case-b");

    public string Text => text;

    public static Document Case(string name) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", "Cases", $"{name}.json")));

    /// <summary>Changes by pointer: <c>/agency/vatRate = 19</c>, <c>/costs/- = {…}</c> to append, <c>remove /client</c>.</summary>
    public Document With(params string[] changes)
    {
        var root = JsonNode.Parse(text)!;
        foreach (var change in changes)
        {
            if (change.StartsWith("remove ", StringComparison.Ordinal))
            {
                var (parent, token) = Locate(root, change["remove ".Length..]);
                if (parent is JsonArray list)
                    list.RemoveAt(int.Parse(token, CultureInfo.InvariantCulture));
                else
                    Assert.True(parent.AsObject().Remove(token), change);
            }
            else
            {
                var at = change.IndexOf(" = ", StringComparison.Ordinal);
                var (parent, token) = Locate(root, change[..at]);
                var value = JsonNode.Parse(change[(at + 3)..]);
                if (parent is JsonObject members)
                    members[token] = value;
                else if (token == "-")
                    parent.AsArray().Add(value);
                else
                    parent.AsArray()[int.Parse(token, CultureInfo.InvariantCulture)] = value;
            }
        }

        return new(root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>Changes the text itself, once, for what no tree can hold.</summary>
    public Document Replacing(string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{old} is not in the document.");
        return new(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    public EngagementReading Read(IReferenceBook? references = null) => EngagementReader.Read(Encoding.UTF8.GetBytes(text), references);

    /// <summary>Reads the document; it must be refused with faults at these pointers and no others.</summary>
    public IReadOnlyList<ContractFault> RefusedAt(params string[] pointers)
    {
        var reading = Read();
        Assert.Equal(pointers.Order(StringComparer.Ordinal), reading.Faults.Select(fault => fault.Pointer).Order(StringComparer.Ordinal));
        Assert.Equal(pointers.Length == 0, reading.IsSound);
        return reading.Faults;
    }

    private static (JsonNode Parent, string Token) Locate(JsonNode root, string pointer)
    {
        var tokens = pointer.Split('/')[1..];
        var node = root;
        foreach (var token in tokens[..^1])
            node = (node is JsonArray list ? list[int.Parse(token, CultureInfo.InvariantCulture)] : node[Unescaped(token)])!;
        return (node, Unescaped(tokens[^1]));
    }

    private static string Unescaped(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
