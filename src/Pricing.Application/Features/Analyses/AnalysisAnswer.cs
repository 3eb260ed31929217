using Pricing.Application.Features.Analyses.Runs;

namespace Pricing.Application.Features.Analyses;

/// <summary>The answer to an analysis, now or later.</summary>
/// <param name="Content">Its bytes; null where it is to be fetched later.</param>
/// <param name="Run">The run that works on it; null where it is here.</param>
public sealed record AnalysisAnswer(byte[]? Content, AnalysisRun? Run);
