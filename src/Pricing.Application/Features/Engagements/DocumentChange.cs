using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>Puts another value in the place of one that is there.</summary>
    Replace,

    /// <summary>Adds a member, or an entry before the given position; "-" stands for the end of a list.</summary>
    Add,

    /// <summary>Takes a member or entry away.</summary>
    Remove,
}

/// <summary>One change, after JSON Patch (RFC 6902).</summary>
public sealed record DocumentChange
{
    /// <summary>replace, add or remove. Default replace.</summary>
    /// <example>replace</example>
    public ChangeKind Op { get; init; }

    /// <summary>JSON pointer of the member in the document, 2 to 1,000 characters.</summary>
    /// <example>/assets/0/generations/0/acceptanceProbability</example>
    public required string Path { get; init; }

    /// <summary>The new value; not for remove.</summary>
    /// <example>0.4</example>
    public RawJson? Value { get; init; }
}

internal sealed class DocumentChangeValidator : AbstractValidator<DocumentChange>
{
    public DocumentChangeValidator()
    {
        RuleFor(one => one.Path).Must(path => path.Length is > 1 and <= 1000 && path[0] == '/').WithMessage("path is a JSON pointer such as /assets/0/quantity.");
        RuleFor(one => one.Value).NotNull().When(one => one.Op != ChangeKind.Remove).WithMessage("value is missing.");
    }
}

/// <summary>Applies changes to a document.</summary>
internal static class DocumentChanges
{
    /// <summary>Most changes of a request.</summary>
    public const int Most = 100;

    /// <summary>A document with all changes applied in order.</summary>
    /// <inheritdoc cref="Apply(JsonNode, IReadOnlyList{DocumentChange})" path="/exception"/>
    public static RawJson Applied(string document, IReadOnlyList<DocumentChange> changes)
    {
        var changed = JsonNode.Parse(document)!;
        Apply(changed, changes);
        return RawJson.Of(changed);
    }

    /// <summary>Applies all changes in order.</summary>
    /// <exception cref="InvalidRequestException">A change names no place of the document, or holds no value that it could take.</exception>
    public static void Apply(JsonNode document, IReadOnlyList<DocumentChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            JsonNode? value = null;
            if (changes[i].Value?.TryParse(out value) == false)
                throw new InvalidRequestException([new($"/changes/{i}/value", "value holds a member twice, a text that is no Unicode, or too many levels.")]);
            if (!Apply(document, changes[i], value))
                throw new InvalidRequestException([new($"/changes/{i}/path", "The document has no such place.")]);
        }
    }

    private static bool Apply(JsonNode document, DocumentChange change, JsonNode? value)
    {
        var tokens = change.Path[1..].Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var parent = tokens.SkipLast(1).Aggregate<string, JsonNode?>(document, Child);
        return parent switch
        {
            JsonObject members => Apply(members, tokens[^1], change.Op, value),
            JsonArray entries => Apply(entries, tokens[^1], change.Op, value),
            _ => false,
        };
    }

    private static bool Apply(JsonObject members, string name, ChangeKind op, JsonNode? value)
    {
        if (op != ChangeKind.Add && !members.ContainsKey(name))
            return false;
        if (op == ChangeKind.Remove)
            members.Remove(name);
        else
            members[name] = value;
        return true;
    }

    private static bool Apply(JsonArray entries, string token, ChangeKind op, JsonNode? value)
    {
        var at = token == "-" && op == ChangeKind.Add ? entries.Count : Position(token);
        if (at < 0 || at > entries.Count || (at == entries.Count && op != ChangeKind.Add))
            return false;
        if (op != ChangeKind.Add)
            entries.RemoveAt(at);
        if (op != ChangeKind.Remove)
            entries.Insert(at, value);
        return true;
    }

    private static JsonNode? Child(JsonNode? parent, string token) => parent switch
    {
        JsonObject members => members[token],
        JsonArray entries when Position(token) is >= 0 and var at && at < entries.Count => entries[at],
        _ => null,
    };

    private static int Position(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : -1;
}
