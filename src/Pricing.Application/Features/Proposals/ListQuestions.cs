using FluentValidation;
using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The questions about a proposal, in the order of asking.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListQuestions(Guid Id, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<QuestionView>>;

internal sealed class ListQuestionsValidator : PagedRequestValidator<ListQuestions>;

internal sealed class ListQuestionsHandler(PricingDb db, Pages pages) : IRequestHandler<ListQuestions, Page<QuestionView>>
{
    public async Task<Page<QuestionView>> Handle(ListQuestions request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        return await pages.Of(db.ProposalQuestions.Where(question => question.ProposalId == request.Id), request, QuestionView.Of, name: null, cancellationToken);
    }
}
