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
        return
        [
            .. service,
            .. option.Extras.Where(extra => extra.IsInBasePrice).Select(extra => new PriceLine(
                PriceGroup.Service, PriceKind.Part, extra.Name, extra.Quantity, new(extra.UnitPrice), new(extra.Amount)) { Unit = extra.Unit, VatRate = extra.VatRate }),
            .. lines.Where(line => line.Group != PriceGroup.Service),
        ];
    }

    /// <summary>VAT by rate: lines with a rate of their own at that rate, the rest of the net price, rounding included, at the proposal's.</summary>
    public static IReadOnlyList<VatLine> VatLines(IReadOnlyList<PriceLine> lines, decimal net, decimal rate, Currency currency)
    {
        var special = lines.Where(line => line.VatRate is { } own && own != rate).GroupBy(line => line.VatRate!.Value)
            .Select(group => (Rate: group.Key, Net: group.Sum(line => line.Amount.ToMinorUnit(currency)))).ToList();
        return
        [
            .. special.Append((Rate: rate, Net: net - special.Sum(one => one.Net))).OrderByDescending(one => one.Rate)
                .Select(one => new VatLine(one.Rate, one.Net, Tax.ToMinorUnit(one.Rate, one.Net, currency))),
        ];
    }

    /// <summary>What falls due when: each part of the net price by its shares, VAT by what is due.</summary>
    public static IReadOnlyList<Instalment> Instalments(IReadOnlyList<PriceLine> lines, OptionTotal total, IReadOnlyList<Milestone> milestones, Currency currency)
    {
        if (milestones.Count == 0)
            return [];
        var thirdParty = Printed(PriceGroup.ThirdParty);
        var success = Printed(PriceGroup.Success);
        var service = Allocation.Split(total.Net - thirdParty - success, [.. milestones.Select(milestone => milestone.ServiceShare)], currency);
        var passed = Allocation.Split(thirdParty, [.. milestones.Select(milestone => milestone.ThirdPartyShare)], currency);
        var earned = Allocation.Split(success, [.. milestones.Select(milestone => milestone.SuccessShare)], currency);
        decimal[] nets = [.. milestones.Select((_, i) => service[i] + passed[i] + earned[i])];
        var vat = Allocation.Split(total.Vat, [.. nets.Select(net => Math.Max(0, net))], currency);
        return [.. milestones.Select((milestone, i) => new Instalment(milestone, nets[i], vat[i])).Where(instalment => instalment.Net != 0 || instalment.Vat != 0)];

        decimal Printed(PriceGroup group) => lines.Where(line => line.Group == group).Sum(line => line.Amount.ToMinorUnit(currency));
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
