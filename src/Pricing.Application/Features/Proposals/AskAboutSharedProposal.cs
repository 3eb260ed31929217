using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client asks something.</summary>
public sealed record AskAboutSharedProposal : IRequest<SharedQuestion>
{
    /// <summary>Who asks, at most 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The question, 1 to 4,000 characters.</summary>
    public required string Text { get; init; }
}

internal sealed class AskAboutSharedProposalValidator : AbstractValidator<AskAboutSharedProposal>
{
    public AskAboutSharedProposalValidator()
    {
        RuleFor(question => question.Name).IsOptionalText(300);
        RuleFor(question => question.Text).IsText(4_000);
    }
}

internal sealed class AskAboutSharedProposalHandler(PricingDb db, LinkedProposals links, ProposalDesk desk, ProposalMails mails, Actor actor, TimeProvider time) : IRequestHandler<AskAboutSharedProposal, SharedQuestion>
{
    private const int MostQuestions = 100;

    public async Task<SharedQuestion> Handle(AskAboutSharedProposal request, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        if (await db.ProposalQuestions.CountAsync(question => question.ProposalId == proposal.Id, cancellationToken) >= MostQuestions)
            throw new ConflictException("too-many-questions", $"The proposal holds {MostQuestions} questions. Ask the agency's contact.");
        var question = Record.New<ProposalQuestion>(actor with { UserId = proposal.OwnerId }, time.GetUtcNow());
        question.Ask(version, request.Name, request.Text);
        db.Add(question);
        desk.Keep(proposal, version, ProposalStep.Ask, version.State, request.Text, request.Name);
        desk.Tell(EventTypes.ProposalQuestionAsked, proposal, version);
        await mails.Write(ProposalNotice.Asked, proposal, version, link: null, cancellationToken);
        await desk.Save();
        return new(question.CreatedAt, question.AskedBy, question.Text, null, null);
    }
}
