using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Events;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>What every step of a proposal does: find its newest version, keep the step in its history, and save.</summary>
internal sealed class ProposalDesk(PricingDb db, ProposalDrafting drafting, Actor actor, TimeProvider time)
{
    /// <summary>A proposal and its newest version, about to change.</summary>
    public async Task<(ProposalRecord Proposal, ProposalVersion Newest)> ForChange(Guid id, int? readVersion, CancellationToken cancellationToken)
    {
        var proposal = await db.ForChange<ProposalRecord>("proposal", id, readVersion, cancellationToken);
        return (proposal, await db.ProposalVersions.SingleAsync(version => version.ProposalId == id && version.Number == proposal.LatestVersion, cancellationToken));
    }

    /// <summary>A proposal and its newest version, about to be worked on.</summary>
    /// <exception cref="ConflictException">The data of its client are erased or only kept.</exception>
    public async Task<(ProposalRecord Proposal, ProposalVersion Newest)> ForWork(Guid id, int? readVersion, CancellationToken cancellationToken)
    {
        var found = await ForChange(id, readVersion, cancellationToken);
        await db.RequireInUse(found.Proposal.ClientId, cancellationToken);
        return found;
    }

    /// <summary>What a version says: what was frozen, or as things stand.</summary>
    public async Task<DrawnUpProposal> DrawUp(ProposalRecord proposal, ProposalVersion version, CancellationToken cancellationToken) => version.Statement is not null
        ? DrawnUpProposal.Of(version)
        : Today(await drafting.State(proposal, version, cancellationToken));

    /// <summary>What a statement says where it is sent today.</summary>
    public DrawnUpProposal Today(ProposalStatement statement) => DrawnUpProposal.Of(statement, statement.Issuer.Today(time));

    /// <summary>Shows in lists what a version says.</summary>
    public static void Show(ProposalRecord proposal, DrawnUpProposal drawn)
    {
        proposal.Show(drawn.Statement.Title, drawn.Client.Client, (long)(drawn.Client.Recommended.Net / drawn.Client.Currency.MinorUnit));
    }

    /// <summary>Refuses to go on with a proposal of an engagement that is agreed by another one: the same work would be agreed twice.</summary>
    /// <exception cref="ConflictException">It is.</exception>
    public async Task RequireUnagreed(ProposalRecord proposal, CancellationToken cancellationToken)
    {
        if (await AgreedNumber(proposal.EngagementId, proposal.Id, cancellationToken) is { } number)
            throw new ConflictException("already-agreed", $"The engagement is agreed by {number}. Order a change of that proposal, or copy the engagement for another deal.");
    }

