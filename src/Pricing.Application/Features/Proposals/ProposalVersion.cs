using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Persistence;
using Pricing.Model.Proposals;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Proposals;

/// <summary>A version of a proposal: what the agency states while it is written, and what it stated once it is sent.</summary>
public sealed class ProposalVersion : Record
{
    /// <summary>Digits of the content hash that the footer prints.</summary>
    internal const int PrintedDigits = 16;

    /// <summary>The proposal.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>What the agency states, as JSON (<see cref="ProposalTerms"/>).</summary>
    public string Terms { get; private set; } = "{}";

    /// <summary>Who wrote on it, as JSON; none of them approves it.</summary>
    public string Writers { get; private set; } = "[]";

    /// <summary>Names of the approval rules that fired when it was submitted, as JSON.</summary>
    public string FiredRules { get; private set; } = "[]";

    /// <summary>Hash of the content that was approved; null where nothing was.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>Who approved it; null where no rule asked for anybody.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Everything it says, frozen when it was sent, as JSON (<see cref="ProposalStatement"/>).</summary>
    public string? Statement { get; private set; }

    /// <summary>What the client reads, with the figures as they were worked out when it was sent, as JSON (<see cref="ClientProposal"/>); null for one that was sent before they were kept.</summary>
    public string? Figures { get; private set; }

    /// <summary>SHA-256 of the statement in hex: what its footer carries.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Its first digits, which the footer prints.</summary>
    public string? PrintedHash { get; private set; }

    /// <summary>Day on which it was sent, in the legal entity's time zone: the date of its documents.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>Last day on which it can be accepted.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>When that day ends where the client is, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Whether a later version was sent in its place.</summary>
    public bool IsSuperseded { get; private set; }

    /// <summary>Whether somebody was told that it is about to expire.</summary>
    public bool IsExpiryTold { get; private set; }

    /// <summary>Whether a sandbox key sent it: its documents are marked, and nothing leaves the service.</summary>
    public bool IsTest { get; private set; }

