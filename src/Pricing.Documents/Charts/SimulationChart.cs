using Pricing.Documents.Texts;
using Pricing.Model.Simulations;

namespace Pricing.Documents.Charts;

/// <summary>What agency and client make under each fee structure: histograms, with where most trials lie below them.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="tailProbability">Share of worst trials that the value at risk bounds, a fraction.</param>
/// <param name="subject">The engagement.</param>
public sealed class SimulationChart(SimulationResult simulation, decimal tailProbability, ChartSubject subject) : Chart(subject.Currency)
{
    private protected override IDrawing DrawingOf(DocumentTexts texts, Formats formats, int width, int height)
    {
        var agency = new SimulatedPanel(texts["simulation.agency"], Style.Navy, [.. simulation.Structures.Select(structure => structure.Agency)], formats);
        var client = new SimulatedPanel(texts["simulation.client"], Style.Blue, [.. simulation.Structures.Select(structure => structure.Client)], formats);
        var metrics = ChartMetrics.For(width);
        var (least, most) = (simulation.Structures.Count * 5.4 * metrics.Label, Math.Max(1, simulation.Structures.Count) * 24 * metrics.Label);
        var frame = new ChartFrame(texts, Words(texts, formats, agency, client), width, height, least + SimulationDrawing.HeadOf(metrics), most + SimulationDrawing.HeadOf(metrics));
        return new SimulationDrawing(frame, [.. simulation.Structures.Select((_, i) => subject.NameOf(i, texts))], [agency, client], texts, formats);
    }

    private ChartWords Words(DocumentTexts texts, Formats formats, SimulatedPanel agency, SimulatedPanel client)
    {
        var definition = texts["simulation.definition"];
        if (!agency.HasOneScale || !client.HasOneScale)
            definition += $" {texts["simulation.ownScale"]}";
        if (Math.Max(agency.ShareOutside, client.ShareOutside) is > 0 and var outside)
            definition += $" {texts.Say("simulation.outside", formats.Percent(Math.Max(0.0001m, (decimal)outside)))}";
        var footnote = texts.Say("simulation.footnote", formats.Quantity(simulation.Trials), Formats.Digits(simulation.Seed));
        return new(Finding(texts, agency.Scale), definition, subject.Footnote(footnote))
        {
            Key =
            [
                new(texts["simulation.profit"], Style.Navy), new(texts["simulation.surplus"], Style.Blue), new(texts["simulation.loss"], Style.Ochre),
                new(texts.Say("simulation.ofTrials", formats.Percent(0.9m)), Style.SlateTint), new(texts.Say("simulation.ofTrials", formats.Percent(0.5m)), Style.Slate),
                new(texts["simulation.median"], Style.Ink, KeyShape.Tick), new(texts["simulation.mean"], Style.Ink, KeyShape.Ring),
                new(texts.Say("simulation.valueAtRisk", formats.Percent(tailProbability)), Style.Ochre, KeyShape.Dot),
            ],
        };
    }

    private string Finding(DocumentTexts texts, AmountScale scale)
    {
        (string Name, SampleStatistics Profit)[] feasible =
        [
            .. simulation.Structures.Select((structure, i) => (Name: Lines.Short(subject.NameOf(i, texts)), Profit: structure.Agency?.Statistics))
                .Where(structure => structure.Profit is not null).Select(structure => (structure.Name, structure.Profit!)).OrderByDescending(structure => structure.Item2.Mean),
        ];
        if (feasible is not [var best, .. var others])
            return texts["simulation.finding.none"];
        var mean = scale.InText((decimal)best.Profit.Mean);
        if (others.Length == 0)
            return texts.Say("simulation.finding.one", best.Name, mean);
        var calmest = feasible.MinBy(structure => structure.Profit.StandardDeviation);
        return calmest == best
            ? texts.Say("simulation.finding.both", best.Name, mean)
            : texts.Say("simulation.finding", best.Name, mean, calmest.Name);
    }
}

/// <summary>One side of the table over all structures.</summary>
internal sealed class SimulatedPanel
{
    // A distribution this much denser than another would leave nothing of it to see.
    private const double MostDensityRatio = 4;

    private const double TailRoom = 1.5;

    private readonly double[] densities;

    public SimulatedPanel(string head, Colour fill, IReadOnlyList<SimulatedSide?> sides, Formats formats)
    {
        (Head, Fill, Sides) = (head, fill, sides);
        SimulatedSide[] known = [.. sides.OfType<SimulatedSide>()];
        Least = Math.Min(0, known.Select(side => Math.Max(side.Histogram.Edges[0], Low(side) - TailRoom * Spread(side))).DefaultIfEmpty().Min());
        Most = Math.Max(0, known.Select(side => Math.Min(side.Histogram.Edges[^1], High(side) + TailRoom * Spread(side))).DefaultIfEmpty().Max());
        Scale = formats.ScaleFor((decimal)Math.Max(-Least, Most));
        densities = [.. sides.Select(side => side is null ? 0 : Enumerable.Range(0, side.Histogram.Counts.Count).Max(bin => DensityOf(side, bin)))];
        double[] spread = [.. densities.Where(density => density > 0 && !double.IsInfinity(density))];
        HasOneScale = spread.Length == 0 || spread.Max() <= MostDensityRatio * spread.Min();
        ShareOutside = known.Select(OutsideOf).DefaultIfEmpty().Max();
    }

