using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Audit;

/// <summary>The agency's trail, in the order in which things happened.</summary>
/// <param name="RecordId">Only what was done to this record; null for all.</param>
/// <param name="UserId">Only what this user did; null for all.</param>
/// <param name="From">Only from this time on; null for all.</param>
/// <param name="Limit">Entries of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListAudit(Guid? RecordId, Guid? UserId, DateTimeOffset? From, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<AuditEntryView>>;

/// <summary>An entry of the trail.</summary>
/// <param name="Sequence">Counts the agency's entries from 1, without gaps.</param>
/// <param name="At">When, UTC.</param>
/// <param name="UserId">Who; for an API key the user who answers for it.</param>
/// <param name="ApiKeyId">With which API key; null for a person.</param>
/// <param name="Action">What was done: created, revised, deleted or erased.</param>
/// <param name="Kind">What it was done to: client, engagement and so on.</param>
/// <param name="RecordId">Its id.</param>
/// <param name="Version">Its version afterwards.</param>
/// <param name="Changes">What changed, with before and after; empty where it was erased. Salaries are told to finance and administrators only.</param>
/// <param name="ErasedEntries">For an erasure: the entries whose changes it took; null for everything else.</param>
/// <param name="Reason">For an erasure: why; null for everything else.</param>
/// <param name="Hash">The entry's hash, which binds it to the one before; hexadecimal.</param>
public sealed record AuditEntryView(
    long Sequence, DateTimeOffset At, Guid UserId, Guid? ApiKeyId, string Action, string Kind, Guid RecordId, int Version, IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<long>? ErasedEntries, string? Reason, string Hash)
{
    internal static AuditEntryView Of(AuditEntry entry, Actor reader)
    {
        var payload = entry.Payload is { } known ? JsonNode.Parse(known) : null;
        if (!reader.May(Right.ReadSalaries))
            SalaryVeil.Withhold(payload);
        var told = payload.Deserialize<AuditPayload>(AuditTrail.Json);
        return new(
            entry.Sequence, entry.At, entry.UserId, entry.KeyId, entry.Action, entry.Kind, entry.RecordId, entry.Version, told?.Changes ?? [], told?.Entries,
            told?.Reason, Convert.ToHexStringLower(entry.Hash));
    }
}

internal sealed class ListAuditValidator : PagedRequestValidator<ListAudit>
{
    public ListAuditValidator() =>
        RuleFor(request => request.After).Must(after => after is null || long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .WithMessage("after is the next of the page before; send it unchanged.");
}

internal sealed class ListAuditHandler(PricingDb db, Actor actor) : IRequestHandler<ListAudit, Page<AuditEntryView>>
{
    private const int DefaultLimit = 50;

    public async Task<Page<AuditEntryView>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? DefaultLimit;
        var entries = db.AuditEntries.AsNoTracking();
        if (request.RecordId is { } record)
            entries = entries.Where(entry => entry.RecordId == record);
        if (request.UserId is { } user)
            entries = entries.Where(entry => entry.UserId == user);
        if (request.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (request.After is { } after)
        {
            var last = long.Parse(after, CultureInfo.InvariantCulture);
            entries = entries.Where(entry => entry.Sequence > last);
        }

        var rows = await entries.OrderBy(entry => entry.Sequence).Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? rows[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return new([.. rows.Take(limit).Select(entry => AuditEntryView.Of(entry, actor))], next);
    }
}
