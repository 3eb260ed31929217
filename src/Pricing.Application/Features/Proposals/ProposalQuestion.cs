using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

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
