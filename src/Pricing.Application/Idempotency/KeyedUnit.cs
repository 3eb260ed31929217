using Pricing.Application.Persistence;

namespace Pricing.Application.Idempotency;

/// <summary>
/// The transaction of a call with a key: it opens with the first save, so that pricing holds up no other writer, and ends when the answer is kept.
/// Left without a commit, it takes everything back.
/// </summary>
internal sealed class KeyedUnit(PricingDb db, Func<Task> claim) : IAsyncDisposable
{
    private Writing? writing;

    /// <summary>Opens the transaction, where it is not open yet, and claims the key in it.</summary>
    public async Task Begin()
    {
        if (db.Database.CurrentTransaction is not null)   // this one, or that of a trial, which takes everything back
            return;
        writing = await db.BeginWriting(CancellationToken.None);
        await db.WaitForAgency(CancellationToken.None);
        await claim();
    }

    /// <summary>Makes it last: a caller who hangs up changes nothing about it.</summary>
    public Task Commit() => writing?.Commit() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (writing is not null)
            await writing.DisposeAsync();
        writing = null;
    }
}
