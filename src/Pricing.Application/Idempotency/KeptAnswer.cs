using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pricing.Application.Idempotency;

/// <summary>The answer to a call with an idempotency key: written once, in the transaction of the change, and never changed.</summary>
public sealed class KeptAnswer
{
    /// <summary>The agency; the key of another agency is another key.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The API key or user who called.</summary>
    public required Guid PrincipalId { get; init; }

    /// <summary>Method and route, such as <c>POST /api/v1/clients</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of all that decides the answer.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Status.</summary>
    public int Status { get; init; }

    /// <summary>Media type of the body; null where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Version of the resource; null where the answer names none.</summary>
    public string? ETag { get; init; }

    /// <summary>Address of a new resource; null where there is none.</summary>
    public string? Location { get; init; }

    /// <summary>The body, encrypted: it may hold a key that is shown once.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When the call was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class KeptAnswerMapping : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(answer => new { answer.TenantId, answer.PrincipalId, answer.Operation, answer.Key });
        builder.Property(answer => answer.Operation).HasMaxLength(300);
        builder.Property(answer => answer.Key).HasMaxLength(KeyedCall.LongestKey);
        builder.Property(answer => answer.Fingerprint).HasMaxLength(32);
        builder.Property(answer => answer.ContentType).HasMaxLength(200);
        builder.Property(answer => answer.ETag).HasMaxLength(100);
        builder.Property(answer => answer.Location).HasMaxLength(2000);
        builder.Property(answer => answer.Body).HasMaxLength(RepeatedCalls.MostBytes);
        builder.HasIndex(answer => answer.CreatedAt);
    }
}
