using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>The log of erasures: what was asked for, what is kept and why, and what was erased when.</summary>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListPersonalDataCases(int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<PersonalDataCaseView>>;

internal sealed class ListPersonalDataCasesValidator : PagedRequestValidator<ListPersonalDataCases>;

internal sealed class ListPersonalDataCasesHandler(PricingDb db, Pages pages) : IRequestHandler<ListPersonalDataCases, Page<PersonalDataCaseView>>
{
    public Task<Page<PersonalDataCaseView>> Handle(ListPersonalDataCases request, CancellationToken cancellationToken) =>
        pages.Of(db.PersonalDataCases, request, PersonalDataCaseView.Of, name: null, cancellationToken);
}
