using System.Text.Json.Serialization;
using Pricing.Api.Problems;

namespace Pricing.Api.Batches;

/// <summary>Several records that are created or replaced by their external ids, in order.</summary>
public sealed record Batch<T>
{
    /// <summary>Whether all of it takes effect or nothing; false for each item on its own.</summary>
    /// <example>false</example>
    public required bool Atomic { get; init; }

    /// <summary>The records, 1 to 100.</summary>
    public required IReadOnlyList<BatchItem<T>> Items { get; init; }
}

/// <summary>A record of a batch.</summary>
public sealed record BatchItem<T>
{
    /// <summary>Code of the system that knows it.</summary>
    /// <example>hubspot</example>
    public required string System { get; init; }

    /// <summary>Its id there.</summary>
    /// <example>4711</example>
    public required string ExternalId { get; init; }

    /// <summary>ETag of the version that is replaced, such as "v3", or * for whatever it is; leave out for a new one.</summary>
    /// <example>*</example>
    public string? IfMatch { get; init; }

    /// <summary>The record, as a single call takes it.</summary>
    public required T Record { get; init; }
}

/// <summary>What became of a batch, one result for each item, in their order.</summary>
/// <param name="Results">The results.</param>
public sealed record BatchAnswer(IReadOnlyList<BatchResult> Results);

/// <summary>What became of an item.</summary>
/// <param name="System">Code of the system.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Status">The status that a single call would have had: 201 created, 200 replaced, 4xx refused.</param>
/// <param name="Id">Id of the record; left out where it was refused.</param>
/// <param name="ETag">Its version; left out where it was refused.</param>
/// <param name="Problem">Why it was refused; pointers start at the item's record. Left out where it was not.</param>
public sealed record BatchResult(
    string System, string ExternalId, int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id,
    [property: JsonPropertyName("etag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ETag,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemBody? Problem);
