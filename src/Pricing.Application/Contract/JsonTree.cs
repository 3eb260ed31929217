using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Pricing.Application.Contract;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>
/// A JSON document as written: members in their order, repeated ones too, numbers as their digits. Nodes lie in one
/// rented array; texts and numbers are slices of the document until somebody asks.
/// </summary>
internal sealed class JsonTree : IDisposable
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = Limits.Nesting + 1 };

    private readonly ReadOnlyMemory<byte> document;
    private Node[] nodes;
    private readonly IReadOnlyDictionary<int, decimal>? moved;
    private readonly HashSet<int> changed = [];
    private int count;

    private JsonTree(ReadOnlyMemory<byte> document)
    {
        this.document = document;
        nodes = ArrayPool<Node>.Shared.Rent(document.Length / 16 + 8);
    }

    private JsonTree(JsonTree original, IReadOnlyDictionary<int, decimal> moved)
    {
        (document, nodes, this.moved) = (original.document, original.nodes, moved);
        foreach (var position in moved.Keys)
        {
            for (var id = position; id >= 0 && changed.Add(id);)
                id = nodes[id].Parent;
        }
    }

    public TreeNode Root => new(this, 0);

    /// <summary>The tree of a document, or null and a fault at the root where it is too long, too deep or no JSON.</summary>
    public static JsonTree? Parse(ReadOnlyMemory<byte> document, Faults faults, int longest = Limits.Document)
    {
        if (document.Length > longest)
        {
            faults.AddToRoot(string.Create(CultureInfo.InvariantCulture, $"The document has {document.Length:N0} bytes; at most {longest:N0} are allowed."));
            return null;
        }

        if (!Utf8.IsValid(document.Span))
        {
            faults.AddToRoot("The document is no valid UTF-8.");
            return null;
        }

        var tree = new JsonTree(document);
        try
        {
            if (tree.TryBuild())
                return tree;
            faults.AddToRoot($"The document is nested too deep; at most {Limits.Nesting} levels are allowed, the document itself being the first.");
        }
        catch (JsonException fault)   // the reader has no other way to say so
        {
            var (line, column) = (fault.LineNumber + 1, fault.BytePositionInLine + 1);
            faults.AddToRoot(string.Create(CultureInfo.InvariantCulture, $"The document is no valid JSON: see line {line}, byte {column}."));
        }

        tree.Dispose();
        return null;
    }

    /// <summary>The same document with some numbers replaced, by position. It lives as long as the original and is not disposed of.</summary>
    public JsonTree With(IReadOnlyDictionary<int, decimal> numbers) => new(this, numbers);

    public void Dispose()
    {
        ArrayPool<Node>.Shared.Return(nodes);
        nodes = [];
    }

    /// <summary>Whether a value is a replaced number, or holds one.</summary>
    internal bool IsChanged(int id) => changed.Contains(id);

    internal ref Node this[int id] => ref nodes[id];

    /// <summary>The number at a position, as replaced or as written.</summary>
    internal Magnitude Number(int id, out decimal value, decimal largest) => moved is not null && moved.TryGetValue(id, out value)
        ? ContractNumber.MagnitudeOf(value, largest)
        : ContractNumber.Read(Token(nodes[id]), out value, largest);

    internal ReadOnlySpan<byte> Token(in Node node) => document.Span.Slice(node.Start, node.Length);

    internal ReadOnlySpan<byte> NameToken(in Node node) => document.Span.Slice(node.NameStart, node.NameLength);

    internal string NameOf(in Node node) => JsonText.Decode(NameToken(node), node.IsNameEscaped);

    internal static bool Matches(ReadOnlySpan<byte> token, bool isEscaped, string text) =>
        isEscaped ? JsonText.Decode(token, true) == text : Ascii.Equals(token, text);

    private bool TryBuild()
    {
        var reader = new Utf8JsonReader(document.Span, Strict);
        Span<int> last = stackalloc int[Limits.Nesting + 1];   // the entry before, by depth
        var parent = -1;
        var name = default(Node);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name.NameStart = (int)reader.TokenStartIndex + 1;
                    name.NameLength = reader.ValueSpan.Length;
                    name.IsNameEscaped = reader.ValueIsEscaped;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    nodes[parent].Length = (int)reader.BytesConsumed - nodes[parent].Start;
                    parent = nodes[parent].Parent;
                    continue;
            }

            var depth = reader.CurrentDepth;
            var kind = KindOf(reader.TokenType);
            var isContainer = kind is JsonKind.Object or JsonKind.Array;
            if (isContainer && depth == Limits.Nesting)
                return false;

            var id = Add();
            ref var node = ref nodes[id];
            node = name;
            node.Kind = kind;
            node.Parent = parent;
            node.Start = (int)reader.TokenStartIndex + (kind == JsonKind.Text ? 1 : 0);
            node.Length = reader.ValueSpan.Length;
            node.IsEscaped = reader.ValueIsEscaped;
            if (parent >= 0)
            {
                ref var container = ref nodes[parent];
                node.Index = container.Count++;
                if (node.Index == 0)
                    container.First = id;
                else
                    nodes[last[depth]].Next = id;
            }

            last[depth] = id;
            name = default;
            if (isContainer)
                parent = id;
        }

        return true;
    }

    private int Add()
    {
        if (count == nodes.Length)
        {
            var larger = ArrayPool<Node>.Shared.Rent(nodes.Length * 2);
            nodes.CopyTo(larger.AsSpan());
            ArrayPool<Node>.Shared.Return(nodes);
            nodes = larger;
        }

        return count++;
    }

    private static JsonKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKind.Object,
        JsonTokenType.StartArray => JsonKind.Array,
        JsonTokenType.String => JsonKind.Text,
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    /// <summary>A value; an id of 0 means none, as the root is nobody's child.</summary>
    internal struct Node
    {
        public int Parent, First, Next, Count, Index;
        public int Start, Length, NameStart, NameLength;
        public JsonKind Kind;
        public bool IsEscaped, IsNameEscaped, IsKnown;
    }
}
