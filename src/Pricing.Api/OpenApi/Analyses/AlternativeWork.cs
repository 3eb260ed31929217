using Pricing.Api.OpenApi.Contract;

namespace Pricing.Api.OpenApi.Analyses;

/// <summary>An asset and how else it could be made; the method by which the engagement makes it stands there already.</summary>
public sealed record AlternativeAsSent
{
    /// <summary>Id of the asset, else the name that only it has; each asset once.</summary>
    /// <example>AI video</example>
    public required string Asset { get; init; }

    /// <summary>The work where people make it. Default: none.</summary>
    public AnyAssetWork? Classic { get; init; }

    /// <summary>The work where a model makes it. Default: none.</summary>
    public AnyAssetWork? Ai { get; init; }

    /// <summary>The work where both make it. Default: none.</summary>
    public AnyAssetWork? Hybrid { get; init; }
}

/// <summary>The work of one asset: that of another asset of the engagement, or spelled out.</summary>
[OneOf(typeof(SameWorkAsSent), typeof(AssetWorkAsSent))]
public abstract record AnyAssetWork;

/// <summary>The work of another asset as it stands in the engagement.</summary>
public sealed record SameWorkAsSent
{
    /// <summary>Id of the other asset, else the name that only it has.</summary>
    /// <example>Classic video</example>
    public required string SameAs { get; init; }
}

/// <summary>What it takes to make one asset.</summary>
public sealed record AssetWorkAsSent
{
    /// <summary>Code of the effort profile that spreads its hours, review included.</summary>
    /// <example>classic</example>
    public required string EffortProfile { get; init; }

    /// <summary>Planned hours of one asset by role code, at most 20 roles. Default: none.</summary>
    /// <example>{"CRS": 3, "ED": 9}</example>
    [Items(0, 20), Amount]
    public IReadOnlyDictionary<string, decimal>? HoursPerAsset { get; init; }

    /// <summary>What AI models make for one asset, at most 20. Default: none.</summary>
    [Items(0, 20)]
    public IReadOnlyList<GenerationAsSent>? Generations { get; init; }

    /// <summary>Costs of one asset. Default: none.</summary>
    public IReadOnlyList<CostPerAssetAsSent>? CostsPerAsset { get; init; }
}

/// <summary>Parameters of analyses that compare ways to make assets.</summary>
public abstract record AlternativeParameters
{
    /// <summary>The assets and how else they could be made, at least one.</summary>
    [Items(1, 1000)]
    public required IReadOnlyList<AlternativeAsSent> Alternatives { get; init; }

    /// <summary>Ids or names of work packages that exist only for AI delivery, each once. Default: none.</summary>
    /// <example>["Pipeline and brand model data"]</example>
    public IReadOnlyList<string>? SetUpPackages { get; init; }
}

/// <summary>What every row about a structure has.</summary>
public abstract record StructureRowResult
{
    /// <summary>Place of the structure in the engagement, from 0.</summary>
    /// <example>1</example>
    public required int Structure { get; init; }

    /// <summary>Type of the structure.</summary>
    /// <example>fixed</example>
    public required string Type { get; init; }

    /// <summary>Name of the structure; null where it has none.</summary>
    /// <example>Fixed price</example>
    public required string? Name { get; init; }
}
