using System.Text.Json.Serialization;
using Pricing.Application.Errors;

namespace Pricing.Api.Problems;

/// <summary>A problem document (RFC 9457).</summary>
public sealed record ProblemBody
{
    /// <summary>Address of the kind of problem; a page of the service explains it.</summary>
    /// <example>/problems/invalid-request</example>
    public required string Type { get; init; }

    /// <summary>What it is, the same for every occurrence.</summary>
    /// <example>The request breaks a rule</example>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>What happened here and what to do.</summary>
    /// <example>1 member is at fault; nothing was stored.</example>
    public required string Detail { get; init; }

    /// <summary>Every fault, for a request that breaks a rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Errors { get; init; }

    /// <summary>The ETag that the resource has now, where it is about versions.</summary>
    [JsonPropertyName("currentETag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CurrentETag { get; init; }

    /// <summary>Id under which the service's log knows the request.</summary>
    public string? TraceId { get; init; }
}
