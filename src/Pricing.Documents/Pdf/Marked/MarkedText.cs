using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Marked;

/// <summary>Markdown as paragraphs: bold, lists and links to https; everything else is its plain words, and none is lost.</summary>
/// <remarks>Documents have no italics, no headings inside a text and no pictures from outside, so those become words.</remarks>
internal static class MarkedText
{
    private const double Indent = 10.5;
    private const double Between = 7;
    private const int DeepestIndent = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The paragraphs of a text; never empty.</summary>
    public static IReadOnlyList<Paragraph> Of(string markdown, TextStyle? text = null, TextStyle? strong = null)
    {
        var writer = new Writer(text ?? Style.Text, strong ?? Style.Strong);
        if (Parsed(markdown) is { } document)
            writer.Blocks(document, 0);
        else
            writer.Plain(markdown);
        return writer.Paragraphs.Count > 0 ? writer.Paragraphs : [Paragraph.Of("", Style.Text)];
    }

    /// <summary>The bold words that a text begins with, if it does, and the rest of it: a label and what it labels.</summary>
    public static (string? Label, IReadOnlyList<Paragraph> Text) Labelled(string markdown)
    {
        var paragraphs = Of(markdown);
        var first = paragraphs[0];
        if (first is not { Marker: null, Runs.Count: > 1 } || first.Runs[0].Style.Weight != Weight.SemiBold)
            return (null, paragraphs);
        IReadOnlyList<TextRun> rest = [first.Runs[1] with { Words = first.Runs[1].Words.TrimStart() }, .. first.Runs.Skip(2)];
        return (first.Runs[0].Words.Trim().TrimEnd(':', '.'), [first with { Runs = rest }, .. paragraphs.Skip(1)]);
    }

    /// <summary>The words in one line, for a cell or a property.</summary>
    public static string Words(string markdown) => string.Join(' ', Of(markdown).Select(paragraph =>
        (paragraph.Marker is { } marker and not "\u2013" ? $"{marker} " : "") + string.Concat(paragraph.Runs.Select(run => run.Words)).Replace('\n', ' ')));

    // A text nested deeper than anybody writes is refused by the parser; it is then shown as it stands.
    private static MarkdownDocument? Parsed(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private sealed class Writer(TextStyle text, TextStyle strong)
    {
        private readonly List<TextRun> runs = [];
        private readonly List<Paragraph> paragraphs = [];

        public List<Paragraph> Paragraphs => paragraphs;

        public void Plain(string words)
        {
            runs.Add(new(words, text));
            Close(0, null);
        }

        public void Blocks(ContainerBlock container, int depth, string? marker = null)
        {
            foreach (var block in container)
            {
                Block(block, depth, marker);
                marker = null;
            }

            if (marker is not null)
            {
                runs.Add(new("", text));
                Close(depth, marker);
            }
        }

        private void Block(Block block, int depth, string? marker)
        {
            switch (block)
            {
                case ListBlock list:
                    List(list, depth);
                    break;
                case LinkReferenceDefinition definition:
                    runs.Add(new($"{definition.Label}: {definition.Url} {definition.Title}".TrimEnd(), text));
                    Close(depth, marker);
                    break;
                case ContainerBlock container:
                    Blocks(container, depth, marker);
                    break;
                case LeafBlock { Inline: { } inline } leaf:
                    Inlines(inline, leaf is HeadingBlock ? strong : text, null);
                    Close(depth, marker);
                    break;
                case FencedCodeBlock fence:
                    runs.Add(new($"{fence.Info} {fence.Arguments}\n{fence.Lines}".Trim(), text));
                    Close(depth, marker);
                    break;
                case LeafBlock { Lines.Count: > 0 } leaf:
                    runs.Add(new(leaf.Lines.ToString(), text));
                    Close(depth, marker);
                    break;
            }
        }

        private void List(ListBlock list, int depth)
        {
            var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
            foreach (var item in list.OfType<ListItemBlock>())
            {
                Blocks(item, Math.Min(depth + 1, DeepestIndent), list.IsOrdered ? FormattableString.Invariant($"{number}.") : "\u2013");
                number++;
            }
        }

        private void Inlines(ContainerInline container, TextStyle style, string? link)
        {
            foreach (var inline in container)
                Inline(inline, style, link);
        }

        private void Inline(Inline inline, TextStyle style, string? link)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString(), style, link);
                    break;
                case CodeInline code:
                    Add(code.Content, style, link);
                    break;
                case LineBreakInline line:
                    Add(line.IsHard ? "\n" : " ", style, link);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString(), style, link);
                    break;
                case AutolinkInline address:
                    Add(address.Url, style, Secure(address.Url));
                    break;
                case LinkInline target:
                    Link(target, style);
                    break;
                case EmphasisInline emphasis:
                    Inlines(emphasis, emphasis.DelimiterCount == 2 ? strong : style, link);
                    break;
                case ContainerInline container:
                    Inlines(container, style, link);
                    break;
                case var other:
                    Add(other.ToString() ?? "", style, link);
                    break;
            }
        }

        // An address that is no link, or that the words hide, is written out.
        private void Link(LinkInline link, TextStyle style)
        {
            var (address, before) = (link.Url ?? "", runs.Count);
            var secure = link.IsImage ? null : Secure(address);
            Inlines(link, style, secure);
            var words = string.Concat(runs.Skip(before).Select(run => run.Words));
            if (address.Length > 0 && secure is null && words != address)
                Add($" ({address})", style, null);
            if (link.Title is { Length: > 0 } title)
                Add($" {title}", style, null);
        }

        private void Add(string words, TextStyle style, string? link)
        {
            if (words.Length == 0)
                return;
            if (runs.Count > 0 && runs[^1].Style == style && runs[^1].Link == link)
                runs[^1] = runs[^1] with { Words = runs[^1].Words + words };
            else
                runs.Add(new(words, style, link));
        }

        private void Close(int depth, string? marker)
        {
            if (runs.Count == 0)
                runs.Add(new("", text));
            // The items of a list stand close; one list after another does not.
            var isItem = marker is not null && paragraphs is [.., { Marker: { } before } last] && (last.Indent != depth * Indent || IsDash(before) == IsDash(marker));
            paragraphs.Add(new([.. runs]) { Indent = depth * Indent, Marker = marker, Above = isItem ? 0 : Between });
            runs.Clear();
        }

        private static bool IsDash(string marker) => marker == "\u2013";

        private static string? Secure(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri.AbsoluteUri : null;
    }
}
