using MediatR;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Scenarios;

/// <summary>The scenarios of an engagement, in the order of creation.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Archived">Whether to list the archived ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListScenarios(Guid Id, bool? Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ScenarioSummary>>;

internal sealed class ListScenariosValidator : PagedRequestValidator<ListScenarios>;

internal sealed class ListScenariosHandler(PricingDb db, Pages pages) : IRequestHandler<ListScenarios, Page<ScenarioSummary>>
{
    public async Task<Page<ScenarioSummary>> Handle(ListScenarios request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        return await pages.Of(db.Scenarios.Where(scenario => scenario.EngagementId == engagement.Id && (archived == null || scenario.IsArchived == archived)), request, ScenarioSummary.Of, scenario => scenario.Name, cancellationToken);
    }
}
