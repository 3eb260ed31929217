using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Fees;

namespace Pricing.Model.Proposals;

/// <summary>Whether a fee holds the revision rounds to be expected beyond the included ones.</summary>
/// <remarks>A fixed price rests on planned work. Of the others, those that charge expected work hold their hours, and all pass on their third parties.</remarks>
internal static class FurtherRounds
{
    /// <summary>Whether a structure's fee holds them.</summary>
    public static bool AreIn(Comparison comparison, FeeStructure structure)
    {
        var lines = comparison.Cost.Lines.Where(line => line.Source == "/revisions" && !line.Amount.IsZero).ToList();
        return lines.Any(line => Charges(structure, line));
    }

    private static bool Charges(FeeStructure structure, CostLine line) => structure switch
    {
        Combined combined => combined.Parts.Any(part => part.Phases.Any(phase => phase == line.Phase) && Charges(part.Structure, line)),
        Fixed => false,
        Hourly or Retainer or Licence => true,
        _ => line.Kind == CostLineKind.OtherThirdParty,
    };
}
