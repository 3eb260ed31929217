using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Audit;

/// <summary>Checks the agency's trail from its first entry to its last, and against the heads that were written outside of the database.</summary>
public sealed record VerifyAudit : IRequest<AuditVerification>;

/// <summary>What checking the trail showed.</summary>
/// <param name="Intact">Whether nothing is wrong.</param>
/// <param name="Entries">Entries that were checked.</param>
/// <param name="Erased">Entries whose payload was erased for good reason.</param>
/// <param name="Head">The last entry, as it should be kept outside; null for an empty trail.</param>
/// <param name="Fault">The first thing that is wrong; null where nothing is.</param>
public sealed record AuditVerification(bool Intact, long Entries, long Erased, AuditHead? Head, AuditFault? Fault);

/// <summary>How far a trail had come: what an outside anchor says.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record AuditHead(long Sequence, string Hash);

/// <summary>What is wrong with a trail.</summary>
/// <param name="Sequence">The entry at which it shows.</param>
/// <param name="What">What is wrong.</param>
public sealed record AuditFault(long Sequence, string What);

internal sealed class VerifyAuditHandler(PricingDb db, AuditKey key, AuditAnchors anchors, Actor actor) : IRequestHandler<VerifyAudit, AuditVerification>
{
    public async Task<AuditVerification> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        var anchored = anchors.Of(actor.TenantId);
        var erasures = await Erasures(cancellationToken);
        AuditEntry? before = null;
        long erased = 0;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Fault(entry, before, anchored, erasures) is { } what)
                return new(false, entry.Sequence, erased, HeadOf(before), new(entry.Sequence, what));
            erased += entry.Payload is null ? 1 : 0;
            before = entry;
        }

        var head = HeadOf(before);
        return anchored.Keys.LastOrDefault() is var furthest && furthest > (head?.Sequence ?? 0)
            ? new(false, head?.Sequence ?? 0, erased, head, new((head?.Sequence ?? 0) + 1, $"the trail ends here, but had come to {furthest} already"))
            : new(true, head?.Sequence ?? 0, erased, head, null);
    }

    private string? Fault(AuditEntry entry, AuditEntry? before, SortedList<long, string> anchored, HashSet<long> erasures)
    {
        if (entry.FaultBehind(before, key) is { } fault)
            return fault;
        if (anchored.TryGetValue(entry.Sequence, out var hash) && hash != Convert.ToHexStringLower(entry.Hash))
            return "another entry stood here when the trail was anchored";
        return entry.Payload is null && !erasures.Contains(entry.Sequence) ? "its payload is gone, and no erasure says why" : null;
    }

    // An erasure is an entry of its own that names the entries whose payload it took.
    private async Task<HashSet<long>> Erasures(CancellationToken cancellationToken)
    {
        var payloads = await db.AuditEntries.AsNoTracking().Where(entry => entry.Action == ErasedEntries.Action).Select(entry => entry.Payload).ToListAsync(cancellationToken);
        return payloads.OfType<string>().SelectMany(ErasedEntries.In).ToHashSet();
    }

    private static AuditHead? HeadOf(AuditEntry? entry) => entry is null ? null : new(entry.Sequence, Convert.ToHexStringLower(entry.Hash));
}
