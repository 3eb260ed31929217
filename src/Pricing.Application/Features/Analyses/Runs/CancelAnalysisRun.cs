using MediatR;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Analyses.Runs;

/// <summary>Ends a long analysis, or drops its answer; nothing is left of it.</summary>
/// <param name="Id">Id of the run.</param>
public sealed record CancelAnalysisRun(Guid Id) : IRequest;

internal sealed class CancelAnalysisRunHandler(AnalysisRuns runs, Actor actor) : IRequestHandler<CancelAnalysisRun>
{
    public Task<Unit> Handle(CancelAnalysisRun request, CancellationToken cancellationToken)
    {
        runs.Cancel(request.Id, actor);
        return Unit.Task;
    }
}
