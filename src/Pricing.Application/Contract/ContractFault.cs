namespace Pricing.Application.Contract;

/// <summary>Where and how a document breaks a rule of the contract.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901, no <c>#</c>) to the member; empty for the whole document.</param>
/// <param name="Detail">What is wrong and what is allowed, as a sentence for whoever wrote the document.</param>
public sealed record ContractFault(string Pointer, string Detail);

/// <summary>Collects the faults of one document.</summary>
internal sealed class Faults
{
    /// <summary>A document with more is hardly meant; the list ends there, so that a hostile one cannot blow up its answer.</summary>
    private const int Most = 10_000;

    private readonly List<(int Position, ContractFault Fault)> faults = [];

    public bool Any => faults.Count > 0;

    public bool IsFull => faults.Count > Most;

    /// <summary>A fault of the document as a whole.</summary>
    public void AddToRoot(string detail) => faults.Add((0, new("", detail)));

    /// <summary>A fault of something that lies beyond what is being read.</summary>
    public void AddBeyond(string pointer, string detail) => faults.Add((0, new(pointer, detail)));

    /// <summary>A fault of a value.</summary>
    public void Add(TreeNode place, string detail)
    {
        if (!IsFull)
            faults.Add((place.Position, new(place.Pointer, detail)));
    }

    /// <summary>A fault of a member that is missing.</summary>
    public void Add(TreeNode parent, string member, string detail)
    {
        if (!IsFull)
            faults.Add((parent.Position, new(JsonPointer.Append(parent.Pointer, member), detail)));
    }

    /// <summary>The faults in the order of the document; a missing member where its object begins.</summary>
    public IReadOnlyList<ContractFault> InOrder()
    {
        if (IsFull)
            faults[^1] = (int.MaxValue, new("", $"There are more faults; the first {Most} are listed."));
        return [.. faults.OrderBy(fault => fault.Position).Select(fault => fault.Fault)];
    }
}
