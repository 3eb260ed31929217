using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Charts;

/// <summary>The client's comparison: fee, expected surplus, worst cases and payback; no cost, profit or floor.</summary>
internal sealed class ClientComparisonChart
{
    private readonly IReadOnlyList<FeeOption> offered;
    private readonly IReadOnlyList<FeeOption> others;
    private readonly decimal tail;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly Colour accent;
    private readonly AmountScale scale;
    private readonly Axis axis;
    private readonly ClientChartLayout layout;

    public ClientComparisonChart(ClientProposal proposal, DocumentTexts texts, Formats formats, Colour accent, int mostOthers, ClientChartLayout? layout = null)
    {
        this.layout = layout ??= ClientChartLayout.Print;
        (offered, others, tail) = (proposal.Options, [.. proposal.Alternatives.Take(mostOthers)], proposal.TailProbability);
        (this.texts, this.formats, this.accent) = (texts, formats, accent);
        var all = offered.Concat(others).ToArray();
        decimal[] ends = [0, .. all.Select(option => option.ClientSurplus.Amount), .. all.Select(option => option.ClientCvar.Amount)];
        scale = formats.ScaleFor(Math.Max(ends.Max(), all.Max(option => option.ExpectedFee.Amount)));
        axis = new(ends.Min(), ends.Max(), layout.BarsFrom, layout.BarsTo);
    }

    public double Height => layout.Head + (offered.Count + others.Count) * layout.Pitch + GroupGaps + layout.TickRow;

    private double GroupGaps => (others.Count == 0 ? 0 : layout.GroupGap) + layout.Nudge;

    public void Draw(ICanvas canvas, double left, double top)
    {
        DrawHeads(canvas, left, top);
        var first = top + layout.Head;
        var bottom = first + (offered.Count + others.Count) * layout.Pitch + GroupGaps;
        foreach (var tick in axis.TicksThatFit(6, amount => layout.Small.Width(scale.Tick(amount))))
        {
            canvas.Line(left + axis.At(tick), first - layout.Nudge, left + axis.At(tick), bottom, new(Style.Grid, layout.Hairline));
            canvas.Text(left + axis.At(tick), bottom + layout.Nudge + layout.Small.Baseline, scale.Tick(tick), layout.Small, Style.Text2, Anchor.Middle);
        }

        canvas.Line(left, first, left + layout.Width, first, new(Style.Rule, layout.Hairline));
        var second = first + offered.Count * layout.Pitch + layout.GroupGap;
        if (others.Count > 0)
            canvas.Line(left, second, left + layout.Width, second, new(Style.Rule, layout.Hairline));

        // The zero line lies under the names, which may stand across it, and over the grid.
        canvas.Line(left + axis.At(0), first - 1.7 * layout.Nudge, left + axis.At(0), bottom, new(Style.Ink, 2 * layout.Hairline));
        for (var i = 0; i < offered.Count; i++)
            DrawRow(canvas, offered[i], left, first + i * layout.Pitch, isOffered: true);
        for (var i = 0; i < others.Count; i++)
            DrawRow(canvas, others[i], left, second + i * layout.Pitch, isOffered: false);
    }

    private void DrawHeads(ICanvas canvas, double left, double top)
    {
        var (zero, small) = (left + axis.At(0), layout.Small);
        var (upper, lower) = (top + small.Baseline, top + small.Line + small.Baseline);
        Head(left + layout.FeeEnd, texts["client.fee"], scale.Unit, Anchor.End);

        // Where all results are good or all bad, the zero lies at an end and the heads keep to the bars' room.
        var (worst, surplus) = (texts.Say("client.worst", formats.Percent(tail)), texts["client.surplus"]);
        var least = left + (layout.NameLine > 0 ? 0 : layout.FeeEnd + 4 * layout.Nudge) + small.Width(worst);
        var most = left + (layout.NameLine > 0 ? layout.FeeEnd - small.Width(scale.Unit) - 3 * layout.Nudge : layout.BarsTo);
        var surplusStart = Math.Min(most - small.Width(surplus), Math.Max(zero + 1.5 * layout.Nudge, least + 3 * layout.Nudge));
        Head(Math.Min(surplusStart - 3 * layout.Nudge, Math.Max(zero - 1.5 * layout.Nudge, least)), worst, scale.Unit, Anchor.End);
        Head(surplusStart, surplus, scale.Unit, Anchor.Start);
        if (layout.NameLine == 0)
            Head(left + layout.Width, texts["client.payback"], texts["client.month"], Anchor.End);

        void Head(double x, string words, string unit, Anchor anchor)
        {
            canvas.Text(x, upper, words, small, Style.Text2, anchor);
            canvas.Text(x, lower, unit, small, Style.Text2, anchor);
        }
    }

