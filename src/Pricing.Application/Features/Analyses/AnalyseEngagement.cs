using System.Text;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses.Runs;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Analyses;

/// <summary>Analyses a stored engagement: the same answer as posting its resolved document.</summary>
/// <param name="Kind">Kind of the analysis, such as <c>tornado</c>.</param>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Body">UTF-8 JSON with <c>parameters</c>.</param>
/// <param name="Form">JSON or a picture.</param>
/// <param name="Later">Whether the caller would rather fetch the answer later, where the kind may take long.</param>
public sealed record AnalyseEngagement(string Kind, Guid Id, ReadOnlyMemory<byte> Body, AnswerForm Form, bool Later = false) : IRequest<AnalysisAnswer>;

internal sealed class AnalyseEngagementHandler(PricingDb db, AnalysisRuns runs, Actor actor) : IRequestHandler<AnalyseEngagement, AnalysisAnswer>
{
    public async Task<AnalysisAnswer> Handle(AnalyseEngagement request, CancellationToken cancellationToken)
    {
        // Before anything of the document is looked at: a fault would tell what stands at the place.
        if (!actor.May(Right.ReadSalaries))
            SalaryVeil.RefuseQuestionsAbout(request.Body.Span);
        var kind = AnalysisKinds.Find(request.Kind);
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var subject = new AnalysisSubject(Encoding.UTF8.GetBytes(engagement.ResolvedDocument), engagement.Compare()) { WithRoleCosts = actor.May(Right.ReadSalaries) };
        var prepared = AnalysisRequest.OfEngagement(kind, subject, request.Body);
        return runs.AnswerNowOrLater(kind, prepared, request.Form, request.Later, actor, cancellationToken);
    }
}
