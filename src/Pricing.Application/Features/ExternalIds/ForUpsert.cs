using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Audit;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.ExternalIds;

internal static class Upserting
{
    /// <summary>The record that an upsert replaces; null where it creates one.</summary>
    /// <exception cref="MissingVersionException">There is one, and the caller does not say which version it knows.</exception>
    /// <exception cref="AlreadyKnownException">There is one, and the caller wants to create one alone.</exception>
    /// <exception cref="StaleVersionException">It has another version by now.</exception>
    public static async Task<T?> ForUpsert<T>(this PricingDb db, string system, string externalId, UpsertCondition condition, CancellationToken cancellationToken)
        where T : KnownRecord
    {
        var record = await db.Set<T>().KnownAs(system, externalId).SingleOrDefaultAsync(cancellationToken);
        if (record is null)
            return condition.ReadVersions is null ? null : throw new NotFoundException("record known as", $"{system}/{externalId}");
        if (condition.CreatesOnly)
            throw new AlreadyKnownException($"{record.Id} is known as {system}/{externalId}.", record.Version);
        if (!condition.IsGiven)
            throw new MissingVersionException(record.Version);
        return condition.ReadVersions is { } read && !read.Contains(record.Version) ? throw new StaleVersionException(record.Version) : record;
    }

    /// <summary>Whether an upsert says of a record just what it is: sent again and again by systems that answer each other's events, it must change nothing.</summary>
    public static bool LeavesAsItIs(this PricingDb db, KnownRecord record)
    {
        if (RecordChanges.Pending(db.ChangeTracker, db.Forgotten).Any(change => change.Record.Id == record.Id))
            return false;
        db.Entry(record).State = EntityState.Unchanged;   // a document may be written differently and say the same
        return true;
    }

    /// <summary>Refuses ids that other records have.</summary>
    /// <exception cref="ConflictException">Another record is known under one of them.</exception>
    public static async Task RefuseTaken<T>(this PricingDb db, Guid id, IReadOnlyList<ExternalId> ids, CancellationToken cancellationToken)
        where T : KnownRecord
    {
        foreach (var (system, externalId) in ids)
        {
            var other = await db.Set<T>().AsNoTracking().KnownAs(system, externalId).Where(record => record.Id != id).Select(record => (Guid?)record.Id).SingleOrDefaultAsync(cancellationToken);
            if (other is { } taken)
                throw new ConflictException("external-id-taken", $"{system}/{externalId} is {taken} already. Take the id away from it first, or merge the two.");
        }
    }
}

internal static class UpsertRules
{
    public static void RuleForPlace<T, TView>(this AbstractValidator<T> validator)
        where T : IUpsert<TView>
    {
        validator.RuleFor(upsert => upsert.System).IsSystem();
        validator.RuleFor(upsert => upsert.ExternalId).IsExternalId();
    }
}

internal sealed class ExternalIdValidator : AbstractValidator<ExternalId>
{
    public ExternalIdValidator()
    {
        RuleFor(id => id.System).IsSystem();
        RuleFor(id => id.Id).IsExternalId();
    }
}

internal sealed class ExternalIdsValidator<T> : AbstractValidator<T>
    where T : IStatesExternalIds
{
    public ExternalIdsValidator()
    {
        RuleFor(request => request.ExternalIds).Must(ids => ids.Count <= ExternalIds.Most && ids.Distinct().Count() == ids.Count).WithMessage("externalIds holds at most 20, each once.");
        RuleForEach(request => request.ExternalIds).NotNull().WithMessage("An external id is an object.").SetValidator(new ExternalIdValidator());
    }
}

/// <summary>States all external ids of a record.</summary>
public interface IStatesExternalIds
{
    /// <summary>All of them, at most 20.</summary>
    IReadOnlyList<ExternalId> ExternalIds { get; }
}
