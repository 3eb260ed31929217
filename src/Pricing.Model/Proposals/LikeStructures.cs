using Pricing.Model.Fees;

namespace Pricing.Model.Proposals;

/// <summary>Structures that charge the same but for their names, words and discounts.</summary>
internal static class LikeStructures
{
    /// <summary>Whether two structures are like that.</summary>
    // Records compare lists by identity, so what holds lists is compared entry by entry.
    public static bool Are(FeeStructure one, FeeStructure other) => (Bare(one), Bare(other)) switch
    {
        (PerUnit left, PerUnit right) => left.Units.SequenceEqual(right.Units) && left with { Units = right.Units } == right,
        (Licence left, Licence right) => left.Roles.SequenceEqual(right.Roles) && left with { Roles = right.Roles } == right,
        (Combined left, Combined right) => left.Parts.Count == right.Parts.Count && left.Parts.Zip(right.Parts).All(
            pair => pair.First.Phases.SequenceEqual(pair.Second.Phases) && Are(pair.First.Structure, pair.Second.Structure)),
        var (left, right) => left == right,
    };

    private static FeeStructure Bare(FeeStructure structure) => structure with { Name = null, Id = null, Description = null, Discount = 0, DiscountReason = null };
}
