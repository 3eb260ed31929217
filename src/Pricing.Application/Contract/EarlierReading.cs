namespace Pricing.Application.Contract;

/// <summary>
/// What was read of a document, kept so that the same document with a few numbers replaced need not be read whole: members
/// of the document, and entries of its lists, that hold no replaced number are what they were.
/// </summary>
/// <remarks>
/// Rules that join entries are about texts, which stay. Those that join numbers look no further than one member of the
/// document, which is read anew as a whole unless it is a list.
/// </remarks>
internal sealed class EarlierReading
{
    private readonly Dictionary<int, object> values = [];
    private bool isComplete;

    /// <summary>The first reading is over; from now on threads may share it.</summary>
    public void Complete() => isComplete = true;

    /// <summary>What a value was read as; false where it has to be read.</summary>
    public bool TryRecall<T>(TreeNode node, out T value)
    {
        value = default!;
        if (!isComplete || node.IsChanged)
            return false;
        value = (T)values[node.Position];
        return true;
    }

    /// <summary>Keeps what a value was read as.</summary>
    public T Keep<T>(TreeNode node, T value)
    {
        if (!isComplete)
            values.Add(node.Position, value!);
        return value;
    }
}