    /// <summary>Number of the accepted proposal of an engagement; null where none is accepted but in a test.</summary>
    public Task<string?> AgreedNumber(Guid engagementId, Guid? except, CancellationToken cancellationToken) => db.Proposals.AsNoTracking()
        .Where(other => other.EngagementId == engagementId && other.Id != except && other.State == ProposalState.Accepted
            && db.ProposalVersions.Any(version => version.ProposalId == other.Id && version.State == ProposalState.Accepted && !version.IsTest))
        .OrderBy(other => other.Id).Select(other => other.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Refuses a last day that is over where the client is.</summary>
    /// <exception cref="InvalidRequestException">It is.</exception>
    public void RequireAhead(DrawnUpProposal drawn)
    {
        if (drawn.Statement.ExpiresAt(drawn.Date) <= time.GetUtcNow())
            throw new InvalidRequestException([new("/validUntil", "This day is over where the client is. State a later one, or none for the company's usual term.")]);
    }

    /// <summary>The approval rules that a version breaks.</summary>
    public async Task<IReadOnlyList<ApprovalRule>> Fired(ProposalRecord proposal, ProposalVersion version, DrawnUpProposal drawn, CancellationToken cancellationToken)
    {
        var rules = await db.RulesFor(version.WriterIds, cancellationToken);
        var discontinued = await Discontinued(proposal, version, cancellationToken);
        var fired = new List<ApprovalRule>();
        foreach (var rule in rules.SelectMany(one => one.Fired(drawn, discontinued)).Where(rule => !fired.Any(rule.IsLike)))
            fired.Add(rule);
        return fired;
    }

    // Models in use that their vendors have discontinued.
    private async Task<IReadOnlyList<string>> Discontinued(ProposalRecord proposal, ProposalVersion version, CancellationToken cancellationToken)
    {
        var scenarios = (version.StatedTerms.Options ?? []).Select(option => option.ScenarioId).OfType<Guid>().ToList();
        var documents = await db.Scenarios.AsNoTracking().Where(scenario => scenarios.Contains(scenario.Id)).Select(scenario => scenario.SentDocument).ToListAsync(cancellationToken);
        if (version.StatedTerms.Options?.All(option => option.ScenarioId is not null) != true)
            documents.Add(await db.Engagements.AsNoTracking().Where(engagement => engagement.Id == proposal.EngagementId).Select(engagement => engagement.SentDocument).SingleAsync(cancellationToken));
        var codes = documents.SelectMany(PriceCodes).Distinct().ToList();
        var entries = await db.PriceBook.AsNoTracking().Where(entry => codes.Contains(entry.Code)).ToListAsync(cancellationToken);
        return [.. entries.GroupBy(entry => entry.Code).Select(entry => entry.MaxBy(one => one.ValidFrom)!).Where(entry => entry.Status == PriceStatus.Discontinued).Select(entry => entry.Model).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keeps a step, and counts it as a change of the proposal.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="version">The version, as it stands after the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="from">Where the version stood before; null for a new one.</param>
    /// <param name="why">Why, as given; null where nobody said.</param>
    /// <param name="clientPerson">Who it was on the client's side; null for the agency.</param>
    public void Keep(ProposalRecord proposal, ProposalVersion version, ProposalStep step, ProposalState? from, string? why = null, string? clientPerson = null)
    {
        var now = time.GetUtcNow();
        var isAgency = step is not (ProposalStep.View or ProposalStep.Ask or ProposalStep.Accept or ProposalStep.Decline or ProposalStep.Expire);
        db.Add(HistoryEntry.Of(version, step, from, now, isAgency ? actor.UserId : null, clientPerson, why));
        if (version.Number == proposal.LatestVersion || from is null)
            proposal.Follow(version);
        if (from is null)
            return;
        proposal.Touch(now);
        version.Touch(now);
    }

    /// <summary>Tells the world outside of a step: what a client may know, and nothing of the inside. Of a test nothing leaves the service, whoever takes the step.</summary>
    public void Tell(string type, ProposalRecord proposal, ProposalVersion version) =>
        db.Events.Add(EventRecord.Of(actor with { IsSandbox = actor.IsSandbox || version.IsTest }, time.GetUtcNow(), type, $"/api/v1/proposals/{proposal.Id}", ProposalFacts.Of(proposal, version)));

    /// <summary>Saves.</summary>
    public Task Save() => db.SaveChangesAsync(CancellationToken.None);

    private static IEnumerable<string> PriceCodes(string document)
    {
        using var tree = JsonDocument.Parse(document);
        return tree.RootElement.TryGetProperty("assets", out var assets)
            ? [.. assets.EnumerateArray().Where(asset => asset.TryGetProperty("generations", out _)).SelectMany(asset => asset.GetProperty("generations").EnumerateArray())
                .Select(generation => generation.TryGetProperty("priceBookEntry", out var code) ? code.GetString() : null).OfType<string>()]
            : [];
    }
}

/// <summary>What is told of a proposal.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version of the record after the change.</param>
/// <param name="Number">Number.</param>
/// <param name="Title">Title.</param>
/// <param name="EngagementId">The engagement.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="VersionNumber">The version it happened to.</param>
/// <param name="State">Where that version stands.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="ValidUntil">Last day on which it can be accepted; null while it is not sent.</param>
/// <param name="ContentHash">Hash of what was sent; null while it is not.</param>
/// <param name="Option">Letter of the accepted option; null while none is.</param>
/// <param name="Extras">Codes of the accepted lines.</param>
/// <param name="Net">Net price of the accepted choice; null while nothing is.</param>
/// <param name="Gross">With VAT; null likewise.</param>
public sealed record ProposalFacts(
    Guid Id, int Version, string Number, string Title, Guid EngagementId, Guid? ClientId, int VersionNumber, ProposalState State, string Currency, DateOnly? ValidUntil,
    string? ContentHash, string? Option, IReadOnlyList<string> Extras, decimal? Net, decimal? Gross)
{
    internal static ProposalFacts Of(ProposalRecord proposal, ProposalVersion version)
    {
        var decision = version.Decided;
        return new(
            proposal.Id, proposal.Version, proposal.Number, proposal.Title, proposal.EngagementId, proposal.ClientId, version.Number, version.State, proposal.Currency,
            version.ValidUntil, version.ContentHash, decision?.Option, decision?.Extras ?? [], decision?.Net, decision?.Gross);
    }
}
