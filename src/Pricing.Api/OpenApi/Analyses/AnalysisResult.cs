namespace Pricing.Api.OpenApi.Analyses;

/// <summary>What every answer begins with.</summary>
public abstract record AnalysisResult
{
    /// <summary>Kind of the analysis, as in the route.</summary>
    /// <example>tornado</example>
    public required string Kind { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    /// <example>EUR</example>
    public required string Currency { get; init; }
}
