using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Charts;

/// <summary>The client's benefit as it grows month by month, with the fees it has to reach: what the client really pays, with the VAT that it cannot deduct.</summary>
internal sealed class PaybackCurve
{
    public const double Height = 161;
    private const int MostDots = 24;

    private readonly ClientProposal proposal;
    private readonly DocumentTexts texts;
    private readonly decimal[] benefit;
    private readonly decimal leastFee;
    private readonly decimal mostFee;
    private readonly PaybackLayout layout;

    public PaybackCurve(ClientProposal proposal, DocumentTexts texts, Formats formats, PaybackLayout? layout = null)
    {
        (this.proposal, this.texts, this.layout) = (proposal, texts, layout ?? PaybackLayout.Print);
        benefit = [0, .. proposal.Value.CumulatedBenefit.Select(month => month.Amount)];
        (leastFee, mostFee) = (proposal.Options.Min(option => option.Outlay.Amount), proposal.Options.Max(option => option.Outlay.Amount));
        Scale = formats.ScaleFor(Math.Max(benefit.Max(), mostFee));
    }

    public AmountScale Scale { get; }

    /// <summary>Whether there is a benefit to draw.</summary>
    public bool Fits => benefit.Length > 1 && benefit.Max() > 0;

    public void Draw(ICanvas canvas, double left, double top)
    {
        var (months, plot) = (benefit.Length - 1, left + layout.PlotLeft);
        var amounts = Axis.Rounded(Math.Min(0, Math.Min(benefit.Min(), leastFee)), Math.Max(benefit.Max(), mostFee), layout.Ticks, top + layout.PlotHeight, top);
        var time = new Axis(0, months, plot, plot + layout.PlotWidth);
        DrawAxes(canvas, amounts, time, plot, top + layout.PlotHeight);

        var (upper, lower) = (amounts.At(mostFee), amounts.At(leastFee));
        canvas.Rectangle(plot, upper - 0.5, layout.PlotWidth, Math.Max(1.5, lower - upper), Style.SlateTint);
        var curve = benefit.Select((amount, month) => new Point(time.At(month), amounts.At(amount))).ToArray();
        canvas.Polyline(curve, new(Style.Blue, layout.Curve));
        if (months <= MostDots)
        {
            foreach (var point in curve.Skip(1))
                canvas.Dot(point.X, point.Y, layout.Curve, Style.Blue);
        }

        DrawPayback(canvas, amounts, time);
        DrawLabels(canvas, plot + layout.PlotWidth + layout.Gap, amounts);
    }

    private void DrawAxes(ICanvas canvas, Axis amounts, Axis time, double plot, double bottom)
    {
        var small = layout.Small;
        foreach (var tick in amounts.Ticks(layout.Ticks))
        {
            var y = amounts.At(tick);
            canvas.Line(plot, y, plot + layout.PlotWidth, y, tick == 0 ? new(Style.Ink, 1.5 * layout.Hairline) : new(Style.Grid, layout.Hairline));
            canvas.Text(plot - 0.75 * layout.Gap, y + 0.35 * small.Size, Scale.Tick(tick), small, Style.Text2, Anchor.End);
        }

        var below = bottom + layout.Gap / 2 + small.Baseline;
        foreach (var tick in time.TicksThatFit(layout.Months, month => small.Width(Scale.Formats.Quantity(month)), isWhole: true))
            canvas.Text(time.At(tick), below, Scale.Formats.Quantity(tick), small, Style.Text2, Anchor.Middle);
        canvas.Text(plot + layout.PlotWidth + layout.Gap + small.Size / 2, below, texts["client.month"], small, Style.Text2);
    }

    private void DrawPayback(ICanvas canvas, Axis amounts, Axis time)
    {
        if (proposal.Recommended.PaybackMonth is not { } month || month >= benefit.Length)
            return;
        var (x, y, strong) = (time.At(month), amounts.At(benefit[month]), layout.Strong);
        canvas.Line(x, y, x, amounts.At(0), new(Style.Ink, 1.5 * layout.Hairline));
        canvas.Dot(x, y, 1.75 * layout.Curve, Style.Paper, new(Style.Ink, 3 * layout.Hairline));

        // Left of the ring lies the free side of a rising curve, unless the ring is close to the axis.
        var room = 7 * strong.Size;
        var (anchor, at) = x - time.At(0) > room ? (Anchor.End, x - layout.Gap) : (Anchor.Start, Math.Max(time.At(0) + 2, x - 4.5 * strong.Size));
        canvas.Text(at, y - layout.Gap - 1.33 * strong.Size, texts.Say("client.inMonth", month), strong, Style.Ink, anchor);
        canvas.Text(at, y - layout.Gap, Scale.Number(benefit[month]), strong, Style.Ink, anchor);
    }

