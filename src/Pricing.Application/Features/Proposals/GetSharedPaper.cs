using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>A document of the proposal of the actor's link, as it was rendered when it was sent.</summary>
/// <param name="Kind">Which one.</param>
public sealed record GetSharedPaper(PaperKind Kind) : IRequest<DocumentResponse>;

internal sealed class GetSharedPaperHandler(LinkedProposals links, KeptPapers kept) : IRequestHandler<GetSharedPaper, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetSharedPaper request, CancellationToken cancellationToken)
    {
        var (_, _, version) = await links.Find(cancellationToken);
        return (await kept.Find(version, request.Kind, cancellationToken))!;
    }
}
