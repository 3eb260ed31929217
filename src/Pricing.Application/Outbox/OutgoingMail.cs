using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Outbox;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>It is going to be sent.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server refuses it for good, or was not reached 25 times.</summary>
    Failed,
}

/// <summary>A mail that leaves with the change that causes it, or not at all: written in its transaction, sent afterwards, at least once.</summary>
public sealed class OutgoingMail
{
    internal const int MostError = 500;

    /// <summary>Id, also that of the message: who gets it twice can tell.</summary>
    public Guid Id { get; private init; }

    /// <summary>The agency.</summary>
    public Guid TenantId { get; private init; }

    /// <summary>The record that it is about.</summary>
    public Guid RecordId { get; private init; }

    /// <summary>What it tells.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The user who reads it; null where the client does.</summary>
    public Guid? ReaderId { get; private init; }

    /// <summary>Name under which it is sent.</summary>
    public string FromName { get; private init; } = "";

    /// <summary>Address that answers go to.</summary>
    public string ReplyTo { get; private init; } = "";

    /// <summary>Address that it goes to.</summary>
    public string To { get; private init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Its words; null once it is sent, for they may hold a link.</summary>
    public string? Body { get; private set; }

    /// <summary>Where it stands.</summary>
    public MailState State { get; private set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is attempted next, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>What the mail server said last; null where it said nothing wrong.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    internal static OutgoingMail Of(Guid tenantId, Guid recordId, string kind, Guid? readerId, string fromName, string replyTo, string to, string subject, string body, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = tenantId,
        RecordId = recordId,
        Kind = kind,
        ReaderId = readerId,
        FromName = fromName,
        ReplyTo = replyTo,
        To = to,
        Subject = subject,
        Body = body,
        DueAt = now,
        CreatedAt = now,
    };

    /// <summary>Takes it for an attempt; whoever dies meanwhile leaves it to the next one.</summary>
    internal void Claim(DateTimeOffset now, TimeSpan lease) => (Attempts, DueAt) = (Attempts + 1, now + lease);

    internal void Done() => (State, Body, LastError) = (MailState.Sent, null, null);

    internal void Fail(string error, DateTimeOffset? again)
    {
        LastError = Excerpt.Of(error, MostError);
        if (again is { } due)
            DueAt = due;
        else
            (State, Body) = (MailState.Failed, null);
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Attempts).IsConcurrencyToken();
        builder.Property(mail => mail.Kind).HasMaxLength(30);
        foreach (var text in new[] { nameof(OutgoingMail.FromName), nameof(OutgoingMail.ReplyTo), nameof(OutgoingMail.To), nameof(OutgoingMail.Subject) })
            builder.Property(text).HasMaxLength(400);
        builder.Property(mail => mail.Body).HasMaxLength(20_000);
        builder.Property(mail => mail.LastError).HasMaxLength(OutgoingMail.MostError);
        builder.HasIndex(mail => new { mail.State, mail.DueAt });
        builder.HasIndex(mail => new { mail.RecordId, mail.CreatedAt });
        builder.HasIndex(mail => mail.ReaderId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(mail => mail.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