    public string Head { get; }

    public Colour Fill { get; }

    public IReadOnlyList<SimulatedSide?> Sides { get; }

    public AmountScale Scale { get; }

    public double Least { get; }

    public double Most { get; }

    /// <summary>Whether areas of all structures can be compared; else each fills its own row.</summary>
    public bool HasOneScale { get; }

    /// <summary>Largest share of a structure's trials beyond the ends of the axis.</summary>
    public double ShareOutside { get; }

    /// <summary>Height of a bin as a share of the room there is.</summary>
    public double HeightOf(int structure, int bin)
    {
        var (side, highest) = (Sides[structure]!, HasOneScale ? densities.Where(density => !double.IsInfinity(density)).DefaultIfEmpty().Max() : densities[structure]);
        var density = DensityOf(side, bin);
        return double.IsInfinity(density) ? 1 : highest > 0 ? density / highest : 0;
    }

    // Bins of one structure are equally wide; those of two are not.
    private static double DensityOf(SimulatedSide side, int bin)
    {
        var width = side.Histogram.Edges[bin + 1] - side.Histogram.Edges[bin];
        return width > 0 ? side.Histogram.Counts[bin] / width : side.Histogram.Counts[bin] > 0 ? double.PositiveInfinity : 0;
    }

    private double OutsideOf(SimulatedSide side)
    {
        var (edges, counts) = (side.Histogram.Edges, side.Histogram.Counts);
        var outside = Enumerable.Range(0, counts.Count).Where(bin => edges[bin + 1] <= Least || edges[bin] >= Most).Sum(bin => edges[bin + 1] > edges[bin] ? (double)counts[bin] : 0);
        return outside / Math.Max(1, counts.Sum(count => (double)count));
    }

    private static double Low(SimulatedSide side) => side.Percentiles[0];

    private static double High(SimulatedSide side) => side.Percentiles[^1];

    private static double Spread(SimulatedSide side) => High(side) - Low(side);
}

internal sealed class SimulationDrawing : FramedDrawing
{
    private const double RoomyPitch = 9;

    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<SimulatedPanel> panels;
    private readonly DocumentTexts texts;
    private readonly Formats formats;
    private readonly double nameRoom;
    private readonly double top;
    private readonly double pitch;
    private readonly double label;

    public SimulationDrawing(ChartFrame frame, IReadOnlyList<string> names, IReadOnlyList<SimulatedPanel> panels, DocumentTexts texts, Formats formats)
        : base(frame)
    {
        (this.names, this.panels, this.texts, this.formats, label) = (names, panels, texts, formats, frame.Metrics.Label);
        nameRoom = 0.62 * frame.Metrics.NameWidth;
        top = frame.Top + HeadOf(frame.Metrics);
        pitch = (frame.Bottom - top) / Math.Max(1, names.Count);
    }

    public static double HeadOf(ChartMetrics metrics) => 0.6 * metrics.Label;

    protected override void DrawPlot(ICanvas canvas)
    {
        for (var row = 0; row < names.Count; row++)
        {
            var lines = Lines.Of(names[row], Frame.Strong, nameRoom - 16, pitch > 6 * label ? 3 : 2);
            var first = top + (row + 0.45) * pitch - (lines.Count - 1) * Frame.Metrics.TextLine / 2;
            for (var i = 0; i < lines.Count; i++)
                canvas.Text(Frame.Left, first + i * Frame.Metrics.TextLine, lines[i], Frame.Strong, Style.Ink);
        }

        var gap = 2.4 * label;
        var width = (Frame.Right - Frame.Left - nameRoom - gap) / 2;
        for (var i = 0; i < panels.Count; i++)
            DrawPanel(canvas, panels[i], Frame.Left + nameRoom + i * (width + gap), width);
    }

    private void DrawPanel(ICanvas canvas, SimulatedPanel panel, double left, double width)
    {
        var axis = new Axis((decimal)panel.Least, (decimal)panel.Most, left, left + width);
        canvas.Text(left, Frame.Top - 0.5 * label, Frame.LabelStrong.Cut($"{panel.Head}, {panel.Scale.Unit}", width), Frame.LabelStrong, Style.Ink);
        foreach (var tick in axis.TicksThatFit(5, amount => Frame.Label.Width(panel.Scale.Tick(amount))))
        {
            var (x, half) = (axis.At(tick), Frame.Label.Width(panel.Scale.Tick(tick)) / 2);
            canvas.Line(x, top, x, Frame.Bottom, new(Style.Grid, 1));
            canvas.Text(Math.Clamp(x, left + half, Math.Max(left + half, left + width - half)), Frame.TickBaseline, panel.Scale.Tick(tick), Frame.Label, Style.Text2, Anchor.Middle);
        }

        for (var row = 0; row < names.Count; row++)
            DrawBins(canvas, panel, row, axis, left, width);
        canvas.Line(axis.At(0), top, axis.At(0), Frame.Bottom, new(Style.Ink, 1.5));
        for (var row = 0; row < names.Count; row++)
            DrawFigures(canvas, panel, row, axis, left, width);
    }

