using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.EffortProfiles;

/// <summary>The effort profiles, in the order of creation.</summary>
/// <param name="Search">Part of code or title, in any case, at most 300 characters; null for all.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListEffortProfiles(string? Search, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<EffortProfileView>>;

internal sealed class ListEffortProfilesValidator : PagedRequestValidator<ListEffortProfiles>
{
    public ListEffortProfilesValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class ListEffortProfilesHandler(PricingDb db, Pages pages) : IRequestHandler<ListEffortProfiles, Page<EffortProfileView>>
{
    public async Task<Page<EffortProfileView>> Handle(ListEffortProfiles request, CancellationToken cancellationToken)
    {
        IQueryable<EffortProfileRecord> profiles = db.EffortProfiles;
        if (request.Search?.ToLowerInvariant() is { } part)
            profiles = profiles.Where(profile => profile.SearchText.Contains(part));
        return await pages.Of(profiles, request, EffortProfileView.Of, profile => profile.SearchText, cancellationToken);
    }
}
