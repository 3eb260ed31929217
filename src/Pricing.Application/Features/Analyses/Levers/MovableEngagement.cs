using System.Buffers;
using System.Globalization;
using Pricing.Application.Contract;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>
/// An engagement whose numbers can be moved. A number at a pointer is replaced in the document, which is read again where it
/// holds the number, so that every rule of the contract holds for it; a name moves its numbers in the engagement as read,
/// where nothing but their own bounds can be broken.
/// </summary>
internal sealed class MovableEngagement
{
    private readonly JsonTree tree;
    private readonly Comparison unmoved;
    private readonly DocumentContext context = new(ReferenceUse.Refused, null);
    private readonly EarlierReading earlier = new();

    private MovableEngagement(JsonTree tree)
    {
        this.tree = tree;
        var engagement = ObjectReader.ReadDocument(tree.Root, new Faults(), new DocumentReader(context).Read, earlier);
        earlier.Complete();

        // The subject's comparison would do, but what it rests on was read apart from this and so would never be taken over.
        unmoved = Comparison.Of(ResolvedEngagement.From(engagement));
    }

    /// <summary>Makes an engagement movable.</summary>
    public static MovableEngagement Of(AnalysisSubject subject)
    {
        // The array behind the tree stays out of its pool: threads may look at it as long as anybody does.
        var tree = Tree(subject.Json);
        return new(Tree(WithEveryDiscount(subject.Json, tree.Root)));
    }

    /// <summary>The lever of a name or pointer; null where it moves no number.</summary>
    public Lever? Find(string name)
    {
        if (name.StartsWith('/'))
            return NumberAt(name) is { } number ? new(name, (number.Position, ValueOf(number)), null, null) : null;
        var named = NamedLevers.Find(name);
        return named?.Moves(unmoved.Engagement.Document) == true ? new(name, null, named, named.CostOf(unmoved)) : null;
    }

    /// <summary>The comparison with a lever moved to a value, for a name a factor; null where the contract refuses the document.</summary>
    public Comparison? At(Lever lever, decimal value, FeeTerms fees)
    {
        if (lever.Named is not { } named)
            return Read([(lever.Number!.Value.Position, value)]).Engagement is { } read ? Compared(read, lever.ChangesAgreement ? FeeTerms.Quoted : fees).Comparison : null;
        return named.Times(unmoved.Engagement.Document, value) is { } moved ? Compared(moved, fees, lever.Cost?.At(named.CostPath!.ShareAt(value))).Comparison : null;
    }

    /// <summary>The comparison with numbers replaced, every fee priced anew; or the first rule that the document breaks, as a sentence.</summary>
    public (Comparison? Comparison, string WhyNot) With(IEnumerable<(int Position, decimal Value)> numbers)
    {
        var (engagement, whyNot) = Read(numbers);
        return engagement is null ? (null, whyNot) : Compared(engagement, FeeTerms.Quoted);
    }

    private (Comparison? Comparison, string WhyNot) Compared(Engagement engagement, FeeTerms fees, CostModel? cost = null)
    {
        try
        {
            return (Comparison.OfMoved(ResolvedEngagement.From(engagement), unmoved, isAgreed: fees == FeeTerms.Agreed, cost), "");
        }
        catch (BeyondBoundsException e)
        {
            return (null, e.Faults[0].Detail);
        }
    }

    private (Engagement? Engagement, string WhyNot) Read(IEnumerable<(int Position, decimal Value)> numbers)
    {
        var moved = new Dictionary<int, decimal>();
        foreach (var (position, value) in numbers)
            moved[position] = value;
        var faults = new Faults();
        var engagement = ObjectReader.ReadDocument(tree.With(moved).Root, faults, new DocumentReader(new(context)).Read, earlier);
        return faults.Any ? (null, faults.InOrder()[0].Detail) : (engagement, "");
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

    private TreeNode? NumberAt(string pointer)
    {
        var node = tree.Root;
        foreach (var token in pointer[1..].Split('/'))
        {
            node = Member(node, token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            if (!node.Exists)
                return null;
        }

        return node.Kind == JsonKind.Number ? node : null;
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