    private void DrawRow(ICanvas canvas, FeeOption option, double left, double top, bool isOffered)
    {
        var style = option.IsRecommended ? layout.Strong : layout.Label;
        var middle = top + layout.NameLine + (layout.Pitch - layout.NameLine) / 2;
        var baseline = layout.NameLine > 0 ? top + layout.Nudge + style.Baseline : middle + 0.35 * style.Size;
        var fee = scale.Number(option.ExpectedFee.Amount);
        var nameX = left;
        if (option.Letter is { } letter)
        {
            canvas.Text(left, baseline, letter, layout.Strong, option.IsRecommended ? accent : Style.Ink);
            nameX += Math.Max(1.5 * style.Size, layout.Strong.Width(letter) + 0.75 * style.Size);
        }

        DrawName(canvas, option.Name, nameX, left + layout.FeeEnd - style.Width(fee) - 2 * layout.Nudge - nameX, baseline, style);
        canvas.Text(left + layout.FeeEnd, baseline, fee, style, Style.Ink, Anchor.End);
        DrawBars(canvas, option, left, middle, style, isOffered);
        if (layout.NameLine > 0)
            return;
        var month = option.PaybackMonth is { } payback ? formats.Quantity(payback) : "\u2013";
        canvas.Text(left + layout.Width, baseline, month, style, Style.Ink, Anchor.End);
    }

    // On two lines where one does not hold it; above its bars there is room for one.
    private void DrawName(ICanvas canvas, string name, double x, double width, double baseline, TextStyle style)
    {
        var lines = LineBreaker.Limited(name, style, width, layout.NameLine > 0 ? 1 : 2);
        var pitch = 1.2 * style.Size;
        for (var i = 0; i < lines.Count; i++)
        {
            var (words, at) = (lines[i].Words, baseline + (i - (lines.Count - 1) / 2.0) * pitch);
            // A name above its bars stands across the zero line and the grid, which leave it free.
            if (layout.NameLine > 0)
                canvas.Rectangle(x - layout.Nudge / 2, at - 0.85 * style.Size, style.Width(words) + layout.Nudge, 1.15 * style.Size, Style.Paper);
            canvas.Text(x, at, words, style, Style.Ink);
        }
    }

    private void DrawBars(ICanvas canvas, FeeOption option, double left, double middle, TextStyle style, bool isOffered)
    {
        var (zero, surplus, worst) = (left + axis.At(0), left + axis.At(option.ClientSurplus.Amount), left + axis.At(option.ClientCvar.Amount));
        // Bars that point the same way share the row's height.
        var areApart = surplus >= zero && worst <= zero;
        var (height, upper) = (areApart ? layout.BarHeight : layout.BarHeight / 2, middle - layout.BarHeight / 2);
        Bar(canvas, zero, worst, areApart ? upper : middle, height, isOffered ? Style.Ochre : Style.OchreTint, Style.Ochre, isOffered);
        Bar(canvas, zero, surplus, upper, height, isOffered ? Style.Blue : Style.BlueTint, Style.Blue, isOffered);
        var (gap, baseline) = (style.Size / 2, middle + 0.35 * style.Size);
        canvas.Text(Math.Min(zero, Math.Min(worst, surplus)) - gap, baseline, scale.Number(option.ClientCvar.Amount), style, Style.Ink, Anchor.End);
        canvas.Text(Math.Max(zero, Math.Max(worst, surplus)) + gap, baseline, scale.Number(option.ClientSurplus.Amount), style, Style.Ink);
    }

    private void Bar(ICanvas canvas, double zero, double end, double top, double height, Colour fill, Colour outline, bool isSolid)
    {
        var (from, width, pen) = (Math.Min(zero, end), Math.Abs(end - zero), 1.5 * layout.Hairline);
        if (isSolid)
            canvas.Rectangle(from, top, width, height, fill);
        else
            canvas.Rectangle(from, top + pen / 2, width, height - pen, fill, new(outline, pen));
    }
}
