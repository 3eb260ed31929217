using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Answers a client's question; the client reads it on the proposal's page. A later answer replaces it.</summary>
public sealed record AnswerQuestion : IRequest<QuestionView>
{
    /// <summary>The question; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The answer, which the client reads, 1 to 4,000 characters.</summary>
    /// <example>Yes, subtitles are part of every video.</example>
    public required string Answer { get; init; }
}

/// <summary>One question.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetQuestion(Guid Id) : IRequest<QuestionView>;

/// <summary>The questions about a proposal, in the order of asking.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListQuestions(Guid Id, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<QuestionView>>;

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

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(request => request.Answer).IsText(4_000);
}

internal sealed class ListQuestionsValidator : PagedRequestValidator<ListQuestions>;

internal sealed class AnswerQuestionHandler(PricingDb db, Pages pages, ProposalMails mails, TimeProvider time, Actor actor)
    : IRequestHandler<AnswerQuestion, QuestionView>, IRequestHandler<GetQuestion, QuestionView>, IRequestHandler<ListQuestions, Page<QuestionView>>
{
    public async Task<QuestionView> Handle(AnswerQuestion request, CancellationToken cancellationToken)
    {
        var question = await db.ForChange<ProposalQuestion>("question", request.Id, request.ReadVersion, cancellationToken);
        var version = await db.ProposalVersions.SingleAsync(version => version.ProposalId == question.ProposalId && version.Number == question.VersionNumber, cancellationToken);
        var now = time.GetUtcNow();
        question.Reply(request.Answer, now);
        question.Touch(now);
        db.Add(HistoryEntry.Of(version, ProposalStep.Answer, version.State, now, actor.UserId, null, null));
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(proposal => proposal.Id == question.ProposalId, cancellationToken);
        await mails.Write(ProposalNotice.Answered, proposal, version, link: null, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        return QuestionView.Of(question);
    }

    public async Task<QuestionView> Handle(GetQuestion request, CancellationToken cancellationToken) => QuestionView.Of(
        await db.ProposalQuestions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == request.Id, cancellationToken) ?? throw new Errors.NotFoundException("question", request.Id));

    public async Task<Page<QuestionView>> Handle(ListQuestions request, CancellationToken cancellationToken)
    {
        await db.ReadProposal(request.Id, null, cancellationToken);
        return await pages.Of(db.ProposalQuestions.Where(question => question.ProposalId == request.Id), request, QuestionView.Of, name: null, cancellationToken);
    }
}
