using System.Text.Json.Serialization;
using MediatR;

namespace Pricing.Application.Features.ExternalIds;

/// <summary>A record that is created or replaced under the id that another system gave it.</summary>
public interface IUpsert<TView> : IRequest<Upserted<TView>>
{
    /// <summary>Code of the system; from the route, never from the body.</summary>
    [JsonIgnore]
    string System { get; init; }

    /// <summary>The id there; from the route, never from the body.</summary>
    [JsonIgnore]
    string ExternalId { get; init; }

    /// <summary>Which version may be replaced; from <c>If-Match</c> and <c>If-None-Match</c>, never from the body.</summary>
    [JsonIgnore]
    UpsertCondition Condition { get; init; }
}

/// <summary>On what an upsert depends.</summary>
/// <param name="IsGiven">Whether versions or * are stated; without, a record that is there is not replaced.</param>
/// <param name="ReadVersions">The versions of which one is replaced; null for whatever it is.</param>
/// <param name="CreatesOnly">Whether a record that is there is refused.</param>
public sealed record UpsertCondition(bool IsGiven, IReadOnlyList<int>? ReadVersions, bool CreatesOnly = false)
{
    /// <summary>Nothing is stated.</summary>
    public static readonly UpsertCondition None = new(false, null);
}

/// <summary>What became of an upsert.</summary>
/// <param name="View">The record.</param>
/// <param name="IsNew">Whether it was created.</param>
public sealed record Upserted<TView>(TView View, bool IsNew);
