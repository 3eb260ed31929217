using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Idempotency;

/// <summary>Answers a call with a key once, and every repetition of it with the same answer. The answer is kept in the transaction of the change.</summary>
public sealed class RepeatedCalls(PricingDb db, Actor actor, TimeProvider time, CallsInFlight inFlight)
{
    /// <summary>Largest body of an answer that is kept, in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Guid tenantId = actor.TenantId, principalId = actor.KeyId ?? actor.UserId;

    /// <summary>The answer to a call: the kept one, or that of sending it now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="send">Sends it. A refusal is not kept, as nothing was changed.</param>
    /// <returns>The answer, and whether it is a kept one.</returns>
    /// <exception cref="UnprocessableException">The key came with another call, or the answer is too large to be kept.</exception>
    /// <exception cref="ConflictException">The call is still under way.</exception>
    public async Task<(Answer Answer, bool IsKept)> Once(KeyedCall call, Func<Task<Answer>> send)
    {
        using var turn = await inFlight.Enter((tenantId, principalId, call.Operation, call.Key));
        return await Find(call) is { } kept ? (kept, true) : await Send(call, send);
    }

    private async Task<(Answer Answer, bool IsKept)> Send(KeyedCall call, Func<Task<Answer>> send)
    {
        await using var unit = new KeyedUnit(db, () => Claim(call));
        db.Unit = unit;
        try
        {
            var answer = await send();
            if (answer.Status is < 200 or > 299)
                return (answer, false);
            await unit.Begin();
            await Keep(call, answer);
            await unit.Commit();
            return (answer, false);
        }
        catch (KeyTakenException)
        {
            // Another process of the service was quicker; what we have done is taken back, and its answer is the answer.
            await unit.DisposeAsync();
            return (await Find(call) ?? throw new BusyException(), true);
        }
        finally
        {
            db.Unit = null;
        }
    }

    private async Task<Answer?> Find(KeyedCall call)
    {
        var oldest = time.GetUtcNow() - Kept;
        var kept = await db.KeptAnswers.AsNoTracking().SingleOrDefaultAsync(answer =>
            answer.TenantId == tenantId && answer.PrincipalId == principalId && answer.Operation == call.Operation && answer.Key == call.Key && answer.CreatedAt > oldest);
        if (kept is null)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(kept.Fingerprint, call.Fingerprint))
            throw new UnprocessableException("idempotency-key-reused", "This Idempotency-Key came with another address, condition or body before. Send a new key with a new call.");
        return new(kept.Status, kept.ContentType, kept.ETag, kept.Location, kept.Body);
    }

    // The row stands before anything else is written, so that two processes cannot both do the work. What is out of date goes on the way.
    private async Task Claim(KeyedCall call)
    {
        var now = time.GetUtcNow().UtcTicks;
        var oldest = now - Kept.Ticks;
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "KeptAnswers" WHERE "CreatedAt" <= {oldest}""");
        var claimed = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KeptAnswers" ("TenantId", "PrincipalId", "Operation", "Key", "Fingerprint", "Status", "Body", "CreatedAt")
            VALUES ({tenantId}, {principalId}, {call.Operation}, {call.Key}, {call.Fingerprint}, {0}, {Array.Empty<byte>()}, {now})
            ON CONFLICT DO NOTHING
            """);
        if (claimed == 0)
            throw new KeyTakenException();
    }

    private async Task Keep(KeyedCall call, Answer answer)
    {
        if (answer.Body.Length > MostBytes)
            throw new UnprocessableException("answer-too-large", "The answer is larger than what is kept for an Idempotency-Key, so nothing was done. Ask for less at once, or send the call without a key.");
        await db.Database.ExecuteSqlAsync($"""
            UPDATE "KeptAnswers" SET "Status" = {answer.Status}, "ContentType" = {answer.ContentType}, "ETag" = {answer.ETag}, "Location" = {answer.Location}, "Body" = {answer.Body}
            WHERE "TenantId" = {tenantId} AND "PrincipalId" = {principalId} AND "Operation" = {call.Operation} AND "Key" = {call.Key}
            """);
    }
}

/// <summary>The key is taken: another process answers the same call.</summary>
internal sealed class KeyTakenException() : Exception("Another process answers a call with this key.");
