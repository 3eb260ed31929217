using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Analyses.Runs;

namespace Pricing.Application.Tests.Features.Analyses.Runs;

public sealed class AnalysisRunTests
{
    [Fact]
    public async Task A_run_that_fails_on_our_side_says_so_and_is_reported_with_its_cause()
    {
        var cause = new InvalidOperationException("A fault of ours.");
        using var run = new AnalysisRun(Guid.Empty, Desk.Administrator);
        using var turn = new SemaphoreSlim(1);
        var reported = new List<Exception>();

        await run.Work(new PreparedAnalysis((_, _) => throw cause, isLong: true), turn, TimeProvider.System, reported.Add);

        Assert.Same(cause, Assert.Single(reported));
        Assert.NotNull(run.EndedAt);
        Assert.Equal(RunStatus.Failed, AnalysisRunView.Of(run).Status);
    }
}
