using System.Globalization;
using System.Text;

namespace Pricing.Application.Contract;

/// <summary>A value in a <see cref="JsonTree"/>.</summary>
internal readonly struct TreeNode(JsonTree tree, int id)
{
    public JsonKind Kind => tree[id].Kind;

    /// <summary>Place in the order of the document.</summary>
    public int Position => id;

    /// <summary>Number of members or entries.</summary>
    public int Count => tree[id].Count;

    /// <summary>First member or entry; check <see cref="Exists"/>.</summary>
    public TreeNode First => new(tree, tree[id].First);

    /// <summary>The member or entry after this one; check <see cref="Exists"/>.</summary>
    public TreeNode Next => new(tree, tree[id].Next);

    /// <summary>Whether this is a value at all. The root, which is nobody's child, does not count.</summary>
    public bool Exists => id != 0;

    /// <summary>The members or entries; none of a single value.</summary>
    public IEnumerable<TreeNode> Entries
    {
        get
        {
            for (var entry = First; entry.Exists; entry = entry.Next)
                yield return entry;
        }
    }

    /// <summary>Place of the entry in its list or object.</summary>
    public int Index => tree[id].Index;

    /// <summary>Where the value begins in the document, in bytes.</summary>
    public int Start => tree[id].Start;

    /// <summary>Name of the member; lone surrogates stay.</summary>
    public string Name => tree.NameOf(tree[id]);

    /// <summary>The text; lone surrogates stay.</summary>
    public string Text => JsonText.Decode(Token, tree[id].IsEscaped);

    /// <summary>The characters of the value: of a text as written, of an object or a list from bracket to bracket.</summary>
    public ReadOnlySpan<byte> Token => tree.Token(tree[id]);

    /// <summary>The number, and whether it lies where numbers of the contract do.</summary>
    /// <param name="value">The number.</param>
    /// <param name="largest">Largest magnitude; only variances go beyond the usual one.</param>
    public Magnitude Number(out decimal value, decimal largest = Allowed.Huge) => tree.Number(id, out value, largest);

    /// <summary>Whether the value is a number that was replaced, or holds one.</summary>
    public bool IsChanged => tree.IsChanged(id);

    /// <summary>Whether somebody asked for this member.</summary>
    public bool IsKnown
    {
        get => tree[id].IsKnown;
        set => tree[id].IsKnown = value;
    }

    /// <summary>JSON pointer of the value.</summary>
    public string Pointer
    {
        get
        {
            if (id == 0)
                return "";
            ref var node = ref tree[id];
            var parent = new TreeNode(tree, node.Parent);
            return parent.Kind == JsonKind.Object
                ? JsonPointer.Append(parent.Pointer, JsonText.Repaired(Name))
                : JsonPointer.Append(parent.Pointer, node.Index);
        }
    }

    public bool IsNamed(string name)
    {
        ref var node = ref tree[id];
        return JsonTree.Matches(tree.NameToken(node), node.IsNameEscaped, name);
    }

    public bool IsText(string text)
    {
        ref var node = ref tree[id];
        return JsonTree.Matches(tree.Token(node), node.IsEscaped, text);
    }

    /// <summary>The value for a sentence: cut after 60 characters, without anything that does not print.</summary>
    public override string ToString() => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.Text => $"the text {JsonText.Quote(Text)}",
        JsonKind.Number => JsonText.Shown(Encoding.ASCII.GetString(Token)),
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Null => "null",
    };
}
