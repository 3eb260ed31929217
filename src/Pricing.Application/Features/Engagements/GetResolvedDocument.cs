using System.Text;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>The engagement's document with every reference spelled out; posting it to the comparison gives the same figures.</summary>
/// <param name="Id">Id of the engagement.</param>
public sealed record GetResolvedDocument(Guid Id) : IRequest<ReadOnlyMemory<byte>>;

internal sealed class GetResolvedDocumentHandler(PricingDb db) : IRequestHandler<GetResolvedDocument, ReadOnlyMemory<byte>>
{
    public async Task<ReadOnlyMemory<byte>> Handle(GetResolvedDocument request, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetBytes((await db.ReadEngagement(request.Id, cancellationToken)).ResolvedDocument);
}
