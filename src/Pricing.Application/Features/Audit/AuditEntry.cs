using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Features.Audit;

/// <summary>
/// One change, as it was made: never changed, never deleted. Each entry is bound to the one before by a keyed hash, so that a change, a gap, a swap or an
/// entry from another agency shows. The payload is bound by its own salted hash: personal data can be erased from it and the chain still holds.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The agency.</summary>
    public Guid TenantId { get; private init; }

    /// <summary>Counts the agency's entries from 1, without gaps.</summary>
    public long Sequence { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who; for an API key the user who answers for it, for a client and for time passing nobody (all zeros).</summary>
    public Guid UserId { get; private init; }

    /// <summary>With which API key; the link where it was a client; null for a person.</summary>
    public Guid? KeyId { get; private init; }

    /// <summary>What was done: created, revised, deleted, erased.</summary>
    public string Action { get; private init; } = "";

    /// <summary>What it was done to: client, engagement and so on.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Its id.</summary>
    public Guid RecordId { get; private init; }

    /// <summary>Its version afterwards.</summary>
    public int Version { get; private init; }

    /// <summary>What changed, as JSON; null once erased.</summary>
    public string? Payload { get; private set; }

    /// <summary>Random bytes that go into the payload's hash, so that what was erased cannot be guessed; null once erased.</summary>
    public byte[]? Salt { get; private set; }

    /// <summary>SHA-256 of salt and payload.</summary>
    public byte[] PayloadHash { get; private init; } = [];

    /// <summary>Keyed hash of everything but the payload, and of the entry before.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The entry that follows another.</summary>
    /// <param name="before">The agency's last entry; null for its first.</param>
    /// <param name="fact">What was done.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="at">When.</param>
    /// <param name="key">Key of the trail.</param>
    internal static AuditEntry Follow(AuditEntry? before, AuditFact fact, Actor actor, DateTimeOffset at, AuditKey key)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var entry = new AuditEntry
        {
            TenantId = fact.TenantId,
            Sequence = (before?.Sequence ?? 0) + 1,
            At = at,
            UserId = actor.UserId,
            KeyId = actor.KeyId,
            Action = fact.Action,
            Kind = fact.Kind,
            RecordId = fact.RecordId,
            Version = fact.Version,
            Payload = fact.Payload,
            Salt = salt,
            PayloadHash = HashOf(salt, fact.Payload),
        };
        return entry.Sealed(key.Seal(entry.Text(before?.Hash ?? [])));
    }

    /// <summary>Takes the payload out.</summary>
    internal void Erase() => (Payload, Salt) = (null, null);

    /// <summary>What is wrong with the entry where it stands; null where nothing is.</summary>
    internal string? FaultBehind(AuditEntry? before, AuditKey key)
    {
        if (Sequence != (before?.Sequence ?? 0) + 1)
            return "entries are missing before it, or stand twice";
        if (!CryptographicOperations.FixedTimeEquals(Hash, key.Seal(Text(before?.Hash ?? []))))
            return "it is not the entry that was written here";
        return Payload is not null && !PayloadHash.AsSpan().SequenceEqual(HashOf(Salt ?? [], Payload)) ? "its payload is not the one that was written" : null;
    }

    private AuditEntry Sealed(byte[] hash) => new()
    {
        TenantId = TenantId,
        Sequence = Sequence,
        At = At,
        UserId = UserId,
        KeyId = KeyId,
        Action = Action,
        Kind = Kind,
        RecordId = RecordId,
        Version = Version,
        Payload = Payload,
        Salt = Salt,
        PayloadHash = PayloadHash,
        Hash = hash,
    };

    private static byte[] HashOf(byte[] salt, string payload) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(payload)]);

    // Every part has a fixed length or is followed by a zero, so that no two entries read alike.
    private byte[] Text(byte[] hashBefore)
    {
        using var text = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        foreach (var part in (ReadOnlySpan<long>)[Sequence, At.UtcTicks, Version])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, part);
            text.Write(number);
        }

        foreach (var id in (ReadOnlySpan<Guid>)[TenantId, UserId, KeyId ?? Guid.Empty, RecordId])
            text.Write(id.ToByteArray(bigEndian: true));
        text.Write(Encoding.UTF8.GetBytes($"{Action}\0{Kind}\0"));
        text.Write(PayloadHash);
        text.Write(hashBefore);
        return text.ToArray();
    }
}

/// <summary>Something that was done to a record.</summary>
/// <param name="TenantId">The agency.</param>
/// <param name="Action">What was done.</param>
/// <param name="Kind">What it was done to.</param>
/// <param name="RecordId">Its id.</param>
/// <param name="Version">Its version afterwards.</param>
/// <param name="Payload">What changed, as JSON.</param>
internal sealed record AuditFact(Guid TenantId, string Action, string Kind, Guid RecordId, int Version, string Payload);

/// <summary>The key of the audit trail: outside the database, so that whoever holds a copy of it can forge nothing.</summary>
/// <param name="Bytes">32 random bytes.</param>
public sealed record AuditKey(byte[] Bytes)
{
    private const int Length = 32;

    internal byte[] Seal(byte[] text) => HMACSHA256.HashData(Bytes, text);

    /// <summary>The key in a file, which is made where there is none.</summary>
    public static AuditKey In(string file)
    {
        if (!File.Exists(file))
        {
            var fresh = $"{file}.{RandomNumberGenerator.GetHexString(8)}";
            File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(Length));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead);
            Publish(fresh, file);
        }

        var bytes = File.ReadAllBytes(file);
        return bytes.Length == Length ? new(bytes) : throw new InvalidDataException($"{file} is no key of the audit trail.");
    }

    // Another node may start at the same moment: the first key stays.
    private static void Publish(string fresh, string file)
    {
        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => new { entry.TenantId, entry.Sequence });
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(30);
        builder.Property(entry => entry.Kind).HasMaxLength(30);
        builder.Property(entry => entry.Salt).HasMaxLength(16);
        builder.Property(entry => entry.PayloadHash).HasMaxLength(32);
        builder.Property(entry => entry.Hash).HasMaxLength(32);
        builder.HasOne<Agency>().WithMany().HasForeignKey(entry => entry.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.TenantId, entry.RecordId, entry.Sequence });
    }
}
