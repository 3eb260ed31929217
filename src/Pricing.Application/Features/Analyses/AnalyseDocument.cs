using MediatR;

namespace Pricing.Application.Features.Analyses;

/// <summary>Analyses a posted engagement; nothing is stored.</summary>
/// <param name="Kind">Kind of the analysis, such as <c>tornado</c>.</param>
/// <param name="Body">UTF-8 JSON with <c>engagement</c> and <c>parameters</c>.</param>
/// <param name="Form">JSON or a picture.</param>
public sealed record AnalyseDocument(string Kind, ReadOnlyMemory<byte> Body, AnswerForm Form) : IRequest<byte[]>;

internal sealed class AnalyseDocumentHandler : IRequestHandler<AnalyseDocument, byte[]>
{
    public Task<byte[]> Handle(AnalyseDocument request, CancellationToken cancellationToken) =>
        Task.FromResult(AnalysisRequest.OfDocument(AnalysisKinds.Find(request.Kind), request.Body, request.Form));
}
