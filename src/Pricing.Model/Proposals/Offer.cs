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

    /// <summary>Whether a structure may go to a client: it has a fee, keeps the books closed, and tells no amount of the inside.</summary>
    public static bool MayBeOffered(Comparison comparison, int index) => IsOpenToClients(comparison, index) && GivesAway(comparison, index) is null;

    /// <summary>Whether an option may go to a client, with its split, its extras and its instalments.</summary>
    public static bool MayBeOffered(ProposedOption option) => IsOpenToClients(option.Comparison, option.Structure) && GivesAway(option) is null;

    /// <summary>Whether a structure has a fee and keeps the books closed by its nature.</summary>
    public static bool IsOpenToClients(Comparison comparison, int index) =>
        comparison.Structures[index] is { ExpectedFee: not null, Structure: var structure } && !ClientTerms.OpensTheBooks(structure);

    /// <summary>Which amount that a structure tells is one that stays inside, to the currency's minor unit; null where none is.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="index">Position of a structure that is open to clients.</param>
    public static Giveaway? GivesAway(Comparison comparison, int index)
    {
        var column = comparison.Structures[index];
        return Found(InsideAmounts.Of(comparison, column), ToldAmounts.Of(comparison, column));
    }

    /// <summary>The same of an option, with its split, its extras and its instalments.</summary>
    public static Giveaway? GivesAway(ProposedOption option)
    {
        var column = option.Comparison.Structures[option.Structure];
        return Found(InsideAmounts.Of(option.Comparison, column), ToldAmounts.Of(option.Comparison, column).Concat(ToldAmounts.Beside(ProposalDraft.OptionOf(option, terms: null))));
    }

    private static Giveaway? Found(InsideAmounts inside, IEnumerable<(string Name, decimal Amount)> told)
    {
        foreach (var (name, amount) in told)
        {
            if (inside.NameOf(amount) is { } secret)
                return new(name, secret, inside.Printed(amount));
        }

        return null;
    }

    /// <summary>Whether a structure's fee depends on what comes of the campaign, and not on effort alone.</summary>
    public static bool FollowsOutcome(Comparison comparison, int index)
    {
        var fee = ((FeeSchedule.Feasible)comparison.Structures[index].Price.Fee).Fee;
        return Enumerable.Range(0, comparison.States.Outcome.Count).Select(outcome => fee.ExpectedIn(comparison.States, outcome)).Distinct().Skip(1).Any();
    }
}

/// <summary>An amount that an offer tells and that is one of the inside. It is for who may see figures, and for nobody else.</summary>
/// <param name="Told">Where the offer tells it, in words.</param>
/// <param name="Inside">What of the inside it is, in words.</param>
/// <param name="Amount">The amount, in the currency's minor unit.</param>
public sealed record Giveaway(string Told, string Inside, decimal Amount);
