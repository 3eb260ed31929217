using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The client's value as one bar: fee, the VAT that the client cannot deduct, and surplus.</summary>
internal sealed class ValueBar
{
    private const double BarHeight = 17.5;
    private const double Slit = 2;
    private const double Gap = 14;

    private readonly IReadOnlyList<Segment> segments;
    private readonly string total;
    private readonly bool isTotalAbove;

    public ValueBar(FeeOption option, DocumentTexts texts, Formats formats)
    {
        total = texts.Say("summary.value", formats.Money(option.ExpectedValue));
        segments = Placed(Parts(option, texts, formats));
        // Labels stand above their segments; where the last one reaches into the total, the total has a line of its own.
        isTotalAbove = segments[^1].LabelX + segments[^1].LabelWidth + Gap > Grid.Right - Style.Micro.Width(total);
    }

    public double Height => 49 + (isTotalAbove ? Style.Micro.Line : 0);

    /// <summary>Whether fee and surplus are parts of a value.</summary>
    public static bool Fits(FeeOption option) => option.ExpectedFee.Amount >= 0 && option.ClientSurplus.Amount >= 0 && option.ExpectedFee.Amount + option.ClientSurplus.Amount > 0;

    public void Draw(ICanvas canvas, double top)
    {
        canvas.Text(Grid.Right, top + Style.Micro.Baseline, total, Style.Micro, Style.Text2, Anchor.End);
        if (isTotalAbove)
            top += Style.Micro.Line;
        var (head, bar) = (top + Style.Micro.Baseline, top + 15);
        var foot = bar + BarHeight + 2 + Style.Strong.Baseline;
        foreach (var segment in segments)
        {
            canvas.Rectangle(segment.X, bar, segment.Width, BarHeight, segment.Colour);
            canvas.Text(segment.LabelX, head, segment.Label, Style.Micro, Style.Text2);
            canvas.Text(segment.LabelX, foot, segment.Amount, Style.Strong, Style.Ink);
        }
    }

    private static List<Segment> Parts(FeeOption option, DocumentTexts texts, Formats formats)
    {
        var width = Grid.Width - Slit * (option.NonDeductibleVat.IsZero ? 1 : 2);
        double Share(Model.Quantities.Money part) => width * (double)Math.Clamp(part.Amount / option.ExpectedValue.Amount, 0, 1);
        List<Segment> parts = [new(Share(option.ExpectedFee), Style.Slate, texts[ProposalContent.IsSure(option) && !ProposalContent.HasFurtherHours(option) ? "summary.feeFixed" : "summary.feeExpected"], formats.Money(option.ExpectedFee))];
        if (!option.NonDeductibleVat.IsZero)
            parts.Add(new(Share(option.NonDeductibleVat), Style.Ochre, texts["summary.lostVat"], formats.Money(option.NonDeductibleVat)));
        parts.Add(new(Share(option.ClientSurplus), Style.Blue, texts["summary.surplusExpected"], formats.Money(option.ClientSurplus)));
        return parts;
    }

    // A label starts with its segment. Where the one before or the margin leaves no room for that, it moves as little as it must.
    private static List<Segment> Placed(List<Segment> parts)
    {
        var x = Grid.Left;
        for (var i = 0; i < parts.Count; i++)
        {
            parts[i] = parts[i] with { X = x, LabelX = x };
            x += parts[i].Width + Slit;
        }

        var end = Grid.Right;
        for (var i = parts.Count - 1; i > 0; i--)
        {
            parts[i] = parts[i] with { LabelX = Math.Min(parts[i].LabelX, end - parts[i].LabelWidth) };
            end = parts[i].LabelX - Gap;
        }

        var start = Grid.Left;
        for (var i = 0; i < parts.Count; i++)
        {
            parts[i] = parts[i] with { LabelX = Math.Max(parts[i].LabelX, start) };
            start = parts[i].LabelX + parts[i].LabelWidth + Gap;
        }

        return parts;
    }

    private sealed record Segment(double Width, Colour Colour, string Label, string Amount)
    {
        public double X { get; init; }

        public double LabelX { get; init; }

        public double LabelWidth => Math.Max(Style.Micro.Width(Label), Style.Strong.Width(Amount));
    }
}
