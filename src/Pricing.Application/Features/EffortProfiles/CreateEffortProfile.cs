using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>A new effort profile.</summary>
/// <remarks>Refused as <c>effort-profile-exists</c> where the agency already has one of this code.</remarks>
public sealed record CreateEffortProfile : EffortProfileTerms, IRequest<EffortProfileView>;

internal sealed class CreateEffortProfileValidator : EffortProfileTermsValidator<CreateEffortProfile>;

internal sealed class CreateEffortProfileHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateEffortProfile, EffortProfileView>
{
    public async Task<EffortProfileView> Handle(CreateEffortProfile request, CancellationToken cancellationToken)
    {
        var profile = Record.New<EffortProfileRecord>(actor, time.GetUtcNow());
        await db.RefuseDouble(request, profile.Id, cancellationToken);
        profile.State(request);
        db.Add(profile);
        await db.SaveChangesAsync(CancellationToken.None);
        return EffortProfileView.Of(profile);
    }
}
