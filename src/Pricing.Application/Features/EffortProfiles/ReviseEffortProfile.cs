using System.Text.Json.Serialization;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>New factors of an effort profile; they replace the old ones. Engagements keep the factors they were saved with.</summary>
/// <remarks>Refused as <c>effort-profile-exists</c> where another profile has this code.</remarks>
public sealed record ReviseEffortProfile : EffortProfileTerms, IRequest<EffortProfileView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseEffortProfileValidator : EffortProfileTermsValidator<ReviseEffortProfile>;

internal sealed class ReviseEffortProfileHandler(PricingDb db, TimeProvider time) : IRequestHandler<ReviseEffortProfile, EffortProfileView>
{
    public async Task<EffortProfileView> Handle(ReviseEffortProfile request, CancellationToken cancellationToken)
    {
        var profile = await db.ForChange<EffortProfileRecord>("effort profile", request.Id, request.ReadVersion, cancellationToken);
        await db.RefuseDouble(request, profile.Id, cancellationToken);
        profile.State(request);
        profile.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return EffortProfileView.Of(profile);
    }
}
