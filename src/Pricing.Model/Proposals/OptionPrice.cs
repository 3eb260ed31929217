using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>The price of an option in lines, taxes and instalments, each adding up to the same sums.</summary>
internal static class OptionPrice
{
    /// <summary>The lines with the agency's own work split as it wishes, and with the lines of groups that are in the price.</summary>
    public static IReadOnlyList<PriceLine> Lines(IReadOnlyList<PriceLine> lines, ProposedOption option)
    {
        var own = lines.Where(line => line.Group == PriceGroup.Service).ToList();
        var total = own.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        var service = option.Split.Count == 0 ? own : option.Split.Select(part => Line(part, total));
        return WithExtras([.. service, .. lines.Where(line => line.Group != PriceGroup.Service)], option.Extras.Where(extra => extra.IsInBasePrice));
    }

    /// <summary>The lines with those of extras behind the agency's own work.</summary>
    public static IReadOnlyList<PriceLine> WithExtras(IReadOnlyList<PriceLine> lines, IEnumerable<Extra> extras) =>
    [
        .. lines.Where(line => line.Group == PriceGroup.Service),
        .. extras.Select(extra => new PriceLine(PriceGroup.Service, PriceKind.Part, extra.Name, extra.Quantity, new(extra.UnitPrice), new(extra.Amount))
        {
            Unit = extra.Unit,
            VatRate = extra.VatRate,
            IsExtra = true,
        }),
        .. lines.Where(line => line.Group != PriceGroup.Service),
    ];

    /// <summary>The net price taken apart by what its shares are paid with and by its VAT rate, every part after its share of the discount.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="net">The net price, in the minor unit; what the printed lines differ from it goes to the largest part of the agency's own work.</param>
    /// <param name="rate">VAT rate of the lines that name no other, a fraction in [0, 1].</param>
    /// <param name="currency">The currency.</param>
    /// <returns>At least one part; they add to the net price.</returns>
    /// <remarks>A discount lessens the price of what it is taken of, so the tax of each rate follows its share (§ 17 UStG). Source: docs/formulas/fees.md, "Discounts by rate".</remarks>
    public static IReadOnlyList<PricePart> Parts(IReadOnlyList<PriceLine> lines, decimal net, decimal rate, Currency currency)
    {
        var groups = lines.Where(line => line.Group != PriceGroup.Discount).GroupBy(line => (line.Group, Rate: line.VatRate ?? rate)).ToList();
        if (groups.Count == 0)
            return [new(PriceGroup.Service, rate, net)];
        var covered = Discounted.Of(lines);
        var discount = Allocation.Split(Printed(lines.Where(line => line.Group == PriceGroup.Discount)), [.. groups.Select(group => covered.In(group).Amount)], currency);
        var parts = groups.Select((group, i) => new PricePart(group.Key.Group, group.Key.Rate, Printed(group) + discount[i])).ToList();
        var largest = parts.OrderBy(part => part.Group != PriceGroup.Service).ThenByDescending(part => part.Net).First();
        return [.. parts.Select(part => part == largest ? part with { Net = part.Net + net - parts.Sum(one => one.Net) } : part)];

        decimal Printed(IEnumerable<PriceLine> some) => some.Sum(line => line.Amount.ToMinorUnit(currency));
    }

    /// <summary>VAT by rate, the highest first.</summary>
    public static IReadOnlyList<VatLine> VatLines(IReadOnlyList<PricePart> parts, Currency currency) =>
    [
        .. parts.GroupBy(part => part.Rate, part => part.Net).OrderByDescending(group => group.Key)
            .Select(group => new VatLine(group.Key, group.Sum(), Tax.ToMinorUnit(group.Key, group.Sum(), currency))),
    ];

    /// <summary>What falls due when: each part of the net price by its shares, and of the VAT of each rate what is due at that rate.</summary>
    public static IReadOnlyList<Instalment> Instalments(IReadOnlyList<PricePart> parts, OptionTotal total, IReadOnlyList<Milestone> milestones, Currency currency)
    {
        if (milestones.Count == 0)
            return [];
        var due = Allocation.SplitEach([.. parts.Select(part => (part.Net, Shares(part.Group)))], currency);
        var vat = Allocation.SplitEach([.. total.VatLines.Select(line => (line.Vat, Taxed(line.Rate)))], currency);
        return
        [
            .. milestones.Select((milestone, i) => new Instalment(milestone, due.Sum(part => part[i]), vat.Sum(line => line[i])))
                .Where(instalment => instalment.Net != 0 || instalment.Vat != 0),
        ];

        IReadOnlyList<decimal> Shares(PriceGroup group) => [.. milestones.Select(milestone => milestone.ShareOf(group))];

        IReadOnlyList<decimal> Taxed(decimal rate) =>
            [.. milestones.Select((_, i) => Math.Max(0, due.Where((_, part) => parts[part].Rate == rate).Sum(part => part[i])))];
    }

    /// <summary>What is paid for success in the outcomes that are modelled, after its share of the discount; null where nothing hangs on it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="expected">The expected fee.</param>
    /// <param name="outcomes">The fee by outcome.</param>
    public static FeeSpan? SuccessSpan(IReadOnlyList<PriceLine> lines, Money expected, IReadOnlyList<OutcomeFee> outcomes)
    {
        var success = lines.Where(line => line.Group == PriceGroup.Success).ToList();
        if (success.Count == 0 || outcomes.Count == 0)
            return null;
        var certain = expected - Discounted.Of(lines).Left(success);
        return new(outcomes.Min(outcome => outcome.Fee) - certain, outcomes.Max(outcome => outcome.Fee) - certain);
    }

    // A unit price is shown where it multiplies back to the line as printed would; the document decides that.
    private static PriceLine Line(PriceShare part, Money total)
    {
        var amount = total * part.Share;
        return new(PriceGroup.Service, PriceKind.Part, part.Name, part.Quantity, part.Quantity is { } units and > 0 ? amount / units : null, amount)
        {
            Phase = part.Phase,
            Unit = part.Unit,
            VatRate = part.VatRate,
        };
    }
}

/// <summary>A part of a net price.</summary>
/// <param name="Group">What it pays for; never <see cref="PriceGroup.Discount"/>.</param>
/// <param name="Rate">Its VAT rate, a fraction in [0, 1].</param>
/// <param name="Net">Its net amount, in the minor unit.</param>
internal sealed record PricePart(PriceGroup Group, decimal Rate, decimal Net);
