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

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(request => request.Answer).IsText(4_000);
}

internal sealed class AnswerQuestionHandler(PricingDb db, ProposalMails mails, TimeProvider time, Actor actor) : IRequestHandler<AnswerQuestion, QuestionView>
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
}
