using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>What a client takes of a proposal, and who says so.</summary>
public abstract record AcceptedChoice
{
    /// <summary>Hash of the version that was shown, 64 hexadecimal digits.</summary>
    /// <example>b553db4db2d30f1e7c41537169744e715e4e3f540c5ee4d754d35b4dbffd4209</example>
    public required string ContentHash { get; init; }

    /// <summary>Letter of the option.</summary>
    /// <example>B</example>
    public required string Option { get; init; }

    /// <summary>Codes of the chosen lines: exactly one of each group, and any optional ones.</summary>
    /// <example>["voice-model"]</example>
    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Who accepts, 1 to 300 characters.</summary>
    /// <example>Max Beispiel</example>
    public required string Name { get; init; }

    /// <summary>What that person does, 1 to 300 characters.</summary>
    /// <example>Head of brand</example>
    public required string Function { get; init; }

    /// <summary>Day of the acceptance.</summary>
    /// <example>2026-12-08</example>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The client's order number, at most 100 characters.</summary>
    /// <example>PO-4711</example>
    public string? OrderNumber { get; init; }
}

internal abstract class AcceptedChoiceValidator<T> : AbstractValidator<T>
    where T : AcceptedChoice
{
    protected AcceptedChoiceValidator()
    {
        RuleFor(acceptance => acceptance.ContentHash).Matches(@"^[0-9a-f]{64}\z").WithMessage("contentHash is 64 hexadecimal digits.");
        RuleFor(acceptance => acceptance.Option).Matches(@"^[A-C]\z").WithMessage("option is A, B or C.");
        RuleFor(acceptance => acceptance.Extras).Must(extras => extras is not null).WithMessage("extras is a list.");
        RuleFor(acceptance => acceptance.Extras).Holds(0, 100).WithMessage("extras holds at most 100 codes.");
        RuleFor(acceptance => acceptance.Name).IsText(300);
        RuleFor(acceptance => acceptance.Function).IsText(300);
        RuleFor(acceptance => acceptance.OrderNumber).IsOptionalText(100);
    }
}

/// <summary>What an acceptance sets in motion, whoever writes it down.</summary>
internal sealed class ProposalAcceptance(PricingDb db, ProposalDesk desk, ProposalMails mails, Actor actor, TimeProvider time)
{
    /// <summary>Takes a version for accepted; saving is the caller's.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="version">The version that was sent last.</param>
    /// <param name="choice">What is taken.</param>
    /// <param name="record">How the agency knows; null where the client accepts by itself.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ConflictException">The version cannot be accepted.</exception>
    /// <exception cref="InvalidRequestException">The choice is none of those on offer.</exception>
    public async Task<ProposalDecision> Accept(ProposalRecord proposal, ProposalVersion version, AcceptedChoice choice, AcceptanceRecord? record, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        version.RequireOpen(choice.ContentHash, now);
        // Read before the look for a rival: one that is accepted after this has changed the engagement, and saving fails by its version.
        var engagement = await db.Engagements.SingleAsync(engagement => engagement.Id == proposal.EngagementId, cancellationToken);
        if (!version.IsTest)
            await desk.RequireUnagreed(proposal, cancellationToken);
        var drawn = DrawnUpProposal.Of(version);
        var option = drawn.Client.Options.FirstOrDefault(option => option.Letter == choice.Option) ?? throw new InvalidRequestException([new("/option", "The proposal has no such option.")]);
        if (!option.IsChoice(choice.Extras))
            throw new InvalidRequestException([new("/extras", "extras names lines of the option, each once, and exactly one of each group.")]);

        var total = option.With(choice.Extras.ToHashSet(), drawn.Client.Currency);
        var decision = new ProposalDecision(
            now, version.ContentHash!, choice.Name, choice.Function, choice.SignedOn, choice.OrderNumber, option.Letter, option.Name, choice.Extras, total.Net, total.Vat, total.Gross, null, record);
        proposal.Agree((long)(total.Net / drawn.Client.Currency.MinorUnit));
        var from = version.State;
        version.Decide(ProposalState.Accepted, decision);
        desk.Keep(proposal, version, record is null ? ProposalStep.Accept : ProposalStep.RecordAcceptance, from, record?.Evidence, choice.Name);
        desk.Tell(EventTypes.ProposalAccepted, proposal, version);
        await mails.Write(ProposalNotice.Accepted, proposal, version, link: null, cancellationToken);
        await mails.Write(ProposalNotice.Confirmed, proposal, version, link: null, cancellationToken);
        await DropDraft(proposal, version, cancellationToken);
        if (!version.IsTest)
            Win(engagement, proposal);
        await Push(proposal, version, cancellationToken);
        return decision;
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
            push.Ask(connection.Id, proposal.EngagementId, accepted.Frozen!.Issuer.DayOf(now), now);
            db.Add(push);
        }
    }

    private void Win(EngagementRecord engagement, ProposalRecord proposal)
    {
        var before = EngagementMark.Of(engagement);
        engagement.Win(proposal.NetMinor);
        engagement.Touch(time.GetUtcNow());
        db.Events.AddRange(engagement.Revised(before, actor, time.GetUtcNow()));
    }
}
