using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>The client accepts an option of the version it was shown. There is one acceptance; a second one is refused.</summary>
public sealed record AcceptSharedProposal : IRequest<ProposalDecision>
{
    /// <summary>Hash of the version that was shown.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Letter of the option.</summary>
    public required string Option { get; init; }

    /// <summary>Codes of the chosen lines: exactly one of each group, and any optional ones.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Who accepts, 1 to 300 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What that person does, 1 to 300 characters.</summary>
    public required string Function { get; init; }

    /// <summary>Day of the acceptance.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The client's order number, at most 100 characters.</summary>
    public string? OrderNumber { get; init; }
}

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

internal sealed class AcceptSharedProposalValidator : AbstractValidator<AcceptSharedProposal>
{
    public AcceptSharedProposalValidator(TimeProvider time)
    {
        RuleFor(acceptance => acceptance.ContentHash).Matches(@"^[0-9a-f]{64}\z").WithMessage("contentHash is 64 hexadecimal digits.");
        RuleFor(acceptance => acceptance.Option).Matches(@"^[A-C]\z").WithMessage("option is A, B or C.");
        RuleFor(acceptance => acceptance.Extras).Must(extras => extras.Count <= 100).WithMessage("extras holds at most 100 codes.");
        RuleFor(acceptance => acceptance.Name).IsText(300);
        RuleFor(acceptance => acceptance.Function).IsText(300);
        RuleFor(acceptance => acceptance.SignedOn).Must(day => Math.Abs(day.DayNumber - time.Today().DayNumber) <= 31).WithMessage("signedOn is at most a month from today.");
        RuleFor(acceptance => acceptance.OrderNumber).IsOptionalText(100);
    }
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

internal sealed class DecideSharedProposalHandler(PricingDb db, LinkedProposals links, ProposalDesk desk, ProposalMails mails, Actor actor, TimeProvider time)
    : IRequestHandler<AcceptSharedProposal, ProposalDecision>, IRequestHandler<DeclineSharedProposal, ProposalDecision>, IRequestHandler<AskAboutSharedProposal, SharedQuestion>
{
    private const int MostQuestions = 100;

    public async Task<ProposalDecision> Handle(AcceptSharedProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await Open(request.ContentHash, cancellationToken);
        var drawn = DrawnUpProposal.Of(version.Frozen!, version.Date!.Value);
        var option = drawn.Client.Options.FirstOrDefault(option => option.Letter == request.Option) ?? throw new InvalidRequestException([new("/option", "The proposal has no such option.")]);
        if (!option.IsChoice(request.Extras))
            throw new InvalidRequestException([new("/extras", "extras names lines of the option, each once, and exactly one of each group.")]);

        var total = option.With(request.Extras.ToHashSet(), drawn.Client.Currency);
        var decision = new ProposalDecision(
            time.GetUtcNow(), version.ContentHash!, request.Name, request.Function, request.SignedOn, request.OrderNumber, option.Letter, option.Name, request.Extras, total.Net, total.Vat, total.Gross, null);
        proposal.Agree((long)(total.Net / drawn.Client.Currency.MinorUnit));
        Decide(proposal, version, ProposalState.Accepted, ProposalStep.Accept, decision, request.Name);
        desk.Tell(EventTypes.ProposalAccepted, proposal, version);
        await mails.Write(ProposalNotice.Accepted, proposal, version, link: null, cancellationToken);
        await mails.Write(ProposalNotice.Confirmed, proposal, version, link: null, cancellationToken);
        await DropDraft(proposal, version, cancellationToken);
        await Win(proposal, cancellationToken);
        await Push(proposal, version, cancellationToken);
        await desk.Save();
        return decision;
    }

    public async Task<ProposalDecision> Handle(DeclineSharedProposal request, CancellationToken cancellationToken)
    {
        var (proposal, version) = await Open(request.ContentHash, cancellationToken);
        var decision = new ProposalDecision(time.GetUtcNow(), version.ContentHash!, request.Name, null, null, null, null, null, [], null, null, null, request.Reason);
        Decide(proposal, version, ProposalState.Declined, ProposalStep.Decline, decision, request.Name);
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

    private async Task<(ProposalRecord Proposal, ProposalVersion Version)> Open(string contentHash, CancellationToken cancellationToken)
    {
        var (_, proposal, version) = await links.Find(cancellationToken);
        if (version.ContentHash != contentHash)
            throw new ConflictException("content-changed", "The agency has sent another version since. Look at it before you decide.");
        if (version.State == ProposalState.Accepted)
            throw new ConflictException("already-decided", "This version has been accepted already.");
        if (!version.IsOpen())
            throw new ConflictException("already-decided", "This version can no longer be decided about.");
        if (version.ExpiresAt <= time.GetUtcNow())
            throw new ConflictException("already-over", "The last day of this version is over. Ask the agency for a new one.");
        return (proposal, version);
    }

    private void Decide(ProposalRecord proposal, ProposalVersion version, ProposalState to, ProposalStep step, ProposalDecision decision, string? person)
    {
        var from = version.State;
        version.Decide(to, decision);
        desk.Keep(proposal, version, step, from, decision.Reason, person);
    }

    // What was being written in its place is over: the client has taken what it had.
    private async Task DropDraft(ProposalRecord proposal, ProposalVersion accepted, CancellationToken cancellationToken)
    {
        if (proposal.LatestVersion == accepted.Number)
            return;
        var draft = await db.ProposalVersions.SingleAsync(version => version.ProposalId == proposal.Id && version.Number == proposal.LatestVersion, cancellationToken);
        var from = draft.State;
        draft.Move(ProposalState.Withdrawn);
        desk.Keep(proposal, draft, ProposalStep.Withdraw, from, $"Version {accepted.Number} was accepted.");
        proposal.Follow(accepted);
    }

    // In the owner's name, who answers for what the CRM is told; a change order is no deal of its own.
    private async Task Push(ProposalRecord proposal, ProposalVersion accepted, CancellationToken cancellationToken)
    {
        if (accepted.IsTest || proposal.ChangesId is not null)
            return;
        var now = time.GetUtcNow();
        foreach (var connection in await db.CrmConnections.AsNoTracking().Where(connection => connection.IsActive).ToListAsync(cancellationToken))
        {
            var push = Record.New<CrmPush>(actor with { UserId = proposal.OwnerId }, now);
            push.Ask(connection.Id, proposal.EngagementId, DateOnly.FromDateTime(now.UtcDateTime), now);
            db.Add(push);
        }
    }

    private async Task Win(ProposalRecord proposal, CancellationToken cancellationToken)
    {
        var engagement = await db.Engagements.SingleAsync(engagement => engagement.Id == proposal.EngagementId, cancellationToken);
        if (engagement.Stage == EngagementStage.Won)
            return;
        var before = EngagementMark.Of(engagement);
        engagement.StateDeal(EngagementStage.Won, engagement.ExpectedDecision, 1);
        engagement.Touch(time.GetUtcNow());
        db.Events.AddRange(engagement.Revised(before, actor, time.GetUtcNow()));
    }
}
