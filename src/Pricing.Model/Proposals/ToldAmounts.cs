using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Proposals;

/// <summary>The amounts that whoever reads an offer learns from it, told or worked out in a step from what is told, unrounded, with the name of what it is.</summary>
/// <remarks>
/// The one list that <see cref="Offer"/> holds against the inside. A discount names its rate and base, so every fee is known before it, too; what
/// passes through stands in lines of its own, so every fee is known without it; and the parts of a combination are known one by one.
/// </remarks>
internal static class ToldAmounts
{
    /// <summary>What a structure tells by itself.</summary>
    public static IEnumerable<(string Name, decimal Amount)> Of(Comparison comparison, StructureComparison column)
    {
        var price = column.Price;
        var ofParts = price.Parts.SelectMany(part => Of(comparison, part.Structure, part.Work, part.Listed, part.Fee));
        return Of(comparison, column.Structure, comparison.Cost.Work, price.Listed, price.Fee).Concat(ofParts).Concat(LinesOf(PriceTable.Of(comparison, column)));
    }

    /// <summary>What an option tells beside its structure: its price with extras, its split, its sums by VAT rate, its instalments, and what success may pay.</summary>
    public static IEnumerable<(string Name, decimal Amount)> Beside(FeeOption option)
    {
        foreach (var extras in new[] { option.BaseExtras, option.FewestExtras, option.RecommendedExtras, option.AllExtras })
        {
            var added = option.Extras.Where(extra => extras.Contains(extra.Code)).Sum(extra => extra.Amount) - option.ExtrasInPrice.Amount;
            yield return ("the price with extras", option.ExpectedFee.Amount + added);
            yield return ("the price with extras, without third parties and levy", option.ExpectedFee.Amount + added - option.PassThrough.Amount);
        }

        foreach (var line in LinesOf(option.Lines))
            yield return line;
        foreach (var instalment in option.Instalments)
            yield return ("an instalment", instalment.Net);
        foreach (var taxed in option.VatLines)
            yield return ("the net price at a VAT rate", taxed.Net);
        if (option.SuccessSpan is { } success)
        {
            yield return ("the least for success", success.Lowest.Amount);
            yield return ("the most for success", success.Highest.Amount);
        }
    }

    private static IEnumerable<(string Name, decimal Amount)> LinesOf(IReadOnlyList<PriceLine> lines)
    {
        foreach (var line in lines.Where(line => line.Group is PriceGroup.Service or PriceGroup.Success))
            yield return ("a line of the price", line.Amount.Amount);
        foreach (var discount in lines.Where(line => line is { Group: PriceGroup.Discount, Base: not null }))
            yield return ("what the discount is taken of", discount.Base!.Value.Amount);
        var service = Sum(PriceGroup.Service);
        yield return ("the lines of the agency's own work", service);
        yield return ("the lines before success and discount", service + Sum(PriceGroup.ThirdParty));

        decimal Sum(PriceGroup group) => lines.Where(line => line.Group == group).Sum(line => line.Amount.Amount);
    }

    private static IEnumerable<(string Name, decimal Amount)> Of(Comparison comparison, FeeStructure structure, Work work, FeeSchedule listed, FeeSchedule charged)
    {
        decimal[] passThroughs = [.. new[] { 0, work.PassThrough.Amount, PriceTable.PassThroughOf(comparison, structure, work).Amount }.Distinct()];
        var fees = Fees(listed, " before discount").Concat(ReferenceEquals(listed, charged) ? [] : Fees(charged, ""));
        foreach (var (name, fee) in fees)
        {
            foreach (var passThrough in passThroughs)
            {
                var told = passThrough == 0 ? name : $"{name}, without third parties and levy";
                yield return (told, fee - passThrough);
                if (structure is Hourly { Cap: { } cap })
                    yield return ($"{told}, less the cap", fee - passThrough - cap);
            }
        }

        foreach (var (name, amount) in Stated(comparison, structure, work))
        {
            foreach (var passThrough in passThroughs)
                yield return (name, amount + passThrough);
        }

        IEnumerable<(string Name, decimal Amount)> Fees(FeeSchedule schedule, string when) => schedule is FeeSchedule.Feasible { Fee: var fee }
            ? [($"the fee{when}", fee.Expected(comparison.States).Amount), ($"the lowest fee{when}", fee.Lowest.Amount), ($"the highest fee{when}", fee.Highest.Amount), .. ByOutcome(fee, comparison.States).Select(amount => ($"the fee in an outcome{when}", amount))]
            : [];
    }

    // Expected over the cost states, as it is told; worked out once and moved by outcome.
    private static IEnumerable<decimal> ByOutcome(StateAmounts fee, JointStates states)
    {
        if (fee.ByOutcome is not { } byOutcome)
            return [];
        var first = fee.ExpectedIn(states, 0).Amount - byOutcome[0].Amount;
        return byOutcome.Select(amount => first + amount.Amount);
    }

    // Where one structure charges by the hour, its rates are told, and a retainer of the same document can be held against them.
    private static IEnumerable<decimal> ToldRates(Comparison comparison) =>
        comparison.Structures.Any(column => column.Structure is Hourly || column.Structure is Combined combined && combined.Parts.Any(part => part.Structure is Hourly))
            ? ToldTerms.RatesOf(comparison, Enum.GetValues<Phase>()).Select(role => role.Rate.Amount)
            : [];

    private static IEnumerable<(string Name, decimal Amount)> Stated(Comparison comparison, FeeStructure structure, Work work) => structure switch
    {
        Hourly { Cap: { } cap } => [("the cap", cap)],
        Retainer retainer when ToldTerms.MonthlyPrice(comparison, retainer, work).Amount is var month =>
        [
            ("the monthly price", month), ("all monthly prices", month * retainer.Months),
            .. ToldRates(comparison).Select(rate => ("all monthly prices less their hours at a told rate", (month - retainer.IncludedHours * rate) * retainer.Months)),
        ],
        Performance performance =>
        [
            ("the base fee", performance.BaseFee),
            .. performance.MinimumFee is { } least ? [("the minimum fee", least)] : Array.Empty<(string, decimal)>(),
            .. performance.MaximumFee is { } most ? [("the maximum fee", most)] : Array.Empty<(string, decimal)>(),
        ],
        Subscription subscription => [("the set-up fee", subscription.SetUpFee), ("the monthly fee", subscription.MonthlyFee)],
        _ => [],
    };
}
