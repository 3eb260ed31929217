namespace Pricing.Application.Features.Analyses;

/// <summary>How somebody watches an analysis at work and ends it.</summary>
/// <param name="Progress">Told how far it is, from 0 to 1; null for nobody.</param>
/// <param name="Cancellation">Ends it.</param>
internal readonly record struct RunControl(IProgress<double>? Progress, CancellationToken Cancellation);
