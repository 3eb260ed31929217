namespace Pricing.Api.OpenApi;

/// <summary>Marks a route that needs If-Match, so that the document says so.</summary>
internal sealed record IfMatchRequired;
