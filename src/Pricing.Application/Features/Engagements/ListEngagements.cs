using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Engagements;

/// <summary>The engagements, in the order of creation.</summary>
/// <param name="Search">Part of the name or of the client's, in any case; null for all.</param>
/// <param name="ClientId">Only those of a client.</param>
/// <param name="Stage">Only those of a stage.</param>
/// <param name="Templates">Whether to list templates only; null for both.</param>
/// <param name="Archived">Whether to list the archived ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListEngagements(string? Search, Guid? ClientId, EngagementStage? Stage, bool? Templates, bool? Archived, int? Limit, string? After)
    : PagedRequest(Limit, After), IRequest<Page<EngagementSummary>>;

internal sealed class ListEngagementsValidator : PagedRequestValidator<ListEngagements>
{
    public ListEngagementsValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class ListEngagementsHandler(PricingDb db, Pages pages) : IRequestHandler<ListEngagements, Page<EngagementSummary>>
{
    public async Task<Page<EngagementSummary>> Handle(ListEngagements request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var engagements = db.Engagements.Where(engagement => archived == null || engagement.IsArchived == archived);
        if (request.Search?.ToLowerInvariant() is { } part)
            engagements = engagements.Where(engagement => engagement.SearchText.Contains(part));
        if (request.ClientId is { } client)
            engagements = engagements.Where(engagement => engagement.ClientId == client);
        if (request.Stage is { } stage)
            engagements = engagements.Where(engagement => engagement.Stage == stage);
        if (request.Templates is { } templates)
            engagements = engagements.Where(engagement => engagement.IsTemplate == templates);
        return await pages.Of(engagements, request, EngagementSummary.Of, engagement => engagement.SearchText, cancellationToken);
    }
}
