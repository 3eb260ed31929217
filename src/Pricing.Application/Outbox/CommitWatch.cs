using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pricing.Application.Outbox;

/// <summary>Wakes the dispatcher after each commit: an event is on its way in milliseconds, and never before it is certain.</summary>
internal sealed class CommitWatch(DispatchSignal signal)
{
    /// <summary>Saves that are a transaction of their own.</summary>
    public IInterceptor OfSaves { get; } = new Saves(signal);

    /// <summary>Transactions that a use case has opened.</summary>
    public IInterceptor OfTransactions { get; } = new Transactions(signal);

    private sealed class Saves(DispatchSignal signal) : SaveChangesInterceptor
    {
        public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (result > 0 && eventData.Context?.Database.CurrentTransaction is null)
                signal.Raise();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Transactions(DispatchSignal signal) : DbTransactionInterceptor
    {
        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => signal.Raise();

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            signal.Raise();
            return Task.CompletedTask;
        }
    }
}
