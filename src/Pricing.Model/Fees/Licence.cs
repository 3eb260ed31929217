using Pricing.Model.Quantities;

namespace Pricing.Model.Fees;

/// <summary>A base fee on cost and a licence on the idea, priced by its usage.</summary>
/// <param name="BaseMargin">Margin on the base fee, a fraction below 1.</param>
/// <param name="Roles">Codes of the roles that author the idea.</param>
/// <param name="Phase">Phase in which they do.</param>
/// <param name="Usage">Usage factors.</param>
/// <remarks>
/// fee = B + idea × (type + territory + term + scope) + T + K with B = (L + A) / (1 − baseMargin) and idea = planned hours
/// of the roles in the phase's work packages whose method is not AI, at the undiscounted card rate.
/// Source: docs/formulas/fees.md, "Licence".
/// </remarks>
public sealed record Licence(decimal BaseMargin, IReadOnlyList<string> Roles, Phase Phase, LicenceUsage Usage) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "licence";

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var baseFee = (basis.Work.OwnCost / (1 - basis.Term(BaseMargin, "baseMargin"))).Named("base fee");
        Money[] authors = [.. Roles.Distinct(StringComparer.Ordinal).Select(role => basis.IdeaValue(Phase, role).Named($"{role} hours at card rate"))];
        var idea = Money.Sum(authors).Named("idea at card rates");
        var usage = (basis.Term(Usage.Type, "usage/type") + basis.Term(Usage.Territory, "usage/territory")
            + basis.Term(Usage.Term, "usage/term") + basis.Term(Usage.Scope, "usage/scope")).Named("usage factor");
        return FeeSchedule.Same(baseFee + (idea * usage).Named("licence") + basis.Work.PassThrough);
    }
}

/// <summary>What the client may do with the idea, each as a factor on the idea's price.</summary>
/// <param name="Type">Simple or exclusive.</param>
/// <param name="Territory">Region to world.</param>
/// <param name="Term">Years.</param>
/// <param name="Scope">Size of the use.</param>
public sealed record LicenceUsage(decimal Type, decimal Territory, decimal Term, decimal Scope)
{
    /// <summary>All four together.</summary>
    public decimal Sum => Type + Territory + Term + Scope;
}
