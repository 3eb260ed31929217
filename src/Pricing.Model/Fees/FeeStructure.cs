using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>A way to charge for an engagement, with its parameters as agreed.</summary>
/// <remarks>The list of structures is the list of files in this folder.</remarks>
public abstract record FeeStructure
{
    private protected FeeStructure()
    {
    }

    /// <summary>Name of the type on the wire, such as <c>valueBased</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The structure's name; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Share of the fee without pass-through that is taken off at the end, a fraction below 1.</summary>
    public decimal Discount { get; init; }

    /// <summary>Why the discount is given.</summary>
    public string? DiscountReason { get; init; }

    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the fee is worked out from the cost as it comes, so that it follows when cost changes after the agreement.</summary>
    public virtual bool FollowsCost => false;

    /// <summary>The fee in every state, before and after discount.</summary>
    public PricedFee Price(FeeBasis basis) => Price(basis, basis.Term(Discount, "discount"));

    /// <summary>The fee of an agreement made earlier: as agreed, unless it follows cost; a state still pays by its multiplier and achievements.</summary>
    /// <param name="agreed">What the agreement was priced on.</param>
    /// <param name="now">What has become of it.</param>
    internal virtual PricedFee PriceAgreed(FeeBasis agreed, FeeBasis now) =>
        Price(FollowsCost ? now : agreed with { States = now.States });

    internal virtual PricedFee Price(FeeBasis basis, Figure discount)
    {
        var listed = Listed(basis);
        return new PricedFee(listed, listed.After(discount, basis.Work.PassThrough), []);
    }

    /// <summary>The fee of the table in docs/formulas/fees.md, before discount.</summary>
    private protected abstract FeeSchedule Listed(FeeBasis basis);
}

/// <summary>A fee in every state, or the news that there is none.</summary>
public abstract record FeeSchedule
{
    private FeeSchedule()
    {
    }

    /// <summary>The fee less the discount on all but pass-through: fee = listed − discount × max(0, listed − T − K).</summary>
    internal FeeSchedule After(Figure discount, Money passThrough) => this is Feasible feasible && discount.Value != 0
        ? new Feasible(feasible.Fee - (feasible.Fee - passThrough).AtLeast(Money.Zero) * discount)
        : this;

    /// <summary>The same fee in every state.</summary>
    internal static FeeSchedule Same(Money fee) => new Feasible(StateAmounts.Same(fee));

    /// <summary>A fee.</summary>
    /// <param name="Fee">The fee in every joint state.</param>
    public sealed record Feasible(StateAmounts Fee) : FeeSchedule;

    /// <summary>No deal: the agency's floor lies above the client's ceiling.</summary>
    /// <param name="Gap">Floor less ceiling.</param>
    public sealed record Infeasible(Money Gap) : FeeSchedule;
}

/// <summary>A structure's price.</summary>
/// <param name="Listed">Before discount.</param>
/// <param name="Fee">After discount.</param>
/// <param name="Parts">The parts of a combined structure, in the order sent; empty for every other.</param>
public sealed record PricedFee(FeeSchedule Listed, FeeSchedule Fee, IReadOnlyList<PricedPart> Parts);

/// <summary>A part of a combined structure with its price.</summary>
/// <param name="Structure">How the part is charged.</param>
/// <param name="Work">The work of the part's phases.</param>
/// <param name="Listed">Before discount.</param>
/// <param name="Fee">After discount.</param>
public sealed record PricedPart(FeeStructure Structure, Work Work, FeeSchedule Listed, FeeSchedule Fee);
