using System.Buffers;
using System.Globalization;
using Pricing.Application.Contract;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>An engagement whose numbers can be moved. A moved document is read like any other, so every rule of the contract holds for it.</summary>
internal sealed class MovableEngagement
{
    private readonly JsonTree tree;
    private readonly Comparison agreed;

    private MovableEngagement(JsonTree tree, Comparison agreed) => (this.tree, this.agreed) = (tree, agreed);

    /// <summary>Makes an engagement movable.</summary>
    public static MovableEngagement Of(AnalysisSubject subject)
    {
        // The array behind the tree stays out of its pool: threads may look at it as long as anybody does.
        var tree = Tree(subject.Json);
        return new(Tree(WithEveryDiscount(subject.Json, tree.Root)), subject.Comparison);
    }

    /// <summary>The lever of a name or pointer; null where it moves no number.</summary>
    public Lever? Find(string name)
    {
        var numbers = name.StartsWith('/') ? NumberAt(name) : NamedLevers.NumbersOf(name, tree.Root);
        (int, decimal)[] found = [.. (numbers ?? []).Select(number => (number.Position, ValueOf(number)))];
        return found.Length == 0 ? null : new(name, found);
    }

    /// <summary>The comparison with a lever's numbers replaced; null where the contract refuses the document.</summary>
    public Comparison? Compare(Lever lever, IEnumerable<(int Position, decimal Value)> numbers, FeeTerms fees) =>
        Compare(numbers, lever.ChangesAgreement ? FeeTerms.Quoted : fees);

    /// <summary>The comparison with numbers replaced; null where the contract refuses the document.</summary>
    public Comparison? Compare(IEnumerable<(int Position, decimal Value)> numbers, FeeTerms fees)
    {
        var faults = new Faults();
        var engagement = Read(numbers, faults);
        try
        {
            return faults.Any ? null : Comparison.Of(ResolvedEngagement.From(engagement), fees == FeeTerms.Agreed ? agreed : null);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    /// <summary>The first rule that the document with numbers replaced breaks, as a sentence.</summary>
    public string WhyNot(IEnumerable<(int Position, decimal Value)> numbers)
    {
        var faults = new Faults();
        var engagement = Read(numbers, faults);
        if (faults.Any)
            return faults.InOrder()[0].Detail;
        try
        {
            Comparison.Of(ResolvedEngagement.From(engagement));
            return "";
        }
        catch (BeyondBoundsException e)
        {
            return e.Faults[0].Detail;
        }
    }

    private Engagement Read(IEnumerable<(int Position, decimal Value)> numbers, Faults faults)
    {
        var moved = new Dictionary<int, decimal>();
        foreach (var (position, value) in numbers)
            moved[position] = value;
        return ObjectReader.ReadDocument(tree.With(moved).Root, faults, new DocumentReader(new(ReferenceUse.Refused, null)).Read);
    }

    private static JsonTree Tree(ReadOnlyMemory<byte> document) =>
        JsonTree.Parse(document, new Faults(), int.MaxValue) ?? throw new ArgumentException("The document is no JSON.", nameof(document));

    // An absent discount counts as 0, so that it can be moved like one that stands there.
    private static ReadOnlyMemory<byte> WithEveryDiscount(ReadOnlyMemory<byte> document, TreeNode root)
    {
        var written = new ArrayBufferWriter<byte>(document.Length + 1024);
        var copied = 0;
        foreach (var structure in Member(root, "feeStructures").Entries)
        {
            if (Member(structure, "discount").Exists)
                continue;
            var inside = structure.Start + 1;
            written.Write(document.Span[copied..inside]);
            written.Write("\"discount\":0,"u8);
            copied = inside;
        }

        written.Write(document.Span[copied..]);
        return written.WrittenMemory;
    }

    private IEnumerable<TreeNode> NumberAt(string pointer)
    {
        var node = tree.Root;
        foreach (var token in pointer[1..].Split('/'))
        {
            node = Member(node, token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            if (!node.Exists)
                return [];
        }

        return node.Kind == JsonKind.Number ? [node] : [];
    }

    private static TreeNode Member(TreeNode node, string name) => node.Entries.FirstOrDefault(entry => node.Kind == JsonKind.Array
        ? entry.Index.ToString(CultureInfo.InvariantCulture) == name
        : entry.Name == name);

    private static decimal ValueOf(TreeNode number)
    {
        number.Number(out var value);
        return value;
    }
}
