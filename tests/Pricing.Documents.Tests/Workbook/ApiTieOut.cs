using Pricing.Documents.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests.Workbook;

/// <summary>Compares the named outputs of a workbook with the model, independently of the workbook's own checks.</summary>
internal static class ApiTieOut
{
    public static List<string> Differences(WorkbookFile file, Comparison comparison)
    {
        var differences = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Money("Cost", comparison.Cost.Total);
        Money("Labour", comparison.Cost.Labour);
        Money("DirectLabour", comparison.Cost.DirectLabour);
        Money("PlannedLabour", comparison.Cost.PlannedLabour);
        Money("CardValue", comparison.Cost.CardValue);
        Money("Ai", comparison.Cost.Ai);
        Money("ThirdParty", comparison.Cost.ThirdParty);
        Money("ArtistSocialLevy", comparison.Cost.ArtistSocialLevy);
        Money("ClientValue", comparison.Value.Total);
        Money("Floor", comparison.BargainingRange.Floor);
        Money("Ceiling", comparison.BargainingRange.Ceiling);
        Money("Zopa", comparison.BargainingRange.Zopa);
        Ratio("PlannedHours", comparison.Cost.PlannedHours.Value);
        Ratio("ExpectedHours", comparison.Cost.ExpectedHours.Value);
        Ratio("Split", comparison.Split?.Value);
        for (var i = 0; i < comparison.Structures.Count; i++)
            Structure($"S{i + 1}_", comparison.Structures[i]);
        differences.AddRange(file.Names.Where(name => name.StartsWith("Out_", StringComparison.Ordinal) && !seen.Contains(name)).Select(name => $"{name} was not compared"));
        return differences;

        void Structure(string prefix, StructureComparison column)
        {
            foreach (var figure in FeeFigure.Main.Concat(FeeFigure.More).Where(figure => figure.Key != "rangePosition"))
            {
                var name = prefix + char.ToUpperInvariant(figure.Key[0]) + figure.Key[1..];
                if (figure.Api(column) is Money money)
                    Money(name, money);
                else
                    Ratio(name, (figure.Api(column) as Figure?)?.Value);
            }

            seen.Add($"Out_{prefix}RangePosition");
            var position = file.Named($"Out_{prefix}RangePosition").Text;
            var words = new Dictionary<string, string> { ["Below"] = "darunter", ["Inside"] = "innerhalb", ["Above"] = "darüber" };
            if (position != (column.RangePosition is { } at ? words[at.ToString()] : "entfällt"))
                differences.Add($"{prefix}RangePosition: {column.RangePosition} expected, {position} found");
            for (var p = 0; p < ((column.Structure as Model.Fees.Combined)?.Parts.Count ?? 0); p++)
            {
                var part = column.Parts?[p];
                Money($"{prefix}Part{p + 1}ExpectedFee", part?.ExpectedFee);
                Money($"{prefix}Part{p + 1}ExpectedCost", part?.ExpectedCost);
                Money($"{prefix}Part{p + 1}ExpectedProfit", part?.ExpectedProfit);
                Ratio($"{prefix}Part{p + 1}ProfitMargin", part?.ProfitMargin?.Value);
            }
        }

        void Money(string name, Money? wanted) => Compare(name, wanted?.ToMinorUnit(comparison.Currency), 1e-6);

        void Ratio(string name, decimal? wanted) => Compare(name, wanted, 1e-7);

        void Compare(string name, decimal? wanted, double tolerance)
        {
            seen.Add($"Out_{name}");
            var found = file.Named($"Out_{name}");
            var agrees = wanted is { } number
                ? !found.IsText && Math.Abs(found.Number - (double)number) <= tolerance * Math.Max(1, Math.Abs((double)number) * 1e-6)
                : found.IsText;
            if (!agrees)
                differences.Add($"{name}: {wanted} expected, {found.Text} found");
        }
    }
}
