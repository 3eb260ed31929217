using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExternalIds;

/// <summary>Under which id another system knows a record.</summary>
/// <param name="System">Code of the system, lower-case letters, digits and hyphens, at most 50.</param>
/// <param name="Id">Its id there, kept to the letter: 1 to 200 printable characters of any script, no space at either end, and not . or ..</param>
public sealed record ExternalId(string System, string Id);

/// <summary>An external id as it is stored; one of an agency's records has it at most.</summary>
public sealed class ExternalKey
{
    /// <summary>The agency.</summary>
    public Guid TenantId { get; init; }

    /// <summary>Code of the system.</summary>
    public required string System { get; init; }

    /// <summary>The id there.</summary>
    public required string Id { get; init; }
}

/// <summary>A record that other systems know under ids of their own; several of one system after a merge.</summary>
public abstract class KnownRecord : Record
{
    private readonly List<ExternalKey> externalKeys = [];

    /// <summary>Ids in other systems.</summary>
    public IReadOnlyList<ExternalKey> ExternalKeys => externalKeys;

    internal IReadOnlyList<ExternalId> ExternalIds =>
        [.. externalKeys.Select(key => new ExternalId(key.System, key.Id)).OrderBy(key => key.System, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal)];

    /// <summary>States all ids anew; one that stays is not touched.</summary>
    internal void KnowAs(IReadOnlyList<ExternalId> ids)
    {
        externalKeys.RemoveAll(key => !ids.Contains(new(key.System, key.Id)));
        externalKeys.AddRange(ids.Except(ExternalIds).Select(id => new ExternalKey { TenantId = TenantId, System = id.System, Id = id.Id }));
    }
}

internal static class ExternalIds
{
    /// <summary>Most ids of a record.</summary>
    public const int Most = 20;

    public static void MapExternalKeys<T>(this EntityTypeBuilder<T> builder, string table)
        where T : KnownRecord
    {
        builder.Ignore(record => record.ExternalIds);
        builder.OwnsMany(record => record.ExternalKeys, keys =>
        {
            keys.ToTable(table);
            keys.WithOwner().HasForeignKey("RecordId");
            keys.Property<long>("RowId");   // its own, so that an id may go from one record to another in one step
            keys.HasKey("RowId");
            keys.HasIndex(key => new { key.TenantId, key.System, key.Id }).IsUnique();
            keys.Property(key => key.System).HasMaxLength(50);
            keys.Property(key => key.Id).HasMaxLength(200);
        });
    }

    /// <summary>Those of which one is known under an id; at most one.</summary>
    public static IQueryable<T> KnownAs<T>(this IQueryable<T> records, string system, string id)
        where T : KnownRecord => records.Where(record => record.ExternalKeys.Any(key => key.System == system && key.Id == id));

    public static IRuleBuilderOptions<T, string> IsSystem<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches(@"^[a-z0-9][a-z0-9-]{0,49}\z").WithMessage("system is a code of lower-case letters, digits and hyphens, such as hubspot.");

    public static IRuleBuilderOptions<T, string> IsExternalId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsId).WithMessage("An external id has 1 to 200 printable characters, no space at either end, and is not . or ..");

    // Other systems choose their ids; an address cannot end in . or .., and what nobody sees nobody can compare.
    private static bool IsId(string id) => id.Length is >= 1 and <= 200 && id is not ("." or "..") && id.Trim().Length == id.Length && !id.Any(char.IsControl);
}
