using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
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

/// <summary>A document of the proposal of the actor's link, as it was rendered when it was sent.</summary>
/// <param name="Kind">Which one.</param>
public sealed record GetSharedPaper(PaperKind Kind) : IRequest<DocumentResponse>;

/// <summary>The logo on the proposal of the actor's link, the file as the agency gave it; null where it has none.</summary>
public sealed record GetSharedLogo : IRequest<byte[]?>;

/// <summary>Finds what a link opens.</summary>
internal sealed class LinkedProposals(PricingDb db, Actor actor, TimeProvider time)
{
    /// <summary>The proposal of the actor's link and the version that was sent last, about to change.</summary>
    /// <exception cref="NotFoundException">The link opens nothing: unknown, expired and revoked ones look alike.</exception>
    public async Task<(ShareLink Link, ProposalRecord Proposal, ProposalVersion Version)> Find(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var link = await db.ShareLinks.SingleOrDefaultAsync(link => link.Id == actor.KeyId && link.RevokedAt == null && link.ExpiresAt > now, cancellationToken) ?? throw new NotFoundException("link", "of this address");
        var proposal = await db.Proposals.SingleAsync(proposal => proposal.Id == link.ProposalId, cancellationToken);
        return (link, proposal, (await db.SentLast(proposal.Id, cancellationToken))!);
    }
}

internal sealed class OpenSharedProposalHandler(PricingDb db, LinkedProposals links, ProposalDesk desk, ProposalMails mails, KeptPapers kept, ProposalSettings settings, TimeProvider time)
    : IRequestHandler<OpenSharedProposal, SharedProposal>, IRequestHandler<GetSharedPaper, DocumentResponse>, IRequestHandler<GetSharedLogo, byte[]?>
{
    public async Task<SharedProposal> Handle(OpenSharedProposal request, CancellationToken cancellationToken)
    {
        var (link, proposal, version) = await links.Find(cancellationToken);
        var drawn = DrawnUpProposal.Of(version.Frozen!, version.Date!.Value);
        await Note(request.Agent, link, proposal, version, cancellationToken);
        var papers = await db.ProposalPapers.AsNoTracking().Where(paper => paper.ProposalId == proposal.Id && paper.VersionNumber == version.Number)
            .Select(paper => new PaperView(paper.Kind, paper.Sha256, paper.Content.Length)).ToListAsync(cancellationToken);
        var questions = await db.ProposalQuestions.AsNoTracking().Where(question => question.ProposalId == proposal.Id).OrderBy(question => question.CreatedAt).ThenBy(question => question.Id).ToListAsync(cancellationToken);
        return new(
            drawn.Client, drawn.Identity(StatusOf(version), settings.CheckAddress(version.ContentHash!)), drawn.Language, version.State, version.IsOpen() && version.ExpiresAt > time.GetUtcNow(),
            version.ContentHash!, version.Decided, papers,
            [.. questions.Select(question => new SharedQuestion(question.CreatedAt, question.AskedBy, question.Text, question.AnsweredAt, question.Answer))]);
    }

    public async Task<DocumentResponse> Handle(GetSharedPaper request, CancellationToken cancellationToken)
    {
        var (_, _, version) = await links.Find(cancellationToken);
        return (await kept.Find(version, request.Kind, cancellationToken))!;
    }

    public async Task<byte[]?> Handle(GetSharedLogo request, CancellationToken cancellationToken) => (await links.Find(cancellationToken)).Version.Frozen!.Issuer.Logo;

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
        }

        await desk.Save();
    }

    private ProposalStatus? StatusOf(ProposalVersion version) => version switch
    {
        { IsTest: true } => ProposalStatus.Test,
        { State: ProposalState.Expired } => ProposalStatus.Expired,
        { State: ProposalState.Sent or ProposalState.Viewed } when version.ExpiresAt <= time.GetUtcNow() => ProposalStatus.Expired,
        _ => null,
    };
}

/// <summary>A question of a client about a proposal, and its answer.</summary>
public sealed class ProposalQuestion : Record
{
    /// <summary>The proposal.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>The version it was asked about.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Who asked; null where no name was given.</summary>
    public string? AskedBy { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The answer; null while there is none.</summary>
    public string? Answer { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Ask(ProposalVersion version, string? by, string text) => (ProposalId, VersionNumber, AskedBy, Text) = (version.ProposalId, version.Number, by, text);

    /// <summary>Takes out who asked, what, and what that person was told.</summary>
    internal void Forget() => (AskedBy, Text, Answer) = (null, "Erased", Answer is null ? null : "Erased");

    internal void Reply(string answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);
}

internal sealed class ProposalQuestionMapping : IEntityTypeConfiguration<ProposalQuestion>
{
    public void Configure(EntityTypeBuilder<ProposalQuestion> builder)
    {
        builder.MapRecord("ProposalQuestions");
        builder.Property(question => question.AskedBy).HasMaxLength(300);
        builder.Property(question => question.Text).HasMaxLength(4_000);
        builder.Property(question => question.Answer).HasMaxLength(4_000);
        builder.HasIndex(question => question.ProposalId);
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(question => question.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
