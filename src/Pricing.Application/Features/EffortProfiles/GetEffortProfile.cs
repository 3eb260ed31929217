using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>One effort profile; not found where the agency has none of this id.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetEffortProfile(Guid Id) : IRequest<EffortProfileView>;

internal sealed class GetEffortProfileHandler(PricingDb db) : IRequestHandler<GetEffortProfile, EffortProfileView>
{
    public async Task<EffortProfileView> Handle(GetEffortProfile request, CancellationToken cancellationToken)
    {
        var profile = await db.EffortProfiles.AsNoTracking().SingleOrDefaultAsync(profile => profile.Id == request.Id, cancellationToken);
        return EffortProfileView.Of(profile ?? throw new NotFoundException("effort profile", request.Id));
    }
}
