using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Errors;

namespace Pricing.Application.Features.Proposals;

/// <summary>Something that happens to a version of a proposal.</summary>
public enum ProposalStep
{
    /// <summary>It is started.</summary>
    Create,

    /// <summary>It is stated anew.</summary>
    Revise,

    /// <summary>It is given to review.</summary>
    Submit,

    /// <summary>It is approved.</summary>
    Approve,

    /// <summary>It goes back to its writers.</summary>
    Reject,

    /// <summary>It goes to the client.</summary>
    Send,

    /// <summary>The client opens it.</summary>
    View,

    /// <summary>The client asks.</summary>
    Ask,

    /// <summary>The agency answers.</summary>
    Answer,

    /// <summary>The client accepts it.</summary>
    Accept,

    /// <summary>The agency writes down that the client has accepted it outside of its page.</summary>
    RecordAcceptance,

    /// <summary>The client declines it.</summary>
    Decline,

    /// <summary>Its last day ends.</summary>
    Expire,

    /// <summary>The agency takes it back.</summary>
    Withdraw,

    /// <summary>A later version is started.</summary>
    OpenVersion,

    /// <summary>An accepted proposal is changed by an order of its own.</summary>
    OrderChange,
}

/// <summary>Which steps a version allows where it stands.</summary>
internal static class ProposalWorkflow
{
    private static readonly FrozenDictionary<ProposalState, ProposalStep[]> Allowed = new Dictionary<ProposalState, ProposalStep[]>
    {
        [ProposalState.Draft] = [ProposalStep.Revise, ProposalStep.Submit, ProposalStep.Withdraw],
        [ProposalState.InReview] = [ProposalStep.Revise, ProposalStep.Submit, ProposalStep.Approve, ProposalStep.Reject, ProposalStep.Withdraw],
        [ProposalState.Approved] = [ProposalStep.Revise, ProposalStep.Submit, ProposalStep.Send, ProposalStep.Withdraw],
        [ProposalState.Sent] = [ProposalStep.View, ProposalStep.Ask, ProposalStep.Answer, ProposalStep.Accept, ProposalStep.RecordAcceptance, ProposalStep.Decline, ProposalStep.Expire, ProposalStep.Withdraw, ProposalStep.OpenVersion],
        [ProposalState.Viewed] = [ProposalStep.View, ProposalStep.Ask, ProposalStep.Answer, ProposalStep.Accept, ProposalStep.RecordAcceptance, ProposalStep.Decline, ProposalStep.Expire, ProposalStep.Withdraw, ProposalStep.OpenVersion],
        [ProposalState.Accepted] = [ProposalStep.Answer, ProposalStep.OrderChange],
        [ProposalState.Declined] = [ProposalStep.Answer, ProposalStep.OpenVersion],
        [ProposalState.Expired] = [ProposalStep.Answer, ProposalStep.OpenVersion],
        [ProposalState.Withdrawn] = [ProposalStep.OpenVersion],
    }.ToFrozenDictionary();

    /// <summary>The steps that a state allows.</summary>
    public static IReadOnlyList<ProposalStep> Steps(ProposalState state) => Allowed[state];

    /// <summary>Whether the client can still decide about a version.</summary>
    public static bool IsOpen(this ProposalVersion version) => version.State is ProposalState.Sent or ProposalState.Viewed && !version.IsSuperseded;

    /// <summary>Refuses a decision about what cannot be decided, or about another content than the one that was shown.</summary>
    /// <exception cref="ConflictException">It cannot.</exception>
    public static void RequireOpen(this ProposalVersion version, string contentHash, DateTimeOffset now)
    {
        if (version.ContentHash != contentHash)
            throw new ConflictException("content-changed", "The agency has sent another version since. Look at it before you decide.");
        if (version.State == ProposalState.Accepted)
            throw new ConflictException("already-decided", "This version has been accepted already.");
        if (!version.IsOpen())
            throw new ConflictException("already-decided", "This version can no longer be decided about.");
        if (version.ExpiresAt <= now)
            throw new ConflictException("already-over", "The last day of this version is over. Ask the agency for a new one.");
    }

    /// <summary>Refuses a step that the version does not allow.</summary>
    /// <exception cref="ConflictException">It does not.</exception>
    public static void Require(this ProposalVersion version, ProposalStep step)
    {
        if (!Allowed[version.State].Contains(step))
            throw new ConflictException("step-not-allowed", $"Version {version.Number} is {EnumCode.Of(version.State)}, where {EnumCode.Of(step)} is not allowed. Allowed are: {string.Join(", ", Allowed[version.State].Select(allowed => EnumCode.Of(allowed)))}.");
    }
}

/// <summary>A step of a proposal's history; never changed.</summary>
internal sealed class HistoryEntry
{
    /// <summary>Place in the order of steps: the database has one writer, who gives it.</summary>
    public long Sequence { get; private init; }

    public Guid TenantId { get; private init; }

    public Guid ProposalId { get; private init; }

    public int VersionNumber { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ProposalStep Step { get; private init; }

    public ProposalState? From { get; private init; }

    public ProposalState To { get; private init; }

    /// <summary>The user; null for the client and for time passing.</summary>
    public Guid? UserId { get; private init; }

    /// <summary>Name of the client's person, as given; null where nobody gave one.</summary>
    public string? ClientPerson { get; private set; }

    public string? Why { get; private set; }

    public static HistoryEntry Of(ProposalVersion version, ProposalStep step, ProposalState? from, DateTimeOffset now, Guid? userId, string? clientPerson, string? why) => new()
    {
        TenantId = version.TenantId,
        ProposalId = version.ProposalId,
        VersionNumber = version.Number,
        At = now,
        Step = step,
        From = from,
        To = version.State,
        UserId = userId,
        ClientPerson = clientPerson,
        Why = why,
    };

    /// <summary>Takes out who it was.</summary>
    public void Forget() => (ClientPerson, Why) = (null, null);
}

internal sealed class HistoryEntryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("ProposalHistory");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedOnAdd();
        builder.Property(entry => entry.ClientPerson).HasMaxLength(300);
        builder.Property(entry => entry.Why).HasMaxLength(10_000);
        builder.HasIndex(entry => new { entry.ProposalId, entry.Sequence });
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(entry => entry.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
