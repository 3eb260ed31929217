using Pricing.Model.Comparisons;
using Pricing.Model.Fees;

namespace Pricing.Model.Proposals;

/// <summary>Which fee structures go to the client.</summary>
/// <param name="Structures">Positions in the document's fee structures, one to three.</param>
/// <param name="Recommended">The recommended one of them.</param>
public sealed record Offer(IReadOnlyList<int> Structures, int Recommended)
{
    /// <summary>Most options of an offer.</summary>
    public const int MostOptions = 3;

    /// <summary>
    /// The offer where nobody chose one: of the structures that may be offered and lie inside the bargaining range, the three
    /// that are worth most to the agency after risk; recommended is the one that leaves the client the mildest worst case.
    /// </summary>
    /// <returns>The offer; null where no structure may be offered.</returns>
    public static Offer? Suggested(Comparison comparison)
    {
        var offerable = Enumerable.Range(0, comparison.Structures.Count).Where(i => MayBeOffered(comparison, i)).ToList();
        var inside = offerable.Where(i => comparison.Structures[i].RangePosition == Value.RangePosition.Inside).ToList();
        int[] best = [.. (inside.Count > 0 ? inside : offerable).OrderByDescending(i => comparison.Structures[i].CertaintyEquivalent!.Value.Amount).Take(MostOptions)];
        return best.Length == 0
            ? null
            : new([.. best.Order()], best.MaxBy(i => comparison.Structures[i].ClientCvar!.Value.Amount));
    }

    /// <summary>Whether a structure may go to a client: it has a fee, keeps the books closed, and its price is neither floor nor cost.</summary>
    public static bool MayBeOffered(Comparison comparison, int index)
    {
        var structure = comparison.Structures[index];
        if (structure.ExpectedFee is not { } fee || ClientTerms.OpensTheBooks(structure.Structure))
            return false;
        var printed = fee.ToMinorUnit(comparison.Currency);
        return printed != comparison.BargainingRange.Floor.ToMinorUnit(comparison.Currency)
            && printed != comparison.Cost.Total.ToMinorUnit(comparison.Currency);
    }

    /// <summary>Whether a structure's fee depends on what comes of the campaign, and not on effort alone.</summary>
    public static bool FollowsOutcome(Comparison comparison, int index)
    {
        var fee = ((FeeSchedule.Feasible)comparison.Structures[index].Price.Fee).Fee;
        return Enumerable.Range(0, comparison.States.Outcome.Count).Select(outcome => fee.ExpectedIn(comparison.States, outcome)).Distinct().Skip(1).Any();
    }
}
