using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Analyses.Runs;

/// <summary>One analysis at work behind its request.</summary>
/// <param name="id">Its id.</param>
/// <param name="actor">Who asked.</param>
public sealed class AnalysisRun(Guid id, Actor actor) : IProgress<double>, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly Lock guard = new();
    private RunOutcome outcome = new(0, null, null);
    private DateTimeOffset? endedAt;

    public Guid Id => id;

    public Guid TenantId => actor.TenantId;

    public Guid OwnerId => actor.UserId;

    /// <summary>When it was done; null while it is at work.</summary>
    public DateTimeOffset? EndedAt
    {
        get
        {
            lock (guard)
                return endedAt;
        }
    }

    /// <summary>How far it is, and what came of it.</summary>
    internal RunOutcome Outcome
    {
        get
        {
            lock (guard)
                return outcome;
        }
    }

    /// <inheritdoc/>
    void IProgress<double>.Report(double value)
    {
        // Threads tell their shares in any order.
        lock (guard)
            outcome = outcome with { Progress = Math.Max(outcome.Progress, Math.Clamp(value, 0, 1)) };
    }

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    internal void Cancel() => cancellation.Cancel();

    /// <summary>Works until there is an answer, or a reason why there is none.</summary>
    /// <param name="prepared">What to work out.</param>
    /// <param name="turn">Runs wait for one another.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="report">Is told of what fails on our side.</param>
    internal async Task Work(PreparedAnalysis prepared, SemaphoreSlim turn, TimeProvider clock, Action<Exception> report)
    {
        try
        {
            await turn.WaitAsync(cancellation.Token);
            try
            {
                var result = prepared.Answer(new AnswerForm(AnswerFormat.Json), new RunControl(this, cancellation.Token));
                End(new(1, result, null), clock);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled has taken it out already.
        }
        catch (InvalidRequestException e)
        {
            End(new(1, null, e.Faults), clock);
        }
        catch (Exception e)
        {
            // There is nobody to throw to: the run says so itself.
            report(e);
            End(new(1, null, [new("", "The run failed on our side; start it again.")]), clock);
        }
    }

    private void End(RunOutcome ended, TimeProvider clock)
    {
        lock (guard)
            (outcome, endedAt) = (ended, clock.GetUtcNow());
    }
}

/// <summary>How far a run is, and what came of it.</summary>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="Result">The answer; null until it is done.</param>
/// <param name="Faults">What only the figures show to be at fault; null for nothing.</param>
internal sealed record RunOutcome(double Progress, byte[]? Result, IReadOnlyList<Fault>? Faults);
