using System.Buffers.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features;

/// <summary>A page of a list, in the order of creation.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What every list takes.</summary>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before; null for the first page.</param>
public abstract record PagedRequest(int? Limit, string? After);

internal abstract class PagedRequestValidator<T> : AbstractValidator<T>
    where T : PagedRequest
{
    protected PagedRequestValidator() =>
        RuleFor(request => request.Limit).InclusiveBetween(1, 100).WithMessage("limit is a whole number from 1 to 100.");
}

internal static class Paging
{
    public const int DefaultLimit = 50;

    /// <summary>One page by key: nothing is lost or doubled when rows come in meanwhile.</summary>
    public static async Task<Page<TView>> Page<TRecord, TView>(
        this IQueryable<TRecord> records, PagedRequest request, Func<TRecord, TView> view, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var limit = request.Limit ?? DefaultLimit;
        if (request.After is not null)
        {
            var last = Decode(request.After);
            records = records.Where(record => record.Id.CompareTo(last) > 0);
        }

        var rows = await records.AsNoTracking().OrderBy(record => record.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? Base64Url.EncodeToString(rows[limit - 1].Id.ToByteArray(bigEndian: true)) : null;
        return new([.. rows.Take(limit).Select(view)], next);
    }

    private static Guid Decode(string after)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (after.Length == 22 && Base64Url.IsValid(after) && Base64Url.TryDecodeFromChars(after, bytes, out var written) && written == 16)
            return new Guid(bytes, bigEndian: true);
        throw new InvalidRequestException([new("/after", "after is the next of the page before; send it unchanged.")]);
    }
}
