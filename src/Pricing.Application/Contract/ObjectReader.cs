using System.Globalization;
using System.Runtime.InteropServices;

namespace Pricing.Application.Contract;

/// <summary>
/// Reads the members of one object. Each method names a member, says what it may hold, and answers with its value; what
/// is wrong with it goes to the faults. Where the object itself could not be read, nothing is read and nothing reported.
/// </summary>
internal sealed class ObjectReader
{
    private readonly ValueReader values;
    private readonly TreeNode node;
    private readonly HashSet<(string Member, string Text)>? siblings;
    private readonly EarlierReading? earlier;
    private readonly bool isReadable;
    private bool leavesOthers;
    private TreeNode expected;   // documents mostly keep the contract's order

    private ObjectReader(
        ValueReader values, TreeNode node, bool isReadable, HashSet<(string Member, string Text)>? siblings = null, EarlierReading? earlier = null)
    {
        (this.values, this.node, this.isReadable, this.siblings, this.earlier) = (values, node, isReadable, siblings, earlier);
        if (isReadable)
            expected = node.First;
    }

    /// <summary>JSON pointer of the object.</summary>
    public string Pointer => isReadable ? node.Pointer : "";

    /// <summary>Reads the object that a document is.</summary>
    /// <param name="root">The document.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="earlier">Where the document is read several times with other numbers, what is known of it.</param>
    public static T ReadDocument<T>(TreeNode root, Faults faults, Func<ObjectReader, T> read, EarlierReading? earlier = null)
    {
        var values = new ValueReader(faults);
        return new ObjectReader(values, root, values.IsObject(root, "The document"), earlier: earlier).ReadAll(read);
    }

    /// <summary>The JSON text of a member that is there.</summary>
    public ReadOnlySpan<byte> TextOf(string name) => TryFind(name, out var member) ? member.Token : [];

    /// <summary>Whether nothing is at fault so far.</summary>
    public bool IsSound => !values.Faults.Any;

    /// <summary>Reports a fault of a member, there or missing.</summary>
    public void Fault(string name, string detail)
    {
        if (!isReadable)
            return;
        if (TryFind(name, out var member))
            values.Faults.Add(member, detail);
        else
            values.Faults.Add(node, name, detail);
    }

    /// <summary>Reports that something beyond this object is at fault, or missing, for what the object asks.</summary>
    public void FaultBeyond(string pointer, string detail)
    {
        if (isReadable)
            values.Faults.AddBeyond(pointer, detail);
    }

    /// <summary>Reports that a member lacks something of its own.</summary>
    public void FaultWithin(string name, string missing, string detail)
    {
        if (isReadable && TryFind(name, out var member))
            values.Faults.Add(member, missing, detail);
    }

    /// <summary>Reports a member that may not stand beside others.</summary>
    public void Refuse(string name, string detail)
    {
        if (TryGet(name, out var member))
            values.Faults.Add(member, detail);
    }

    /// <summary>It could not be found out what the object is, so nothing can be said of the members that nobody asks for.</summary>
    public void LeaveOtherMembers() => leavesOthers = true;

    /// <summary>Whether the member is there, readable or not.</summary>
    public bool Has(string name) => isReadable && TryFind(name, out _);

    /// <summary>Whether the object could be read and the member is not there.</summary>
    public bool Lacks(string name) => isReadable && !TryFind(name, out _);

    /// <summary>Whether the member is a list.</summary>
    public bool HasList(string name) => isReadable && TryFind(name, out var member) && member.Kind == JsonKind.Array;

    /// <summary>Whether the member is a list, or absent and so an empty one.</summary>
    public bool IsListOrAbsent(string name) => Lacks(name) || HasList(name);

    public Sent<string> Text(string name, int maximum = Limits.Text) =>
        TryRequire(name, out var member) ? values.Text(member, name, maximum) : new("", false);

