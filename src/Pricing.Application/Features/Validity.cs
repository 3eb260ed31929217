namespace Pricing.Application.Features;

/// <summary>An entry of a catalogue that a later one of the same code replaces.</summary>
internal interface IDated
{
    /// <summary>Code that all entries of the same thing share.</summary>
    string Code { get; }

    /// <summary>First day.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>Last day; null for open.</summary>
    DateOnly? ValidTo { get; }
}

/// <summary>
/// Which entry of a code holds on a day: the one with the latest first day that is not after the day. So an open entry
/// is replaced by a later one from that one's first day on, and nothing has to be closed. Where the entry has ended
/// before the day, none holds; an earlier one does not come back.
/// </summary>
internal static class Validity
{
    /// <summary>The entry that holds on the day; null where there is none.</summary>
    public static T? Effective<T>(IEnumerable<T> ofOneCode, DateOnly day)
        where T : class, IDated
    {
        var latest = ofOneCode.Where(entry => entry.ValidFrom <= day).MaxBy(entry => entry.ValidFrom);
        var hasEnded = latest?.ValidTo < day;
        return hasEnded ? null : latest;
    }

    /// <summary>The entries of all codes that hold on the day.</summary>
    /// <param name="entries">All entries of the agency, unfiltered: a later one that a filter hides would still count.</param>
    /// <param name="day">The day.</param>
    public static IQueryable<T> EffectiveOn<T>(this IQueryable<T> entries, DateOnly day)
        where T : class, IDated => entries.Where(entry =>
            entry.ValidFrom <= day
            && (entry.ValidTo == null || entry.ValidTo >= day)
            && !entries.Any(later => later.Code == entry.Code && later.ValidFrom > entry.ValidFrom && later.ValidFrom <= day));
}
