using System.Linq.Expressions;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features;

/// <summary>By what lists are sorted: by what everybody who reads them may see.</summary>
internal enum SortMember
{
    CreatedAt,
    UpdatedAt,
    Name,
}

/// <summary>The order of a list; rows that are alike follow each other by their ids.</summary>
internal readonly record struct SortOrder(SortMember Member, bool IsDescending)
{
    /// <exception cref="InvalidRequestException">The list is not sorted by that.</exception>
    public static SortOrder Of(PagedRequest request, bool hasName)
    {
        var isDescending = request.Sort?.StartsWith('-') == true;
        SortMember? member = (isDescending ? request.Sort![1..] : request.Sort) switch
        {
            null => request.UpdatedSince is null ? SortMember.CreatedAt : SortMember.UpdatedAt,
            "createdAt" => SortMember.CreatedAt,
            "updatedAt" => SortMember.UpdatedAt,
            "name" when hasName => SortMember.Name,
            _ => null,
        };
        var allowed = hasName ? "createdAt, updatedAt or name" : "createdAt or updatedAt";
        return new(member ?? throw new InvalidRequestException([new("/sort", $"sort is {allowed}, with - in front for the last first.")]), isDescending);
    }
}

internal static class Sorting
{
    /// <summary>The rows in order, from the one behind the last row that was read.</summary>
    public static IQueryable<T> InOrder<T, TKey>(this IQueryable<T> records, Expression<Func<T, TKey>> key, TKey last, Guid? lastId, bool isDescending)
        where T : Record
    {
        if (lastId is { } id)
            records = records.Where(Behind(key, last, id, isDescending));
        return isDescending
            ? records.OrderByDescending(key).ThenByDescending(record => record.Id)
            : records.OrderBy(key).ThenBy(record => record.Id);
    }

    // key >= last and (key > last or id > lastId): the first half lets the database use its index. The other way round where the last comes first.
    private static Expression<Func<T, bool>> Behind<T, TKey>(Expression<Func<T, TKey>> key, TKey last, Guid lastId, bool isDescending)
        where T : Record
    {
        var row = key.Parameters[0];
        var toKey = Compared(key.Body, Expression.Constant(last, typeof(TKey)));
        var toId = Compared(Expression.Property(row, nameof(Record.Id)), Expression.Constant(lastId));
        var body = isDescending
            ? Expression.AndAlso(toKey(ExpressionType.LessThanOrEqual), Expression.OrElse(toKey(ExpressionType.LessThan), toId(ExpressionType.LessThan)))
            : Expression.AndAlso(toKey(ExpressionType.GreaterThanOrEqual), Expression.OrElse(toKey(ExpressionType.GreaterThan), toId(ExpressionType.GreaterThan)));
        return Expression.Lambda<Func<T, bool>>(body, row);
    }

    // Texts and ids have no operators of their own.
    private static Func<ExpressionType, BinaryExpression> Compared(Expression left, Expression right)
    {
        if (left.Type == typeof(DateTimeOffset))
            return how => Expression.MakeBinary(how, left, right);
        var compareTo = left.Type.GetMethod(nameof(IComparable.CompareTo), [left.Type])!;
        return how => Expression.MakeBinary(how, Expression.Call(left, compareTo, right), Expression.Constant(0));
    }
}