    private double HeadOf(int row) => top + row * pitch + 1.3 * label;

    private double BottomOf(int row) => top + (row + 1) * pitch - 2.2 * label;

    private void DrawBins(ICanvas canvas, SimulatedPanel panel, int row, Axis axis, double left, double width)
    {
        var (bins, bottom) = (panel.Sides[row]?.Histogram.Counts.Count ?? 0, BottomOf(row));
        for (var bin = 0; bin < bins; bin++)
            DrawBin(canvas, panel, row, bin, axis, bottom, bottom - HeadOf(row) - 0.6 * label);
        canvas.Line(left, bottom, left + width, bottom, bins == 0 ? new(Style.Rule, 1) : new(Style.Ink, 1));
    }

    private void DrawFigures(ICanvas canvas, SimulatedPanel panel, int row, Axis axis, double left, double width)
    {
        var (head, bottom) = (HeadOf(row), BottomOf(row));
        if (panel.Sides[row] is not { } side)
        {
            Write(canvas, left, head, texts["simulation.infeasible"], width);
            return;
        }

        DrawBand(canvas, panel, side, axis, bottom + 0.45 * label, left, width);
        var loss = side.LossProbability is > 0 and < 0.001 ? $"<\u00A0{formats.Percent(0.001m)}" : formats.Percent((decimal)side.LossProbability, 1);
        Write(canvas, left, head, texts.Say("simulation.figures", panel.Scale.Number((decimal)side.Statistics.Mean), loss, panel.Scale.Number((decimal)side.ValueAtRisk)), width);
    }

    private void Write(ICanvas canvas, double x, double baseline, string words, double width)
    {
        var cut = Frame.Label.Cut(words, width);
        canvas.Rectangle(x, baseline - 0.85 * label, Frame.Label.Width(cut) + 4, 1.15 * label, Style.Paper);
        canvas.Text(x, baseline, cut, Frame.Label, Style.Text2);
    }

    private static void DrawBin(ICanvas canvas, SimulatedPanel panel, int row, int bin, Axis axis, double bottom, double room)
    {
        var edges = panel.Sides[row]!.Histogram.Edges;
        var height = panel.HeightOf(row, bin) * room;
        var (from, to) = (Math.Max(edges[bin], panel.Least), Math.Min(edges[bin + 1], panel.Most));
        if (height <= 0 || from > to)
            return;
        if (from < 0)
            Bar(from, Math.Min(0, to), Style.Ochre);
        if (to > 0 || from >= 0)
            Bar(Math.Max(0, from), to, panel.Fill);

        void Bar(double start, double end, Colour fill)
        {
            var (x, length) = (axis.At((decimal)start), axis.At((decimal)end) - axis.At((decimal)start));
            canvas.Rectangle(x, bottom - height, length > 4 ? length - 0.8 : end > start ? Math.Max(1, length) : 3, height, fill);
        }
    }

    private void DrawBand(ICanvas canvas, SimulatedPanel panel, SimulatedSide side, Axis axis, double y, double left, double width)
    {
        var (height, places) = (0.9 * label, side.Percentiles.Select(percentile => axis.At((decimal)percentile)).ToArray());
        canvas.Rectangle(places[0], y, places[4] - places[0], height, Style.SlateTint);
        canvas.Rectangle(places[1], y, places[3] - places[1], height, Style.Slate);
        canvas.Line(places[2], y - 2, places[2], y + height + 2, new(Style.Ink, 2.5));
        var radius = 0.32 * label;
        canvas.Dot(Inside(side.Statistics.Mean), y + height / 2, radius, Style.Paper, new(Style.Ink, 1.5));
        canvas.Dot(Inside(side.ValueAtRisk), y + height / 2, radius, Style.Ochre, new(Style.Paper, 1));
        if (pitch < RoomyPitch * label)
            return;
        var labels = new Labels(left, left + width);
        var low = texts.Say("simulation.percentile", "5", panel.Scale.Number((decimal)side.Percentiles[0]));
        var high = texts.Say("simulation.percentile", "95", panel.Scale.Number((decimal)side.Percentiles[4]));
        labels.Write(canvas, Math.Min(places[0], Inside(side.ValueAtRisk) - radius) - 6, y + 0.8 * label, low, Frame.Label, Style.Ink, Anchor.End);
        labels.Write(canvas, Math.Max(places[4], Inside(side.Statistics.Mean) + radius) + 6, y + 0.8 * label, high, Frame.Label, Style.Ink);

        double Inside(double amount) => axis.At((decimal)Math.Clamp(amount, panel.Least, panel.Most));
    }
}
