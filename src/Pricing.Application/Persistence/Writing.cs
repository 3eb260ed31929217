using Microsoft.EntityFrameworkCore.Storage;

namespace Pricing.Application.Persistence;

/// <summary>An open transaction that writes, with its turn at the database. Left without a commit, it takes everything back.</summary>
internal sealed class Writing(IDisposable turn, IDbContextTransaction transaction) : IAsyncDisposable
{
    /// <summary>Makes it last: a caller who hangs up changes nothing about it.</summary>
    public Task Commit() => transaction.CommitAsync(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn.Dispose();
        }
    }
}
