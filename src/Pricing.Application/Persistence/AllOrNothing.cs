using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pricing.Application.Idempotency;

namespace Pricing.Application.Persistence;

/// <summary>Makes one change of several requests.</summary>
public sealed class AllOrNothing(PricingDb db)
{
    private const int SqliteConstraint = 19;

    /// <summary>Drops what a request has read and a failed one has left.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>Keeps what the work saves where it says that all of it succeeded, and takes everything back otherwise.</summary>
    public async Task<bool> Run(Func<Task<bool>> work) => db.Unit is { } open ? await Within(open, work) : await Alone(work);

    /// <summary>Does work, and once more while nobody else writes where somebody else was quicker: what others did is then known to it.</summary>
    public async Task<T> DespiteRaces<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateException e) when (IsLostRace(e))
        {
            Forget();
        }

        return await InTurn(work);
    }

    /// <summary>Does work while nobody else changes anything of the agency: what it reads is so until it has saved.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> work)
    {
        T answer = default!;
        await Run(async () =>
        {
            await db.Unit!.Begin();
            answer = await work();
            return true;
        });
        return answer;
    }

    // Changed meanwhile, or one that must be there once is there.
    private static bool IsLostRace(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private async Task<bool> Alone(Func<Task<bool>> work)
    {
        await using var unit = new KeyedUnit(db, () => Task.CompletedTask);
        db.Unit = unit;
        try
        {
            var isDone = await work();
            if (isDone)
            {
                await unit.Begin();
                await unit.Commit();
            }

            return isDone;
        }
        finally
        {
            db.Unit = null;
        }
    }

    // The call has a key: its transaction stays, for the answer is kept even where nothing else is.
    private async Task<bool> Within(KeyedUnit open, Func<Task<bool>> work)
    {
        const string Start = "start";
        await open.Begin();
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Start);
        try
        {
            var isDone = await work();
            if (!isDone)
                await transaction.RollbackToSavepointAsync(Start);
            return isDone;
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackToSavepointAsync(Start);   // whoever does it once more begins anew
            throw;
        }
    }
}
