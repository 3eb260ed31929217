using Pricing.Documents.Texts;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Charts;

/// <summary>The client's comparison: fee, expected surplus, worst cases and payback; no cost, profit or floor.</summary>
/// <remarks>Widths are those of the text area, 484.</remarks>
internal sealed class ClientComparisonChart
{
    private const double Width = 484;
    private const double Head = 31;
    private const double Pitch = 24.5;
    private const double BarHeight = 12.25;
    private const double GroupGap = 14;
    private const double TickRow = 17.5;
    private const double FeeEnd = 184;
    private const double BarsFrom = 229;
    private const double BarsTo = 428;

    private readonly IReadOnlyList<FeeOption> offered;
    private readonly IReadOnlyList<FeeOption> others;
    private readonly decimal tail;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly Colour accent;
    private readonly AmountScale scale;
    private readonly Axis axis;

    public ClientComparisonChart(ClientProposal proposal, DocumentTexts texts, Formats formats, Colour accent, int mostOthers)
    {
        (offered, others, tail) = (proposal.Options, [.. proposal.Alternatives.Take(mostOthers)], proposal.TailProbability);
        (this.texts, this.formats, this.accent) = (texts, formats, accent);
        var all = offered.Concat(others).ToArray();
        decimal[] ends = [0, .. all.Select(option => option.ClientSurplus.Amount), .. all.Select(option => option.ClientCvar.Amount)];
        scale = formats.ScaleFor(Math.Max(ends.Max(), all.Max(option => option.ExpectedFee.Amount)));
        axis = new(ends.Min(), ends.Max(), BarsFrom, BarsTo);
    }

    public double Height => Head + (offered.Count + others.Count) * Pitch + GroupGaps + TickRow;

    private double GroupGaps => others.Count == 0 ? 3.5 : GroupGap + 3.5;

    public void Draw(ICanvas canvas, double left, double top)
    {
        DrawHeads(canvas, left, top);
        var first = top + Head;
        var bottom = first + (offered.Count + others.Count) * Pitch + GroupGaps;
        foreach (var tick in axis.Ticks(6))
        {
            canvas.Line(left + axis.At(tick), first - 3.5, left + axis.At(tick), bottom, new(Style.Grid, Style.Hairline));
            canvas.Text(left + axis.At(tick), bottom + 3.5 + Style.Micro.Baseline, scale.Tick(tick), Style.Micro, Style.Text2, Anchor.Middle);
        }

        canvas.Line(left, first, left + Width, first, new(Style.Rule, Style.Hairline));
        for (var i = 0; i < offered.Count; i++)
            DrawRow(canvas, offered[i], left, first + (i + 0.5) * Pitch, isOffered: true);
        if (others.Count > 0)
        {
            var second = first + offered.Count * Pitch + GroupGap;
            canvas.Line(left, second, left + Width, second, new(Style.Rule, Style.Hairline));
            for (var i = 0; i < others.Count; i++)
                DrawRow(canvas, others[i], left, second + (i + 0.5) * Pitch, isOffered: false);
        }

        canvas.Line(left + axis.At(0), first - 6, left + axis.At(0), bottom, new(Style.Ink, 1));
    }

    private void DrawHeads(ICanvas canvas, double left, double top)
    {
        var zero = left + axis.At(0);
        var (upper, lower) = (top + Style.Micro.Baseline, top + Style.Micro.Line + Style.Micro.Baseline);
        canvas.Text(left + FeeEnd, upper, texts["client.fee"], Style.Micro, Style.Text2, Anchor.End);
        canvas.Text(left + FeeEnd, lower, scale.Unit, Style.Micro, Style.Text2, Anchor.End);

        // Where all results are good or all bad, the zero lies at an end and the heads keep to the bars' room.
        var (worst, surplus) = (texts.Say("client.worst", formats.Percent(tail)), texts["client.surplus"]);
        var surplusStart = Math.Min(left + BarsTo - Style.Micro.Width(surplus), Math.Max(zero + 5, left + FeeEnd + 24 + Style.Micro.Width(worst)));
        var worstEnd = Math.Min(surplusStart - 10, Math.Max(zero - 5, left + FeeEnd + 14 + Style.Micro.Width(worst)));
        canvas.Text(worstEnd, upper, worst, Style.Micro, Style.Text2, Anchor.End);
        canvas.Text(worstEnd, lower, scale.Unit, Style.Micro, Style.Text2, Anchor.End);
        canvas.Text(surplusStart, upper, surplus, Style.Micro, Style.Text2);
        canvas.Text(surplusStart, lower, scale.Unit, Style.Micro, Style.Text2);
        canvas.Text(left + Width, upper, texts["client.payback"], Style.Micro, Style.Text2, Anchor.End);
        canvas.Text(left + Width, lower, texts["client.month"], Style.Micro, Style.Text2, Anchor.End);
    }

    private void DrawRow(ICanvas canvas, FeeOption option, double left, double middle, bool isOffered)
    {
        var style = option.IsRecommended ? Style.ChartLabelStrong : Style.ChartLabel;
        var baseline = middle + 2.8;
        var fee = scale.Number(option.ExpectedFee.Amount);
        var nameX = left;
        if (option.Letter is { } letter)
        {
            canvas.Text(left, baseline, letter, Style.ChartLabelStrong, option.IsRecommended ? accent : Style.Ink);
            nameX += Math.Max(12, Style.ChartLabelStrong.Width(letter) + 6);
        }

        canvas.Text(nameX, baseline, style.Cut(Legible.Of(option.Name), left + FeeEnd - style.Width(fee) - 7 - nameX), style, Style.Ink);
        canvas.Text(left + FeeEnd, baseline, fee, style, Style.Ink, Anchor.End);
        DrawBars(canvas, option, left, middle, style, isOffered);
        var month = option.PaybackMonth is { } payback ? formats.Quantity(payback) : "\u2013";
        canvas.Text(left + Width, baseline, month, style, Style.Ink, Anchor.End);
    }

    private void DrawBars(ICanvas canvas, FeeOption option, double left, double middle, TextStyle style, bool isOffered)
    {
        var (zero, surplus, worst) = (left + axis.At(0), left + axis.At(option.ClientSurplus.Amount), left + axis.At(option.ClientCvar.Amount));
        // Bars that point the same way share the row's height.
        var areApart = surplus >= zero && worst <= zero;
        var (height, upper) = (areApart ? BarHeight : BarHeight / 2, middle - BarHeight / 2);
        Bar(canvas, zero, worst, areApart ? upper : middle, height, isOffered ? Style.Ochre : Style.OchreTint, Style.Ochre, isOffered);
        Bar(canvas, zero, surplus, upper, height, isOffered ? Style.Blue : Style.BlueTint, Style.Blue, isOffered);
        canvas.Text(Math.Min(zero, Math.Min(worst, surplus)) - 4, middle + 2.8, scale.Number(option.ClientCvar.Amount), style, Style.Ink, Anchor.End);
        canvas.Text(Math.Max(zero, Math.Max(worst, surplus)) + 4, middle + 2.8, scale.Number(option.ClientSurplus.Amount), style, Style.Ink);
    }

    private static void Bar(ICanvas canvas, double zero, double end, double top, double height, Colour fill, Colour outline, bool isSolid)
    {
        var (from, width) = (Math.Min(zero, end), Math.Abs(end - zero));
        if (isSolid)
            canvas.Rectangle(from, top, width, height, fill);
        else
            canvas.Rectangle(from, top + 0.375, width, height - 0.75, fill, new(outline, 0.75));
    }
}
