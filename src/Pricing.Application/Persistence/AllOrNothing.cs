using Pricing.Application.Idempotency;

namespace Pricing.Application.Persistence;

/// <summary>Makes one change of several requests.</summary>
public sealed class AllOrNothing(PricingDb db)
{
    /// <summary>Drops what a request has read and a failed one has left.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>Keeps what the work saves where it says that all of it succeeded, and takes everything back otherwise.</summary>
    public async Task<bool> Run(Func<Task<bool>> work) => db.Unit is { } open ? await Within(open, work) : await Alone(work);

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
        var isDone = await work();
        if (!isDone)
            await transaction.RollbackToSavepointAsync(Start);
        return isDone;
    }
}
