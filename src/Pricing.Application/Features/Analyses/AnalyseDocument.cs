using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses.Runs;

namespace Pricing.Application.Features.Analyses;

/// <summary>Analyses a posted engagement; nothing is stored.</summary>
/// <param name="Kind">Kind of the analysis, such as <c>tornado</c>.</param>
/// <param name="Body">UTF-8 JSON with <c>engagement</c> and <c>parameters</c>.</param>
/// <param name="Form">JSON or a picture.</param>
/// <param name="Later">Whether the caller would rather fetch the answer later, where the kind may take long.</param>
public sealed record AnalyseDocument(string Kind, ReadOnlyMemory<byte> Body, AnswerForm Form, bool Later = false) : IRequest<AnalysisAnswer>;

internal sealed class AnalyseDocumentHandler(AnalysisRuns runs, Actor actor) : IRequestHandler<AnalyseDocument, AnalysisAnswer>
{
    public Task<AnalysisAnswer> Handle(AnalyseDocument request, CancellationToken cancellationToken)
    {
        var kind = AnalysisKinds.Find(request.Kind);
        var prepared = AnalysisRequest.OfDocument(kind, request.Body);
        return Task.FromResult(runs.AnswerNowOrLater(kind, prepared, request.Form, request.Later, actor, cancellationToken));
    }
}
