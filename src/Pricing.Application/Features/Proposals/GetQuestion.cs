using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>One question.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetQuestion(Guid Id) : IRequest<QuestionView>;

/// <summary>A question as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="VersionNumber">The version it was asked about.</param>
/// <param name="AskedBy">Who asked; null where no name was given.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">The answer; null while there is none.</param>
/// <param name="AnsweredAt">When it was answered, UTC.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was asked, UTC.</param>
public sealed record QuestionView(
    Guid Id, Guid ProposalId, int VersionNumber, string? AskedBy, string Text, string? Answer, DateTimeOffset? AnsweredAt, int Version, DateTimeOffset CreatedAt) : IVersioned
{
    internal static QuestionView Of(ProposalQuestion question) => new(
        question.Id, question.ProposalId, question.VersionNumber, question.AskedBy, question.Text, question.Answer, question.AnsweredAt, question.Version, question.CreatedAt);
}

internal sealed class GetQuestionHandler(PricingDb db) : IRequestHandler<GetQuestion, QuestionView>
{
    public async Task<QuestionView> Handle(GetQuestion request, CancellationToken cancellationToken) => QuestionView.Of(
        await db.ProposalQuestions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == request.Id, cancellationToken) ?? throw new Errors.NotFoundException("question", request.Id));
}
