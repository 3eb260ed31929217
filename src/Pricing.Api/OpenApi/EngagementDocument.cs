namespace Pricing.Api.OpenApi;

/// <summary>placeholder</summary>
public sealed record EngagementDocument;

/// <summary>placeholder</summary>
public sealed record ComparisonResult;
