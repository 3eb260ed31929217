using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Analyses.Runs;

/// <summary>How far a long analysis is, and its answer once it is done.</summary>
/// <param name="Id">Id of the run.</param>
public sealed record GetAnalysisRun(Guid Id) : IRequest<AnalysisRunView>;

/// <summary>A long analysis.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">How far it is, from 0 to 1.</param>
/// <param name="Bar">The same as a bar to look at.</param>
/// <param name="Result">The answer; null until it is done.</param>
/// <param name="Errors">What only the figures show to be at fault, with the pointers of the request; null for nothing.</param>
public sealed record AnalysisRunView(Guid Id, RunStatus Status, decimal Progress, string Bar, RawJson? Result, IReadOnlyList<Fault>? Errors)
{
    private const int BarLength = 20;

    internal static AnalysisRunView Of(AnalysisRun run)
    {
        var outcome = run.Outcome;
        var status = outcome switch
        {
            { Faults: not null } => RunStatus.Failed,
            { Result: not null } => RunStatus.Done,
            _ => RunStatus.Running,
        };
        var full = (int)(outcome.Progress * BarLength);
        var bar = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', BarLength - full)} {outcome.Progress * 100:0} %");
        return new(run.Id, status, new Model.Quantities.Figure((decimal)outcome.Progress).Shown, bar, outcome.Result is { } result ? new RawJson(result) : null, outcome.Faults);
    }
}

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Waiting or at work.</summary>
    Running,

    /// <summary>The answer is there.</summary>
    Done,

    /// <summary>There is no answer; errors say why.</summary>
    Failed,
}

internal sealed class GetAnalysisRunHandler(AnalysisRuns runs, Actor actor) : IRequestHandler<GetAnalysisRun, AnalysisRunView>
{
    public Task<AnalysisRunView> Handle(GetAnalysisRun request, CancellationToken cancellationToken) =>
        Task.FromResult(AnalysisRunView.Of(runs.Find(request.Id, actor)));
}
