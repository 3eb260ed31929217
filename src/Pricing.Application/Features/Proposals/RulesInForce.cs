using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Audit;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

internal static class RulesInForce
{
    /// <summary>
    /// The rules that a proposal is held against: those in force, and all before them back to the last that somebody else than its writers stated. So nobody
    /// loosens rules for what they wrote, however soon they restore them.
    /// </summary>
    public static async Task<IReadOnlyList<ApprovalRulesRecord>> RulesFor(this PricingDb db, IReadOnlyList<Guid> writers, CancellationToken cancellationToken)
    {
        if (await db.ApprovalRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } rules)
            return [new()];
        List<ApprovalRulesRecord> held = [rules];
        var changes = await db.AuditEntries.AsNoTracking().Where(entry => entry.RecordId == rules.Id).OrderByDescending(entry => entry.Sequence).ToListAsync(cancellationToken);
        foreach (var change in changes.TakeWhile(change => writers.Contains(change.UserId)))
            held.Add(held[^1].Before(JsonSerializer.Deserialize<AuditPayload>(change.Payload!, AuditTrail.Json)!.Changes!));
        return held;
    }
}
