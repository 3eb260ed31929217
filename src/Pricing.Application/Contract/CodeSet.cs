namespace Pricing.Application.Contract;

/// <summary>The codes that one list of a document defines and its other members refer to.</summary>
internal sealed class CodeSet
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>Whether every code could be read.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether every code could be read and there is one; only then can a reference be called unknown.</summary>
    public bool IsKnown => IsComplete && codes.Count > 0;

    public IEnumerable<string> All => codes;

    public void Add(Sent<string> code)
    {
        if (code.IsRead)
            codes.Add(code);
        else
            IsComplete = false;
    }

    /// <summary>The list itself could not be read.</summary>
    public void Lose() => IsComplete = false;

    public bool Holds(string code) => codes.Contains(code);
}
