using System.Security.Cryptography;
using System.Text;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Seeding;

/// <summary>Ids of seeded records: always the same, so that examples and links never go stale.</summary>
public static class SeedIds
{
    /// <summary>The example agency.</summary>
    public static readonly Guid Agency = Of("agency", "musteragentur");

    /// <summary>The user of a development machine.</summary>
    public static readonly Guid DevelopmentUser = Of("user", "development");

    /// <summary>Who seeds, and owns what is seeded.</summary>
    public static readonly Actor Seeder = new(Agency, DevelopmentUser, UserRole.Administrator);

    /// <summary>The demo engagement.</summary>
    public static readonly Guid Demo = Of("engagement", "social-videos");

    /// <summary>Id of a record that every agency has of its own.</summary>
    public static Guid For(Guid tenantId, string kind, string key) => tenantId == Agency ? Of(kind, key) : Of(kind, $"{tenantId}/{key}");

    /// <summary>Id of a seeded record (UUID version 8: made from a hash of its kind and key).</summary>
    public static Guid Of(string kind, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"pricing/seed/{kind}/{key}"))[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
