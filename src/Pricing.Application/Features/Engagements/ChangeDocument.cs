using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>Changes single members of an engagement's document: replace a number, add an entry, remove one. All changes take effect, or none.</summary>
public sealed record ChangeDocument : IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The changes, 1 to 100, in order.</summary>
    public required IReadOnlyList<DocumentChange> Changes { get; init; }
}

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

    /// <summary>JSON pointer of the member in the document.</summary>
    /// <example>/assets/0/generations/0/acceptanceProbability</example>
    public required string Path { get; init; }

    /// <summary>The new value; not for remove.</summary>
    /// <example>0.4</example>
    public RawJson? Value { get; init; }
}

internal sealed class ChangeDocumentValidator : AbstractValidator<ChangeDocument>
{
    public ChangeDocumentValidator()
    {
        RuleFor(request => request.Changes).Must(changes => changes.Count is >= 1 and <= 100).WithMessage("changes holds 1 to 100 changes.");
        RuleForEach(request => request.Changes).NotNull().WithMessage("A change is an object.").ChildRules(change =>
        {
            change.RuleFor(one => one.Path).Must(path => path.Length is > 1 and <= 1000 && path[0] == '/').WithMessage("path is a JSON pointer such as /assets/0/quantity.");
            change.RuleFor(one => one.Value).NotNull().When(one => one.Op != ChangeKind.Remove).WithMessage("value is missing.");
        });
    }
}

internal sealed class ChangeDocumentHandler(PricingDb db, EngagementPricing pricing, TimeProvider time) : IRequestHandler<ChangeDocument, EngagementView>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public async Task<EngagementView> Handle(ChangeDocument request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForChange<EngagementRecord>("engagement", request.Id, request.ReadVersion, cancellationToken);
        var clientName = await pricing.ClientName(engagement.ClientId, cancellationToken);
        var document = JsonNode.Parse(engagement.SentDocument)!;
        for (var i = 0; i < request.Changes.Count; i++)
        {
            if (!TryRead(request.Changes[i].Value, out var value))
                throw new InvalidRequestException([new($"/changes/{i}/value", "value holds a member twice, a text that is no Unicode, or too many levels.")]);
            if (!Apply(document, request.Changes[i], value))
                throw new InvalidRequestException([new($"/changes/{i}/path", "The document has no such place.")]);
        }

        engagement.Price(await pricing.Price(RawJson.Of(document), engagement.OfferTerms, engagement.PricingDate, cancellationToken), clientName);
        engagement.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement);
    }

    // What the tree would take and then stumble over: it reads only when asked.
    private static bool TryRead(RawJson? json, out JsonNode? value)
    {
        value = null;
        try
        {
            value = json is null ? null : JsonNode.Parse(json.Utf8.Span, documentOptions: Strict);
            value?.ToJsonString();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;   // the platform has no other way to say so
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