    // Where it is longer than the room beside the plot: after its comma, else at its last gap.
    private string[] Broken(string words)
    {
        var comma = words.LastIndexOf(", ", StringComparison.Ordinal);
        var gap = comma > 0 ? comma + 1 : words.LastIndexOf(' ');
        return layout.Small.Width(words) > layout.LabelRoom && gap > 0 ? [words[..gap], words[(gap + 1)..]] : [words];
    }

    private void DrawLabels(ICanvas canvas, double x, Axis amounts)
    {
        var (small, strong) = (layout.Small, layout.Strong);
        var end = amounts.At(benefit[^1]);
        canvas.Text(x, end + 0.35 * strong.Size, texts.Say("client.benefit", Scale.Number(benefit[^1])), strong, Style.BlueText);

        var band = (amounts.At(mostFee) + amounts.At(leastFee)) / 2;
        if (Math.Abs(band - end) < 2.8 * small.Size)
            band = band < end ? end - 2.8 * small.Size : end + 2.27 * small.Size;
        var options = proposal.Options;
        var words = options.Count == 1 ? texts["client.feeOfOne"] : texts.Say("client.feesOf", options[0].Letter ?? "", options[^1].Letter ?? "");
        if (!proposal.Recommended.NonDeductibleVat.IsZero)
            words = texts.Say("client.withVat", words);
        var range = leastFee == mostFee ? Scale.Number(leastFee) : texts.Say("client.fromTo", Scale.Number(leastFee), Scale.Number(mostFee));
        string[] lines = [.. Broken(words), .. Broken(range)];
        for (var i = 0; i < lines.Length; i++)
            canvas.Text(x, band + (1.4 * i - 0.27) * small.Size, lines[i], small, Style.Ink);
    }
}

/// <summary>Where the payback curve puts what it shows, for a width of the surface.</summary>
/// <param name="PlotLeft">Room for the amounts.</param>
/// <param name="PlotWidth">Width of the plot.</param>
/// <param name="PlotHeight">Height of the plot.</param>
/// <param name="Small">Ticks and labels.</param>
/// <param name="Strong">Labels of the curve.</param>
internal sealed record PaybackLayout(double PlotLeft, double PlotWidth, double PlotHeight, TextStyle Small, TextStyle Strong)
{
    /// <summary>Width of the curve.</summary>
    public double Curve { get; init; } = 3;

    /// <summary>Width of the finest line.</summary>
    public double Hairline { get; init; } = 1;

    /// <summary>Room between the plot and its words.</summary>
    public double Gap { get; init; } = 12;

    /// <summary>Room for a label beside the plot.</summary>
    public double LabelRoom { get; init; } = double.MaxValue;

    /// <summary>About how many amounts are marked.</summary>
    public int Ticks { get; init; } = 5;

    /// <summary>About how many months are marked.</summary>
    public int Months { get; init; } = 12;

    /// <summary>On a page, in points.</summary>
    public static PaybackLayout Print { get; } = new(34, 222, 132, Style.Micro, Style.MicroStrong) { Curve = 2, Hairline = Style.Hairline, Gap = 8, Ticks = 4, Months = 8 };

    /// <summary>On a wide screen, in pixels.</summary>
    public static PaybackLayout Wide { get; } = On(64, 800, 280, 15);

    /// <summary>On a screen of middle width, in pixels.</summary>
    public static PaybackLayout Medium { get; } = On(52, 450, 220, 13);

    /// <summary>On a telephone, in pixels.</summary>
    public static PaybackLayout Narrow { get; } = On(38, 190, 190, 12) with { Curve = 2.5, Gap = 8, Months = 6, LabelRoom = 114 };

    private static PaybackLayout On(double left, double width, double height, double size) => new(left, width, height, new(size, 20, Weight.Regular), new(size, 20, Weight.SemiBold));
}
