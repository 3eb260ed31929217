using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>Each phase charged its own way; the fee is the sum of the parts.</summary>
/// <param name="Parts">The parts, at least one. A part without phases is a bonus on top.</param>
/// <remarks>
/// A part prices the work of its own phases; value, states and payout are the engagement's. The ceiling of a value-based
/// part is the engagement's less the expected fees of the other parts after discount. A discount is taken from each part.
/// Source: docs/formulas/fees.md, "Combined".
/// </remarks>
public sealed record Combined(IReadOnlyList<CombinedPart> Parts) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "combined";

    internal override PricedFee Price(FeeBasis basis, Figure discount)
    {
        var parts = new PricedPart[Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Parts[i].Structure is not ValueBased)
                parts[i] = PricePart(i, basis, discount);
        }

        for (var i = 0; i < parts.Length; i++)
            parts[i] ??= PricePart(i, basis with { Ceiling = CeilingLeft(basis, parts) }, discount);

        return Sum(parts);
    }

    internal override PricedFee PriceAgreed(FeeBasis agreed, FeeBasis now)
    {
        // A value-based part keeps what the others left it when the deal was made.
        var asAgreed = Parts.Any(part => part.Structure is ValueBased) ? Price(agreed).Parts : [];
        var parts = new PricedPart[Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var structure = Parts[i].Structure;
            var part = structure is ValueBased
                ? asAgreed[i]
                : PricePart(i, structure.FollowsCost ? now : agreed with { States = now.States }, now.Term(Discount, "discount"));
            parts[i] = part with { Work = now.WorkOf(Parts[i].Phases) };
        }

        return Sum(parts);
    }

    private protected override FeeSchedule Listed(FeeBasis basis) => Price(basis, 0).Listed;

    private static Money CeilingLeft(FeeBasis basis, PricedPart?[] priced)
    {
        var others = Money.Zero;
        foreach (var part in priced)
        {
            if (part?.Fee is FeeSchedule.Feasible { Fee: var fee })
                others += fee.Expected(basis.States);
        }

        return (basis.Ceiling - others.Named("expected fees of the other parts")).Named("ceiling left by the other parts");
    }

    private PricedPart PricePart(int index, FeeBasis basis, Figure discount)
    {
        var part = Parts[index];
        var work = basis.WorkOf(part.Phases);
        var own = basis with { Work = work, Pointer = basis.Pointer is null ? null : $"{basis.Pointer}/parts/{index}/structure" };
        var price = part.Structure.Price(own, discount);
        return new(part.Structure, work, price.Listed, price.Fee);
    }

    private static PricedFee Sum(PricedPart[] parts) => new(Sum(parts.Select(part => part.Listed)), Sum(parts.Select(part => part.Fee)), parts);

    // One part without a fee leaves the whole without one; its gap is the structure's.
    private static FeeSchedule Sum(IEnumerable<FeeSchedule> parts)
    {
        var sum = StateAmounts.Same(Money.Zero);
        foreach (var part in parts)
        {
            if (part is not FeeSchedule.Feasible feasible)
                return part;
            sum += feasible.Fee;
        }

        return new FeeSchedule.Feasible(sum);
    }
}

/// <summary>A part of a combined structure.</summary>
/// <param name="Phases">Phases whose work the part prices; none for a bonus on top.</param>
/// <param name="Structure">How it is charged; any structure but another combined one.</param>
public sealed record CombinedPart(IReadOnlyList<Phase> Phases, FeeStructure Structure);
