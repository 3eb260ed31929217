using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Analyses.Runs;

/// <summary>Analyses that run behind a request, and their answers until they are fetched.</summary>
/// <remarks>
/// Runs live in memory: one that a restart ends is asked for again, and a cancelled one leaves nothing behind. They wait for
/// one another, as a single one takes all cores. See docs/decisions/0010-analyses.md.
/// </remarks>
public sealed partial class AnalysisRuns(TimeProvider clock, ILogger<AnalysisRuns> logger) : IDisposable
{
    // Runs that one agency may have, waiting or finished.
    private const int MostPerAgency = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, AnalysisRun> runs = new();
    private readonly SemaphoreSlim turn = new(1);

    internal AnalysisAnswer AnswerNowOrLater(
        AnalysisKind kind, PreparedAnalysis prepared, AnswerForm form, bool later, Actor actor, CancellationToken cancellation)
    {
        if (kind.MayRunLong && (later || prepared.IsLong))
            return new(null, Start(prepared, actor));
        return new(prepared.Answer(form, new RunControl(null, cancellation)), null);
    }

    /// <summary>A run of the same user's agency.</summary>
    /// <exception cref="NotFoundException">There is none, or it was cancelled or forgotten.</exception>
    internal AnalysisRun Find(Guid id, Actor actor)
    {
        Forget();
        return runs.TryGetValue(id, out var run) && run.TenantId == actor.TenantId && run.OwnerId == actor.UserId
            ? run
            : throw new NotFoundException("run", id);
    }

    internal void Cancel(Guid id, Actor actor)
    {
        var run = Find(id, actor);
        runs.TryRemove(id, out _);
        run.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in runs.Values)
            run.Cancel();
        turn.Dispose();
    }

    private AnalysisRun Start(PreparedAnalysis prepared, Actor actor)
    {
        Forget();
        if (runs.Values.Count(run => run.TenantId == actor.TenantId) >= MostPerAgency)
            throw new ConflictException("too-many-runs", $"Your agency has {MostPerAgency} runs already. Fetch and delete those that are done, or wait.");

        var now = clock.GetUtcNow();
        var run = new AnalysisRun(Guid.CreateVersion7(now), actor);
        runs[run.Id] = run;
        _ = Task.Run(() => run.Work(prepared, turn, clock, e => LogFailed(e, run.Id)));
        return run;
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - Kept;
        foreach (var run in runs.Values.Where(run => run.EndedAt < before))
            runs.TryRemove(run.Id, out _);
    }

    [LoggerMessage(LogLevel.Error, "Run {Run} failed on our side")]
    private partial void LogFailed(Exception exception, Guid run);
}