    /// <summary>What the client decided, as JSON (<see cref="ProposalDecision"/>); null while nothing is.</summary>
    public string? Decision { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="proposalId">The proposal.</param>
    /// <param name="number">Its number.</param>
    /// <param name="from">The version whose terms it takes over, and with them their writers: nobody approves their own words under another number. Null for none.</param>
    internal void Start(Guid proposalId, int number, ProposalVersion? from = null) => (ProposalId, Number, Writers) = (proposalId, number, from?.Writers ?? "[]");

    /// <summary>States it anew: whatever was approved is void.</summary>
    internal void StateTerms(ProposalTerms terms, Guid writer)
    {
        Terms = JsonSerializer.Serialize<ProposalTerms>(terms, ProposalJson.Options);
        Writers = JsonSerializer.Serialize(WriterIds.Append(writer).Distinct(), ProposalJson.Options);
        State = ProposalState.Draft;
        Void();
    }

    internal void Submit(IReadOnlyList<ApprovalRule> fired) =>
        (State, FiredRules) = (ProposalState.InReview, JsonSerializer.Serialize(fired, ProposalJson.Options));

    internal void Approve(string contentHash, Guid? by, DateTimeOffset now) =>
        (State, ApprovedHash, ApprovedBy, ApprovedAt) = (ProposalState.Approved, contentHash, by, now);

    internal void Reject()
    {
        State = ProposalState.Draft;
        Void();
    }

    internal void Send(DrawnUpProposal drawn, DateTimeOffset expiresAt, DateTimeOffset now, bool isTest)
    {
        State = ProposalState.Sent;
        Statement = drawn.Statement.Json;
        Figures = SentFiguresJson.Write(drawn.Client);
        ContentHash = drawn.Statement.Hash;
        PrintedHash = ContentHash[..PrintedDigits];
        (Date, ValidUntil, ExpiresAt, SentAt, IsTest) = (drawn.Date, drawn.Statement.LastDay(drawn.Date), expiresAt, now, isTest);
    }

    internal void Move(ProposalState to) => State = to;

    internal void Decide(ProposalState to, ProposalDecision decision) => (State, Decision) = (to, JsonSerializer.Serialize(decision, ProposalJson.Options));

    internal void Supersede() => IsSuperseded = true;

    internal void TellExpiry() => IsExpiryTold = true;

    /// <summary>Takes out who received and decided; the hash still says that it was sent.</summary>
    internal void ForgetClient(string placeholder)
    {
        var nobody = new RecipientTerms { Company = placeholder };
        Terms = JsonSerializer.Serialize<ProposalTerms>(StatedTerms with { Recipient = nobody, Situation = null }, ProposalJson.Options);
        if (Frozen is { } frozen)
            Statement = (frozen with { Recipient = nobody, Terms = frozen.Terms with { Situation = null }, Documents = [.. frozen.Documents.Select(document => WithClient(document, placeholder))] }).Json;
        if (SentFigures is { } figures)
            Figures = SentFiguresJson.Write(figures with { Client = placeholder, Terms = figures.Terms is { } agreed ? agreed with { Situation = null } : null });
        if (Decided is { } decided)
            Decision = JsonSerializer.Serialize(decided with { Name = null, Function = null, OrderNumber = null, Reason = null, Record = decided.Record is { } record ? record with { Evidence = placeholder } : null }, ProposalJson.Options);
    }

    private static RawJson WithClient(RawJson document, string name)
    {
        var whole = JsonNode.Parse(document.Utf8.Span)!.AsObject();
        if (whole.ContainsKey("client"))
            whole["client"] = name;
        return RawJson.Of(whole);
    }

    private void Void() => (ApprovedHash, ApprovedBy, ApprovedAt, FiredRules) = (null, null, null, "[]");

    internal StoredTerms StatedTerms => JsonSerializer.Deserialize<StoredTerms>(Terms, ProposalJson.Options)!;

    internal IReadOnlyList<Guid> WriterIds => JsonSerializer.Deserialize<List<Guid>>(Writers, ProposalJson.Options)!;

    internal IReadOnlyList<ApprovalRule> Fired => JsonSerializer.Deserialize<List<ApprovalRule>>(FiredRules, ProposalJson.Options)!;

    internal ProposalStatement? Frozen => Statement is null ? null : ProposalStatement.Read(Statement);

    internal ClientProposal? SentFigures => Figures is null ? null : SentFiguresJson.Read(Figures);

    internal ProposalDecision? Decided => Decision is null ? null : JsonSerializer.Deserialize<ProposalDecision>(Decision, ProposalJson.Options);
}

/// <summary>Terms as they are kept with a version.</summary>
internal sealed record StoredTerms : ProposalTerms;

internal sealed class ProposalVersionMapping : IEntityTypeConfiguration<ProposalVersion>
{
    public void Configure(EntityTypeBuilder<ProposalVersion> builder)
    {
        builder.MapRecord("ProposalVersions");
        builder.Property(version => version.ApprovedHash).HasMaxLength(64);
        builder.Property(version => version.ContentHash).HasMaxLength(64);
        builder.HasIndex(version => new { version.ProposalId, version.Number }).IsUnique();
        builder.Property(version => version.PrintedHash).HasMaxLength(ProposalVersion.PrintedDigits);
        builder.HasIndex(version => version.ContentHash);
        builder.HasIndex(version => version.PrintedHash);
        builder.HasIndex(version => new { version.State, version.ExpiresAt });
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(version => version.ProposalId).OnDelete(DeleteBehavior.Restrict);
        foreach (var derived in new[] { nameof(ProposalVersion.StatedTerms), nameof(ProposalVersion.WriterIds), nameof(ProposalVersion.Fired), nameof(ProposalVersion.Frozen), nameof(ProposalVersion.SentFigures), nameof(ProposalVersion.Decided) })
            builder.Ignore(derived);
    }
}
