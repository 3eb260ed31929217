using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Fees;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The scope at a glance: one frame per piece, filled by how it is made.</summary>
internal sealed class ScopePicture
{
    private const int PerRow = 20;
    private const int MostFrames = 120;
    private const double Top = 343;
    private const double FrameWidth = 17.55;
    private const double FrameHeight = 31.2;
    private const double Gap = 7;

    private readonly List<(ProductionMethod Method, int Frames, string Words)> groups;
    private readonly string? scaleWords;

    private ScopePicture(List<(ProductionMethod Method, int Frames, string Words)> groups, string? scaleWords) =>
        (this.groups, this.scaleWords) = (groups, scaleWords);

    /// <summary>The picture; null where nothing is counted in pieces.</summary>
    public static ScopePicture? Of(ProposalContent content)
    {
        var assets = content.Proposal.Deliverables.Where(deliverable => deliverable.Quantity > 0).ToArray();
        var total = assets.Sum(asset => asset.Quantity!.Value);
        if (total == 0)
            return null;
        var perFrame = 1m;
        while (total / perFrame > MostFrames)
            perFrame *= 10;

        var groups = new List<(ProductionMethod, int, string)>();
        ProductionMethod[] order = [ProductionMethod.Ai, ProductionMethod.Hybrid, ProductionMethod.Classic];
        foreach (var method in order)
        {
            var own = assets.Where(asset => asset.Method == method).ToArray();
            if (own.Length == 0)
                continue;
            var quantity = own.Sum(asset => asset.Quantity!.Value);
            var words = own is [var single] && single.Name.Length <= 24
                ? content.Texts.Say("cover.pieces", content.Formats.Quantity(quantity), single.Name)
                : content.Texts.Say($"cover.pieces.{method}", content.Formats.Quantity(quantity));
            groups.Add((method, (int)decimal.Ceiling(quantity / perFrame), words));
        }

        return new(groups, perFrame == 1 ? null : content.Texts.Say("cover.frameCounts", content.Formats.Quantity(perFrame)));
    }

    public void Draw(Page page, Brand brand) => page.Figure(
        Grid.Left, Top, Grid.Width, 630 - Top, string.Join(", ", groups.Select(group => group.Words)), () => DrawFrames(page, brand));

    private void DrawFrames(Page page, Brand brand)
    {
        var frames = groups.SelectMany(group => Enumerable.Repeat(group.Method, group.Frames)).ToArray();
        for (var i = 0; i < frames.Length; i++)
        {
            var (x, y) = (Grid.Left + i % PerRow * (FrameWidth + Gap), Top + i / PerRow * (FrameHeight + Gap));
            DrawFrame(page, frames[i], x, y, FrameWidth, FrameHeight, 1, brand);
        }

        // Up to three rows more than the full picture come from rounding up; the key keeps clear of them.
        var rows = (frames.Length + PerRow - 1) / PerRow;
        var (keyX, keyY) = (Grid.Left, Top + Math.Min(rows, 7) * (FrameHeight + Gap) + Gap);
        foreach (var (method, _, words) in groups)
        {
            DrawFrame(page, method, keyX, keyY, 7.7, 13.7, 0.75, brand);
            page.Text(keyX + 14, keyY + Style.Text.Baseline, words, Style.Text, brand.OnCover);
            keyX += 14 + Style.Text.Width(Legible.Of(words)) + 24.5;
        }

        if (scaleWords is not null)
            page.Text(Grid.Left, keyY + 17.5 + Style.Text.Baseline, scaleWords, Style.Text, brand.OnCover);
    }

    private static void DrawFrame(Page page, ProductionMethod method, double x, double y, double width, double height, double pen, Brand brand)
    {
        if (method == ProductionMethod.Ai)
        {
            page.Rectangle(x, y, width, height, brand.OnCover);
            return;
        }

        page.Rectangle(x + pen / 2, y + pen / 2, width - pen, height - pen, null, new(brand.OnCover, pen));
        if (method == ProductionMethod.Hybrid)
            page.Rectangle(x, y + height / 2, width, height / 2, brand.OnCover);
    }
}
