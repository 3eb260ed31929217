using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Comparisons;

/// <summary>Compares a stored engagement: the same answer as posting its resolved document.</summary>
/// <param name="Id">Id of the engagement.</param>
public sealed record CompareEngagement(Guid Id) : IRequest<ReadOnlyMemory<byte>>;

internal sealed class CompareEngagementHandler(PricingDb db, Actor actor) : IRequestHandler<CompareEngagement, ReadOnlyMemory<byte>>
{
    public async Task<ReadOnlyMemory<byte>> Handle(CompareEngagement request, CancellationToken cancellationToken) =>
        ComparisonWriter.Write((await db.ReadEngagement(request.Id, cancellationToken)).Compare(), withRoleCosts: actor.May(Right.ReadSalaries));
}
