using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Fees;

/// <summary>A monthly fee for included hours; hours beyond a tolerance are charged on top.</summary>
/// <param name="Months">Term in months, 1 to 240.</param>
/// <param name="IncludedHours">Hours included each month.</param>
/// <param name="Tolerance">Share of the included hours that may be exceeded free of charge.</param>
/// <param name="Rate">Price of an hour; null for the mean card rate of the expected hours less the card's discount.</param>
/// <param name="AiMarkup">Markup on AI cost, a fraction.</param>
/// <param name="ThirdPartyMarkup">Markup on third parties, a fraction.</param>
/// <remarks>
/// fee(f) = n (h r + max(0, w − h (1 + tolerance)) r) + A (1 + aiMarkup) + T (1 + thirdPartyMarkup) + K with
/// w = expected hours × f / n and by default r = Card / expected hours × (1 − discount); realisation is left out.
/// Source: docs/formulas/fees.md, "Retainer".
/// </remarks>
public sealed record Retainer(
    int Months, decimal IncludedHours, decimal Tolerance, decimal? Rate, decimal AiMarkup, decimal ThirdPartyMarkup) : FeeStructure
{
    /// <inheritdoc/>
    public override string Type => "retainer";

    /// <inheritdoc/>
    public override bool FollowsCost => true;

    private protected override FeeSchedule Listed(FeeBasis basis)
    {
        var months = basis.Term(Months, "months");
        var included = new Hours(basis.Term(IncludedHours, "includedHours"));
        var free = included * (1 + basis.Term(Tolerance, "tolerance"));
        var rate = RateFor(basis);
        var others = basis.AiWith(basis.Term(AiMarkup, "aiMarkup")) + basis.PassThroughWith(basis.Term(ThirdPartyMarkup, "thirdPartyMarkup"));
        var fees = StateAmounts.PerCost(basis.States, state =>
        {
            var worked = (basis.Work.ExpectedHours.Figure * state.Factor / months).Named("hours worked a month");
            var overage = new Hours(Figure.Max(0, worked - free.Figure).Named("overage hours a month"));
            return months * (included * rate + overage * rate) + others;
        });
        return new FeeSchedule.Feasible(fees);
    }

    /// <summary>r: the agreed rate, or the mean card rate of the expected hours less the card's discount.</summary>
    internal HourlyRate RateFor(FeeBasis basis)
    {
        if (Rate is { } rate)
            return new(basis.Term(rate, "rate"));
        if (basis.Work.ExpectedHours.IsZero)
            throw new InvalidOperationException("The work has no hours to take a rate from.");
        var mean = basis.Work.CardValue.Figure / basis.Work.ExpectedHours.Figure * (1 - basis.RateCardDiscount);
        return new(mean.Named("mean card rate after discount"));
    }
}
