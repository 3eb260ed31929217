using Pricing.Application.Features.Access;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>A proposal in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number.</param>
/// <param name="Title">Title.</param>
/// <param name="EngagementId">The engagement that it prices.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="ChangesId">The accepted proposal that it changes; null for none.</param>
/// <param name="State">Where its newest version stands.</param>
/// <param name="LatestVersion">Number of that version.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="Net">Net price of the recommended option; of the accepted choice once there is one.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version of the record, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ProposalSummary(
    Guid Id, string Number, string Title, Guid EngagementId, Guid? ClientId, Guid? ChangesId, ProposalState State, int LatestVersion, string Currency, decimal Net, Guid OwnerId,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ProposalSummary Of(ProposalRecord proposal) => new(
        proposal.Id, proposal.Number, proposal.Title, proposal.EngagementId, proposal.ClientId, proposal.ChangesId, proposal.State, proposal.LatestVersion, proposal.Currency,
        proposal.NetMinor * Model.Quantities.Currency.Of(proposal.Currency).MinorUnit, proposal.OwnerId, proposal.Version, proposal.CreatedAt, proposal.UpdatedAt);
}

/// <summary>A proposal with its newest version.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Number, given by the company without gaps.</param>
/// <param name="EngagementId">The engagement that it prices.</param>
/// <param name="LegalEntityId">The company that issues it.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="ChangesId">The accepted proposal that it changes; null for one that stands by itself.</param>
/// <param name="CopiedFrom">The proposal it was copied from; null for none.</param>
/// <param name="Title">Title.</param>
/// <param name="Language">Language of its documents.</param>
/// <param name="State">Where the newest version stands.</param>
/// <param name="AllowedSteps">What can happen to it next.</param>
/// <param name="LatestVersion">Number of the newest version.</param>
/// <param name="Date">Date of that version; the day of the last look while it is not sent.</param>
/// <param name="ValidUntil">Last day on which it can be accepted.</param>
/// <param name="ContentHash">SHA-256 of its content: what an approval is bound to, and what the footer carries.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="VatTreatment">Where the service is taxed: as stated, else what suits company and recipient.</param>
/// <param name="Options">The options, highest price first.</param>
/// <param name="Terms">What the agency stated; what is left out has its default.</param>
/// <param name="Approval">How it was approved, or why it has to be.</param>
/// <param name="Decision">What the client decided; null while nothing is.</param>
/// <param name="Links">Where its documents, history and versions are.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version of the record, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record ProposalView(
    Guid Id, string Number, Guid EngagementId, Guid LegalEntityId, Guid? ClientId, Guid? ChangesId, Guid? CopiedFrom, string Title, string Language, ProposalState State,
    IReadOnlyList<ProposalStep> AllowedSteps, int LatestVersion, DateOnly Date, DateOnly ValidUntil, string ContentHash, string Currency, VatTreatment VatTreatment, IReadOnlyList<ProposalOptionView> Options,
    ProposalTermsView Terms, ApprovalView Approval, ProposalDecision? Decision, ProposalLinks Links, Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt) : IVersioned;

/// <summary>What the agency stated of a proposal.</summary>
public sealed record ProposalTermsView : ProposalTerms;

/// <summary>How a version was approved, or why it has to be.</summary>
/// <param name="FiredRules">The rules that fired when it was submitted; none for who may not see margins.</param>
/// <param name="ApprovedHash">Hash of the content that was approved; null while nothing is.</param>
/// <param name="ApprovedBy">Who approved it; null where no rule asked for anybody, and for who may not see margins.</param>
/// <param name="ApprovedAt">When, UTC.</param>
/// <param name="IsValid">Whether the content is still the one that was approved.</param>
public sealed record ApprovalView(IReadOnlyList<ApprovalRule> FiredRules, string? ApprovedHash, Guid? ApprovedBy, DateTimeOffset? ApprovedAt, bool IsValid);

/// <summary>Where the parts of a proposal are.</summary>
/// <param name="Pdf">The client's PDF.</param>
/// <param name="Workbook">The client's workbook.</param>
/// <param name="Data">The client's proposal for machines.</param>
/// <param name="History">Who did what, when and why.</param>
/// <param name="Versions">All versions.</param>
/// <param name="Engagement">The engagement.</param>
public sealed record ProposalLinks(string Pdf, string Workbook, string Data, string History, string Versions, string Engagement)
{
    internal static ProposalLinks Of(ProposalRecord proposal)
    {
        var self = $"/api/v1/proposals/{proposal.Id}";
        return new($"{self}/proposal.pdf", $"{self}/proposal.xlsx", $"{self}/proposal.json", $"{self}/history", $"{self}/versions", $"/api/v1/engagements/{proposal.EngagementId}");
    }
}

/// <summary>Shows proposals to whoever asks.</summary>
internal sealed class ProposalViews(ProposalDesk desk, ProposalSettings settings, Actor actor)
{
    /// <summary>Where clients reach the service; empty where nobody outside does.</summary>
    public string PublicAddress => settings.PublicAddress;

    /// <summary>A proposal with one of its versions.</summary>
    public async Task<ProposalView> Of((ProposalRecord Proposal, ProposalVersion Version) both, CancellationToken cancellationToken) =>
        Of(both.Proposal, both.Version, await desk.DrawUp(both.Proposal, both.Version, cancellationToken));

    /// <summary>A proposal that was just started.</summary>
    public ProposalView Of(StartedProposal started) => Of(started.Proposal, started.Version, started.Drawn);

    private ProposalView Of(ProposalRecord proposal, ProposalVersion version, DrawnUpProposal drawn)
    {
        var hash = drawn.Statement.Hash;
        return new(
            proposal.Id, proposal.Number, proposal.EngagementId, proposal.LegalEntityId, proposal.ClientId, proposal.ChangesId, proposal.CopiedFrom, drawn.Statement.Title, drawn.Statement.Language,
            version.State, version.IsSuperseded ? [] : ProposalWorkflow.Steps(version.State), version.Number, drawn.Date, drawn.Statement.LastDay(drawn.Date), hash, proposal.Currency, drawn.Statement.Terms.Vat.Treatment,
            ProposalOptionView.All(drawn), TermsOf(version), ApprovalOf(version, hash), version.Decided, ProposalLinks.Of(proposal),
            proposal.OwnerId, proposal.Version, proposal.CreatedAt, proposal.UpdatedAt);
    }

    // Which rule fired, and whether one did, speaks of margins.
    private ApprovalView ApprovalOf(ProposalVersion version, string hash)
    {
        var seesFigures = actor.May(Right.ReadFigures);
        return new(seesFigures ? version.Fired : [], version.ApprovedHash, seesFigures ? version.ApprovedBy : null, version.ApprovedAt, version.ApprovedHash == hash);
    }

    private ProposalTermsView TermsOf(ProposalVersion version)
    {
        var terms = System.Text.Json.JsonSerializer.Deserialize<ProposalTermsView>(version.Terms, ProposalJson.Options)!;
        return actor.May(Right.ReadFigures) ? terms : terms with { Options = terms.Options is { } options ? [.. options.Select(WithoutCost)] : null };
    }

    private static OptionTerms WithoutCost(OptionTerms option) => option with { Extras = option.Extras is { } extras ? [.. extras.Select(extra => extra with { UnitCost = null })] : null };
}
