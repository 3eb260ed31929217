using System.Globalization;
using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Model.Analyses;

namespace Pricing.Application.Features.Analyses;

/// <summary>Reads what parameters of several kinds share.</summary>
internal static class ParameterReading
{
    private const int MostLevers = 20;

    private static readonly CodeTable<FeeTerms> FeeTermsCodes = new(("agreed", FeeTerms.Agreed), ("quoted", FeeTerms.Quoted));

    /// <summary>Place of a fee structure.</summary>
    public static int StructurePlace(this ObjectReader parameters, AnalysisSubject subject, string name = "structure", int place = 0) =>
        parameters.OptionalWhole(name, 0, subject.Engagement.FeeStructures.Count - 1) ?? place;

    /// <summary>Place of a fee structure of one type: the one named, else the first at the top level; null where there is none.</summary>
    public static int? StructurePlace<TStructure>(this ObjectReader parameters, AnalysisSubject subject, string name)
        where TStructure : Model.Fees.FeeStructure
    {
        var structures = subject.Engagement.FeeStructures;
        if (parameters.OptionalWhole(name, 0, structures.Count - 1) is not { } place)
            return structures.Index().Where(entry => entry.Item is TStructure).Select(entry => (int?)entry.Index).FirstOrDefault();
        if (structures[place] is not TStructure)
            parameters.Fault(name, string.Create(CultureInfo.InvariantCulture, $"{name} names structure {place}, which is of type {structures[place].Type}; this analysis needs another type there."));
        return place;
    }

    /// <summary>A list of numbers; null where it is left out.</summary>
    public static IReadOnlyList<decimal>? OptionalNumbers(this ObjectReader parameters, string name, Allowed allowed, int maximum) =>
        parameters.OptionalValues(name, (values, node) => values.Number(node, $"An entry of {name}", allowed), maximum)?.Select(number => number.Value).ToList();

    /// <summary>A figure of the comparison.</summary>
    public static Sent<ComparisonFigure> ComparedFigure(this ObjectReader parameters) => parameters.Code("figure", AnalysisCodes.Figures);

    /// <summary>How fees answer to a change.</summary>
    public static FeeTerms Fees(this ObjectReader parameters, FeeTerms usual) => parameters.OptionalCode("fees", FeeTermsCodes) ?? usual;

    /// <summary>A list of levers, each once; by default those that move something.</summary>
    public static IReadOnlyList<Lever> Levers(this ObjectReader parameters, MovableEngagement engagement)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var levers = parameters.OptionalValues("levers", (values, node) => LeverOf(values, node, "A lever", engagement, sent), MostLevers);
        return levers is null
            ? [.. NamedLevers.Default.Select(engagement.Find).OfType<Lever>()]
            : [.. levers.Where(lever => lever.IsRead).Select(lever => lever.Value)];
    }

    /// <summary>One lever.</summary>
    public static Lever Lever(this ObjectReader parameters, MovableEngagement engagement) =>
        parameters.Value("lever", (values, node) => LeverOf(values, node, "lever", engagement, []));

    private static Sent<Lever> LeverOf(ValueReader values, TreeNode node, string name, MovableEngagement engagement, HashSet<string> sent)
    {
        var text = values.Text(node, name, Limits.Description);
        if (!text.IsRead)
            return default;
        var lever = engagement.Find(text);
        if (!sent.Add(text))
            values.Faults.Add(node, $"The lever {JsonText.Quote(text)} stands twice in the list.");
        else if (lever is null)
            values.Faults.Add(node, $"The lever {JsonText.Quote(text)} moves no number of this engagement; it is a JSON pointer to a number or one of {NamedLevers.List}.");
        else
            return new(lever, true);
        return default;
    }
}
