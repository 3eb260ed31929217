using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client accepts an option of the version it was shown. There is one acceptance; a second one is refused.</summary>
public sealed record AcceptSharedProposal : AcceptedChoice, IRequest<ProposalDecision>;

/// <summary>The client declines the version it was shown.</summary>
public sealed record DeclineSharedProposal : IRequest<ProposalDecision>
{
    /// <summary>Hash of the version that was shown.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who declines, at most 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Why, 1 to 4,000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The client asks something.</summary>
public sealed record AskAboutSharedProposal : IRequest<SharedQuestion>
{
    /// <summary>Who asks, at most 300 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The question, 1 to 4,000 characters.</summary>
    public required string Text { get; init; }
}

internal sealed class AcceptSharedProposalValidator : AcceptedChoiceValidator<AcceptSharedProposal>
{
    public AcceptSharedProposalValidator(TimeProvider time) =>
        RuleFor(acceptance => acceptance.SignedOn).Must(day => Math.Abs(day.DayNumber - time.Today().DayNumber) <= 31).WithMessage("signedOn is at most a month from today.");
}

internal sealed class DeclineSharedProposalValidator : AbstractValidator<DeclineSharedProposal>
{
    public DeclineSharedProposalValidator()
    {
        RuleFor(decline => decline.ContentHash).Matches(@"^[0-9a-f]{64}\z").WithMessage("contentHash is 64 hexadecimal digits.");
        RuleFor(decline => decline.Name).IsOptionalText(300);
        RuleFor(decline => decline.Reason).IsText(4_000);
    }
}

internal sealed class AskAboutSharedProposalValidator : AbstractValidator<AskAboutSharedProposal>
{
    public AskAboutSharedProposalValidator()
    {
        RuleFor(question => question.Name).IsOptionalText(300);
        RuleFor(question => question.Text).IsText(4_000);
    }
}

internal sealed class DecideSharedProposalHandler(PricingDb db, LinkedProposals links, ProposalDesk desk, ProposalAcceptance acceptance, ProposalMails mails, Actor actor, TimeProvider time)
    : IRequestHandler<AcceptSharedProposal, ProposalDecision>, IRequestHandler<DeclineSharedProposal, ProposalDecision>, IRequestHandler<AskAboutSharedProposal, SharedQuestion>
{
    private const int MostQuestions = 100;

    public async Task<ProposalDecision> Handle(AcceptSharedProposal request, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        var decision = await acceptance.Accept(proposal, version, request, record: null, cancellationToken);
        await desk.Save();
        return decision;
    }

    public async Task<ProposalDecision> Handle(DeclineSharedProposal request, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        version.RequireOpen(request.ContentHash, time.GetUtcNow());
        var decision = new ProposalDecision(time.GetUtcNow(), version.ContentHash!, request.Name, null, null, null, null, null, [], null, null, null, request.Reason);
        var from = version.State;
        version.Decide(ProposalState.Declined, decision);
        desk.Keep(proposal, version, ProposalStep.Decline, from, decision.Reason, request.Name);
        desk.Tell(EventTypes.ProposalDeclined, proposal, version);
        await mails.Write(ProposalNotice.Declined, proposal, version, link: null, cancellationToken);
        await desk.Save();
        return decision;
    }

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
