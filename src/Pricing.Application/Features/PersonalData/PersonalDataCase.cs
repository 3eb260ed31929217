using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>Of whom the data are.</summary>
public enum SubjectKind
{
    /// <summary>A person who works or worked with the service.</summary>
    User,

    /// <summary>A client, who may be a natural person.</summary>
    Client,
}

/// <summary>A wish to be forgotten, or a reason against it, and what became of it: the log of erasures.</summary>
public sealed class PersonalDataCase : Record
{
    internal const int MostReason = 1000;

    /// <summary>Of whom the data are.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>Id of the user or client.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Why somebody asked for erasure; null where nobody has.</summary>
    public string? Reason { get; private set; }

    /// <summary>When somebody asked for erasure.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>Last day on which the law wants the data kept; null where it does not.</summary>
    public DateOnly? KeptUntil { get; private set; }

    /// <summary>The law that wants it.</summary>
    public string? Basis { get; private set; }

    /// <summary>Why nothing may be erased whatever the day: a dispute, an audit. Null for no hold.</summary>
    public string? Hold { get; private set; }

    /// <summary>When the data were erased; null while they are there.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Whether the data are there but only kept: nobody works with them.</summary>
    public bool IsBlocked => RequestedAt is not null && ErasedAt is null;

    internal void Concern(SubjectKind kind, Guid id) => (SubjectKind, SubjectId) = (kind, id);

    internal void Request(string reason, DateTimeOffset now) => (Reason, RequestedAt) = (reason, now);

    /// <summary>Keeps it as long as a law wants it; a day that was found before is never brought forward.</summary>
    /// <returns>Whether that is longer than was known.</returns>
    internal bool Keep(DateOnly? until, string? basis)
    {
        if (until is null || KeptUntil >= until)
            return false;
        (KeptUntil, Basis) = (until, basis);
        return true;
    }

    internal void HoldFor(string? reason) => Hold = reason;

    /// <summary>Holds it for another reason besides.</summary>
    internal void HoldAlsoFor(string reason)
    {
        var together = Hold is null ? reason : $"{Hold}; {reason}";
        Hold = together.Length <= MostReason ? together : $"{together[..(MostReason - 1)]}…";
    }

    internal void Erased(DateTimeOffset now) => ErasedAt = now;

    /// <summary>Whether what was asked for may be done on a day.</summary>
    internal bool IsDue(DateOnly day) => IsBlocked && Hold is null && !(KeptUntil >= day);
}

internal sealed class PersonalDataCaseMapping : IEntityTypeConfiguration<PersonalDataCase>
{
    public void Configure(EntityTypeBuilder<PersonalDataCase> builder)
    {
        builder.MapRecord("PersonalDataCases");
        builder.Property(subject => subject.Reason).HasMaxLength(PersonalDataCase.MostReason);
        builder.Property(subject => subject.Basis).HasMaxLength(300);
        builder.Property(subject => subject.Hold).HasMaxLength(PersonalDataCase.MostReason);
        builder.Ignore(subject => subject.IsBlocked);
        builder.HasIndex(subject => new { subject.TenantId, subject.SubjectKind, subject.SubjectId }).IsUnique();
    }
}

/// <summary>What is known of a wish to be forgotten.</summary>
/// <param name="Id">Id of the case.</param>
/// <param name="Kind">Of whom the data are: user or client.</param>
/// <param name="SubjectId">Id of the user or client.</param>
/// <param name="State">requested and blocked, held, erased, or none where nobody has asked.</param>
/// <param name="Reason">Why somebody asked for erasure; null where nobody has.</param>
/// <param name="RequestedAt">When somebody asked, UTC; null where nobody has.</param>
/// <param name="KeptUntil">Last day on which the law wants the data kept; null where it does not.</param>
/// <param name="Basis">The law that wants it; null where none does.</param>
/// <param name="Hold">Why nothing may be erased whatever the day; null for no hold.</param>
/// <param name="ErasedAt">When the data were erased, UTC; null while they are there.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
public sealed record PersonalDataCaseView(
    Guid Id, SubjectKind Kind, Guid SubjectId, PersonalDataState State, string? Reason, DateTimeOffset? RequestedAt, DateOnly? KeptUntil, string? Basis, string? Hold,
    DateTimeOffset? ErasedAt, int Version) : IVersioned
{
    internal static PersonalDataCaseView Of(PersonalDataCase subject) => new(
        subject.Id, subject.SubjectKind, subject.SubjectId, StateOf(subject), subject.Reason, subject.RequestedAt, subject.KeptUntil, subject.Basis, subject.Hold,
        subject.ErasedAt, subject.Version);

    private static PersonalDataState StateOf(PersonalDataCase subject) => subject switch
    {
        { ErasedAt: not null } => PersonalDataState.Erased,
        { Hold: not null } => PersonalDataState.Held,
        { IsBlocked: true } => PersonalDataState.Blocked,
        _ => PersonalDataState.None,
    };
}

/// <summary>How far a wish to be forgotten has come.</summary>
public enum PersonalDataState
{
    /// <summary>Nobody has asked, and nothing is held.</summary>
    None,

    /// <summary>Asked for; the law still wants the data kept, so they are only kept.</summary>
    Blocked,

    /// <summary>Nothing may be erased.</summary>
    Held,

    /// <summary>Done.</summary>
    Erased,
}
