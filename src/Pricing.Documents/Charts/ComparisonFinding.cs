using Pricing.Documents.Texts;

namespace Pricing.Documents.Charts;

/// <summary>The sentence above the internal comparison: what its data say, by rule.</summary>
internal static class ComparisonFinding
{
    public static string Of(ComparisonChartData data, DocumentTexts texts, AmountScale scale, bool withAmount)
    {
        if (data.Rows.Count == 0)
            return texts["comparison.finding.none"];
        if (data.Rows.FirstOrDefault(row => row.IsFeasible) is not { } best)
            return texts.Say("comparison.finding.infeasible", scale.InText(data.Rows[0].Gap));

        var name = Legible.Of(best.Name);
        var earns = best.Profit < 0 ? texts.Say("comparison.finding.losesLeast", name, scale.InText(best.Profit))
            : withAmount ? texts.Say("comparison.finding.earnsMost", name, scale.InText(best.Profit))
            : texts.Say("comparison.finding.earnsMostShort", name);
        var losing = data.Rows.Count(row => row.IsFeasible && row.LossProbability > 0);
        var canLose = losing switch
        {
            0 => texts["comparison.finding.noneCanLose"],
            _ when losing == data.Rows.Count => texts["comparison.finding.allCanLose"],
            1 => texts.Say("comparison.finding.oneCanLose", texts.Number(data.Rows.Count)),
            _ => texts.Say("comparison.finding.manyCanLose", texts.Number(losing), texts.Number(data.Rows.Count)),
        };
        return data.Rows.Count == 1 ? earns : $"{earns}; {canLose}";
    }
}
