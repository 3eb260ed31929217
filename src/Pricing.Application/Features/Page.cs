using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features;

/// <summary>A page of a list.</summary>
public interface IPage
{
    /// <summary>What to send as <c>after</c> for the next page; null on the last one.</summary>
    string? Next { get; }
}

/// <summary>A page of a list, in the order of creation where no other is asked for.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage;

/// <summary>What every list takes.</summary>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before; null for the first page.</param>
public abstract record PagedRequest(int? Limit, string? After)
{
    /// <summary>createdAt, updatedAt or name, with - in front for the last first; null for createdAt, or for updatedAt with <see cref="UpdatedSince"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>Only what changed then or later, what is out of the lists included; null for all.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>What a flag such as archived asks for: who asks for changes wants to see what went, too.</summary>
    internal bool? Wanted(bool? flag) => flag ?? (UpdatedSince is null ? false : null);
}

internal abstract class PagedRequestValidator<T> : AbstractValidator<T>
    where T : PagedRequest
{
    protected PagedRequestValidator() =>
        RuleFor(request => request.Limit).InclusiveBetween(1, 100).WithMessage("limit is a whole number from 1 to 100.");
}

/// <summary>Reads lists by the page: by key, so that nothing is lost or doubled when rows come in meanwhile.</summary>
internal sealed class Pages(ICursorSeal seal)
{
    public const int DefaultLimit = 50;

    /// <summary>One page.</summary>
    /// <param name="records">The rows of the list.</param>
    /// <param name="request">Which page.</param>
    /// <param name="view">What is shown of a row.</param>
    /// <param name="name">By what the list is sorted as name; null where its rows have none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidRequestException">The list is not sorted by that, or the cursor belongs to another question.</exception>
    public async Task<Page<TView>> Of<TRecord, TView>(
        IQueryable<TRecord> records, PagedRequest request, Func<TRecord, TView> view, Expression<Func<TRecord, string>>? name, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var limit = request.Limit ?? DefaultLimit;
        var order = SortOrder.Of(request, hasName: name is not null);
        if (request.UpdatedSince is { } since)
            records = records.Where(record => record.UpdatedAt >= since);
        var last = request.After is null ? null : Cursor.Read(seal, request) ?? throw Foreign();

        var sorted = order.Member switch
        {
            SortMember.Name => records.InOrder(name!, last?.Text ?? "", last?.Id, order.IsDescending),
            SortMember.UpdatedAt => records.InOrder(record => record.UpdatedAt, last?.Time ?? default, last?.Id, order.IsDescending),
            _ => records.InOrder(record => record.CreatedAt, last?.Time ?? default, last?.Id, order.IsDescending),
        };
        var rows = await sorted.AsNoTracking().Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? Next(rows[limit - 1], order.Member, name, request) : null;
        return new([.. rows.Take(limit).Select(view)], next);
    }

    private string Next<TRecord>(TRecord row, SortMember member, Expression<Func<TRecord, string>>? name, PagedRequest request)
        where TRecord : Record
    {
        var text = member == SortMember.Name ? name!.Compile()(row) : "";
        return new Cursor(row.Id, member == SortMember.UpdatedAt ? row.UpdatedAt : row.CreatedAt, text).Write(seal, request);
    }

    private static InvalidRequestException Foreign() =>
        new([new("/after", "after is the next of the page before; send it unchanged, with the same filters and the same sort.")]);
}
