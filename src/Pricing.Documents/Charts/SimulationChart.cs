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
        var (least, most) = (simulation.Structures.Count * 7 * metrics.Label, Math.Max(1, simulation.Structures.Count) * 24 * metrics.Label);
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
