using System.Collections.Frozen;
using System.Globalization;
using System.Security;
using Pricing.Documents.Charts;

namespace Pricing.Documents.ClientPages;

/// <summary>A drawing whose colours are classes, so that a style sheet can turn it dark; a strict policy lets no style into the page itself.</summary>
internal sealed class PageCanvas(double width, double height, string title, string kind, Colour accent) : SvgCanvas(width, height, title, "")
{
    private static readonly FrozenDictionary<Colour, string> Names = new Dictionary<Colour, string>
    {
        [Style.Ink] = "ink",
        [Style.Text2] = "text2",
        [Style.Rule] = "rule",
        [Style.Grid] = "grid",
        [Style.Paper] = "paper",
        [Style.Blue] = "blue",
        [Style.BlueText] = "blue-text",
        [Style.BlueTint] = "blue-tint",
        [Style.Ochre] = "ochre",
        [Style.OchreTint] = "ochre-tint",
        [Style.SlateTint] = "slate-tint",
    }.ToFrozenDictionary();

    private readonly (double Width, double Height, string Title) frame = (width, height, title);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg class="chart {kind}" viewBox="0 0 {frame.Width:0.##} {frame.Height:0.##}" role="img" aria-label="{SecurityElement.Escape(frame.Title)}">
        {Body}</svg>
        """);

    protected override string Paint(Colour? fill, Stroke? stroke)
    {
        var filled = fill is { } colour ? $"f-{NameOf(colour)}" : "f-none";
        return stroke is null ? $" class=\"{filled}\"" : $" class=\"{filled} s-{NameOf(stroke.Colour)}\"{Pen(stroke)}";
    }

    private string NameOf(Colour colour) => colour == accent ? "accent" : Names[colour];
}