    public string? OptionalText(string name, int maximum = Limits.Text) =>
        TryGet(name, out var member) && values.Text(member, name, maximum) is { IsRead: true } text ? text : null;

    /// <summary>A text that no other entry of the list may hold in the same member.</summary>
    public Sent<string> UniqueText(string name) => Unique(name, Text(name));

    /// <inheritdoc cref="UniqueText"/>
    public string? OptionalUniqueText(string name) => OptionalText(name) is { } text ? Unique(name, new(text, true)).Value : null;

    public Sent<decimal> Number(string name, Allowed allowed) =>
        TryRequire(name, out var member) ? values.Number(member, name, allowed) : default;

    public decimal? OptionalNumber(string name, Allowed allowed) =>
        TryGet(name, out var member) ? OrNull(values.Number(member, name, allowed)) : null;

    public Sent<int> Whole(string name, int minimum, int maximum) =>
        TryRequire(name, out var member) ? values.Whole(member, name, minimum, maximum) : default;

    public int? OptionalWhole(string name, int minimum, int maximum) =>
        TryGet(name, out var member) ? OrNull(values.Whole(member, name, minimum, maximum)) : null;

    public bool? OptionalFlag(string name) =>
        TryGet(name, out var member) ? OrNull(values.Flag(member, name)) : null;

    public Sent<DateOnly> Day(string name) =>
        TryRequire(name, out var member) ? values.Day(member, name) : default;

    public DateOnly? OptionalDay(string name) =>
        TryGet(name, out var member) ? OrNull(values.Day(member, name)) : null;

    public Sent<string> CurrencyCode(string name) =>
        TryRequire(name, out var member) ? values.CurrencyCode(member, name) : new("", false);

    /// <inheritdoc cref="UniqueText"/>
    public Sent<string> UniqueCurrencyCode(string name) => Unique(name, CurrencyCode(name));

    public string? OptionalCurrencyCode(string name) =>
        TryGet(name, out var member) && values.CurrencyCode(member, name) is { IsRead: true } code ? code : null;

    public Sent<T> Code<T>(string name, CodeTable<T> codes)
        where T : notnull =>
        TryRequire(name, out var member) ? values.Code(member, name, codes) : new(codes.First, false);

    public T? OptionalCode<T>(string name, CodeTable<T> codes)
        where T : struct =>
        TryGet(name, out var member) ? OrNull(values.Code(member, name, codes)) : null;

    public string? OptionalWord(string name, CodeTable<string> words) =>
        TryGet(name, out var member) && values.Code(member, name, words) is { IsRead: true } word ? word : null;

    public T Object<T>(string name, Func<ObjectReader, T> read)
    {
        var isRead = TryRequire(name, out var member) && values.IsObject(member, name);
        return Known(member, out T known) ? known : Keep(member, new ObjectReader(values, member, isRead).ReadAll(read));
    }

    public T? OptionalObject<T>(string name, Func<ObjectReader, T> read)
        where T : class
    {
        if (!TryGet(name, out var member) || !values.IsObject(member, name))
            return null;
        return Known(member, out T known) ? known : Keep(member, new ObjectReader(values, member, true).ReadAll(read));
    }

    /// <summary>A list of objects.</summary>
    public T[] List<T>(string name, Func<ObjectReader, T> read, int maximum = Limits.List, bool isOptional = false, bool mayBeEmpty = true)
    {
        if (!TryGetList(name, maximum, isOptional, mayBeEmpty, out var list))
            return [];
        if (Known(list, out T[] all))
            return all;

        var seen = new HashSet<(string, string)>();
        var entries = new T[list.Count];
        var entry = list.First;
        for (var i = 0; i < entries.Length && !values.Faults.IsFull; i++, entry = entry.Next)
        {
            entries[i] = Known(entry, out T known)
                ? known
                : Keep(entry, new ObjectReader(values, entry, values.IsObject(entry, $"An entry of {name}"), seen).ReadAll(read));
        }

        return Keep(list, entries);
    }

