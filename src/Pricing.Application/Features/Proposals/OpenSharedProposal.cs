using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Events;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>Opens the proposal of the link that the actor came with: the version that was sent last.</summary>
/// <param name="Agent">What kind of program asks; only a browser's visit counts as a view.</param>
public sealed record OpenSharedProposal(LinkAgent Agent) : IRequest<SharedProposal>;

/// <summary>What kind of program opens a link.</summary>
public enum LinkAgent
{
    /// <summary>A person's browser.</summary>
    Browser,

    /// <summary>A mail filter or preview.</summary>
    Scanner,

    /// <summary>Anything else, such as a request for headers alone.</summary>
    Other,
}

/// <summary>A proposal as its client sees it: no cost, margin, profit or floor.</summary>
/// <param name="Proposal">The offer.</param>
/// <param name="Identity">Who writes to whom, and which version it is.</param>
/// <param name="Language">Its language.</param>
/// <param name="State">Where the version stands.</param>
/// <param name="IsOpen">Whether it can be accepted or declined now.</param>
/// <param name="ContentHash">Hash of the version: an acceptance names it.</param>
/// <param name="Decision">What the client decided; null while nothing is.</param>
/// <param name="Papers">Its documents.</param>
/// <param name="Questions">What the client asked, and what the agency answered.</param>
public sealed record SharedProposal(
    ClientProposal Proposal, ProposalIdentity Identity, DocumentLanguage Language, ProposalState State, bool IsOpen, string ContentHash, ProposalDecision? Decision,
    IReadOnlyList<PaperView> Papers, IReadOnlyList<SharedQuestion> Questions);

/// <summary>A question and its answer.</summary>
/// <param name="AskedAt">When it was asked, UTC.</param>
/// <param name="AskedBy">Who asked; null where no name was given.</param>
/// <param name="Text">The question.</param>
/// <param name="AnsweredAt">When it was answered, UTC; null while it is not.</param>
/// <param name="Answer">The answer; null while there is none.</param>
public sealed record SharedQuestion(DateTimeOffset AskedAt, string? AskedBy, string Text, DateTimeOffset? AnsweredAt, string? Answer);

internal sealed class OpenSharedProposalHandler(PricingDb db, LinkedProposals links, ProposalDesk desk, ProposalMails mails, ProposalSettings settings, TimeProvider time) : IRequestHandler<OpenSharedProposal, SharedProposal>
{
    public async Task<SharedProposal> Handle(OpenSharedProposal request, CancellationToken cancellationToken)
    {
        var (link, proposal, version) = await links.Find(cancellationToken);
        var drawn = DrawnUpProposal.Of(version);
        await Note(request.Agent, link, proposal, version, cancellationToken);
        var papers = await db.ProposalPapers.AsNoTracking().Where(paper => paper.ProposalId == proposal.Id && paper.VersionNumber == version.Number)
            .Select(paper => new PaperView(paper.Kind, paper.Sha256, paper.Content.Length)).ToListAsync(cancellationToken);
        var questions = await db.ProposalQuestions.AsNoTracking().Where(question => question.ProposalId == proposal.Id).OrderBy(question => question.CreatedAt).ThenBy(question => question.Id).ToListAsync(cancellationToken);
        return new(
            drawn.Client, drawn.Identity(StatusOf(version), settings.CheckAddress(version.ContentHash!)), drawn.Language, version.State, version.IsOpen() && version.ExpiresAt > time.GetUtcNow(),
            version.ContentHash!, version.Decided, papers,
            [.. questions.Select(question => new SharedQuestion(question.CreatedAt, question.AskedBy, question.Text, question.AnsweredAt, question.Answer))]);
    }

    // A visit changes neither version nor ETag; the first one by a person is the step to viewed.
    private async Task Note(LinkAgent agent, ShareLink link, ProposalRecord proposal, ProposalVersion version, CancellationToken cancellationToken)
    {
        db.Add(new LinkOpening { TenantId = link.TenantId, LinkId = link.Id, At = time.GetUtcNow(), Agent = Contract.EnumCode.Of(agent) });
        if (agent == LinkAgent.Browser && version.State == ProposalState.Sent && version.IsOpen())
        {
            version.Move(ProposalState.Viewed);
            desk.Keep(proposal, version, ProposalStep.View, ProposalState.Sent);
            desk.Tell(EventTypes.ProposalViewed, proposal, version);
            await mails.Write(ProposalNotice.Viewed, proposal, version, link: null, cancellationToken);
            await desk.Save();
            return;
        }

        try
        {
            await desk.Save();
        }
        catch (Exception e) when (e is BusyException or DbException or DbUpdateException)
        {
            // A visit that cannot be written down must not keep the client from reading.
        }
    }

    private ProposalStatus? StatusOf(ProposalVersion version) => version switch
    {
        { IsTest: true } => ProposalStatus.Test,
        { State: ProposalState.Expired } => ProposalStatus.Expired,
        { State: ProposalState.Sent or ProposalState.Viewed } when version.ExpiresAt <= time.GetUtcNow() => ProposalStatus.Expired,
        _ => null,
    };
}