    /// <summary>A list of texts or codes, each read by itself.</summary>
    public Sent<T>[] Values<T>(string name, Func<ValueReader, TreeNode, Sent<T>> read, int maximum = Limits.List, bool mayBeEmpty = true) =>
        TryGetList(name, maximum, isOptional: false, mayBeEmpty, out var list) ? Entries(list, read) : [];

    /// <summary>A list of texts, codes or numbers that may be left out; null where it is.</summary>
    public Sent<T>[]? OptionalValues<T>(string name, Func<ValueReader, TreeNode, Sent<T>> read, int maximum = Limits.List, bool mayBeEmpty = false) =>
        TryGetList(name, maximum, isOptional: true, mayBeEmpty, out var list) ? Entries(list, read) : null;

    /// <summary>A single value read by other rules.</summary>
    public Sent<T> Value<T>(string name, Func<ValueReader, TreeNode, Sent<T>> read) =>
        TryRequire(name, out var member) ? read(values, member) : default;

    /// <summary>A single value read by other rules; null where it is left out.</summary>
    public T? OptionalValue<T>(string name, Func<ValueReader, TreeNode, Sent<T>> read)
        where T : struct =>
        TryGet(name, out var member) ? OrNull(read(values, member)) : null;

    /// <summary>Objects under names, in the order sent; null where the member is left out.</summary>
    /// <param name="name">The member.</param>
    /// <param name="names">The names allowed.</param>
    /// <param name="unknown">Says that a name is none of them.</param>
    /// <param name="read">Reads the object under a name.</param>
    public (string Name, T Value)[]? OptionalObjects<T>(string name, IReadOnlyCollection<string> names, Func<string, string> unknown, Func<string, ObjectReader, T> read) =>
        OptionalEntries(name, names, unknown, (key, member) =>
            new ObjectReader(values, member, values.IsObject(member, $"{name} of {JsonText.Quote(key)}")).ReadAll(entry => read(key, entry)));

    /// <summary>Words under names, in the order sent; null where the member is left out.</summary>
    /// <inheritdoc cref="OptionalObjects" path="/param"/>
    public (string Name, Sent<T> Value)[]? OptionalWords<T>(string name, IReadOnlyCollection<string>? names, Func<string, string> unknown, CodeTable<T> codes)
        where T : notnull =>
        OptionalEntries(name, names, unknown, (key, member) => values.Code(member, $"{name} of {JsonText.Quote(key)}", codes));

    private (string Name, T Value)[]? OptionalEntries<T>(string name, IReadOnlyCollection<string>? names, Func<string, string> unknown, Func<string, TreeNode, T> read)
    {
        if (!TryGet(name, out var map) || !values.IsObject(map, name))
            return null;

        var entries = new List<(string, T)>(map.Count);
        for (var member = map.First; member.Exists && !values.Faults.IsFull; member = member.Next)
        {
            var key = JsonText.Repaired(member.Name);
            if (entries.Exists(entry => entry.Item1 == key))
                values.Faults.Add(member, $"{JsonText.Quote(key)} stands twice in {name}.");
            else if (names?.Contains(key) == false)
                values.Faults.Add(member, unknown(key));
            else
                entries.Add((key, read(key, member)));
        }

        return [.. entries];
    }

    /// <summary>Numbers under names, in the order sent; null where there are none.</summary>
    public T[]? Map<T>(string name, MapRule rule, Func<string, decimal, T> make, bool isOptional = false) =>
        (isOptional ? TryGet(name, out var map) : TryRequire(name, out map)) && values.IsObject(map, name)
            ? rule.Read(values, map, name, make)
            : null;

    /// <summary>Reports the later of two members where it is smaller than the earlier one; null is no number.</summary>
    public void CheckOrder<T>(string earlier, T? low, string later, T? high)
        where T : struct, IComparable<T>
    {
        if (low is { } a && high is { } b && b.CompareTo(a) < 0)
            Fault(later, $"{later} must not be {(b is DateOnly ? "before" : "below")} {earlier} ({Shown(a)}); you sent {Shown(b)}.");
    }

    /// <inheritdoc cref="CheckOrder{T}(string, T?, string, T?)"/>
    public void CheckOrder<T>(string earlier, Sent<T> low, string later, Sent<T> high)
        where T : struct, IComparable<T> =>
        CheckOrder(earlier, OrNull(low), later, OrNull(high));

    private static string Shown<T>(T value) => value switch
    {
        decimal number => Allowed.Text(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static T? OrNull<T>(Sent<T> sent)
        where T : struct =>
        sent.IsRead ? sent.Value : null;

    private bool Known<T>(TreeNode value, out T known)
    {
        known = default!;
        return earlier is not null && earlier.TryRecall(value, out known);
    }

    private T Keep<T>(TreeNode value, T read) => earlier is null ? read : earlier.Keep(value, read);

    private T ReadAll<T>(Func<ObjectReader, T> read)
    {
        var outer = values.Asked.Count;
        var value = read(this);
        if (isReadable)
            ReportUnknownMembers(CollectionsMarshal.AsSpan(values.Asked)[outer..]);
        values.Asked.RemoveRange(outer, values.Asked.Count - outer);
        return value;
    }

    private void ReportUnknownMembers(ReadOnlySpan<string> known)
    {
        for (var member = node.First; member.Exists; member = member.Next)
        {
            if (member.IsKnown)
                continue;

            var isRepeated = false;
            foreach (var name in known)
                isRepeated |= member.IsNamed(name);
            if (leavesOthers && !isRepeated)
                continue;
            var quoted = JsonText.Quote(member.Name);
            values.Faults.Add(member, isRepeated
                ? $"{quoted} stands twice in the same object."
                : $"There is no member {quoted} here; allowed are {string.Join(", ", known)}.");
            if (values.Faults.IsFull)
                return;
        }
    }

    private Sent<string> Unique(string name, Sent<string> text)
    {
        if (text.IsRead && siblings?.Add((name, text)) == false)
            Fault(name, $"{name} {JsonText.Quote(text)} stands twice in the list.");
        return text;
    }

    private Sent<T>[] Entries<T>(TreeNode list, Func<ValueReader, TreeNode, Sent<T>> read)
    {
        var entries = new Sent<T>[list.Count];
        var entry = list.First;
        for (var i = 0; i < entries.Length && !values.Faults.IsFull; i++, entry = entry.Next)
            entries[i] = read(values, entry);
        return entries;
    }

    private bool TryGetList(string name, int maximum, bool isOptional, bool mayBeEmpty, out TreeNode list)
    {
        if (!(isOptional ? TryGet(name, out list) : TryRequire(name, out list)) || !values.IsList(list, name))
            return false;
        if (list.Count == 0 && !mayBeEmpty)
            values.Faults.Add(list, $"{name} is empty; it needs at least one entry.");
        if (list.Count > maximum)
            values.Faults.Add(list, string.Create(CultureInfo.InvariantCulture, $"{name} has {list.Count:N0} entries; at most {maximum:N0} are allowed."));
        return true;
    }

    private bool TryRequire(string name, out TreeNode member)
    {
        if (TryGet(name, out member))
            return true;
        if (isReadable)
            values.Faults.Add(node, name, $"{name} is missing.");
        return false;
    }

    private bool TryGet(string name, out TreeNode member)
    {
        member = default;
        if (!isReadable)
            return false;
        values.Asked.Add(name);
        if (!TryFind(name, out member))
            return false;
        member.IsKnown = true;
        expected = member.Next;
        return true;
    }

    private bool TryFind(string name, out TreeNode member)
    {
        member = expected;
        if (member.Exists && member.IsNamed(name))
            return true;
        for (member = node.First; member.Exists; member = member.Next)
        {
            if (member.IsNamed(name))
                return true;
        }

        return false;
    }
}
