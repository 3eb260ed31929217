using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>The client's terms of a priced structure, with the sums that a client needs to follow them and from which no cost can be read.</summary>
internal static class ToldTerms
{
    /// <summary>How a structure of a comparison is reckoned.</summary>
    public static ClientTerms Of(Comparison comparison, StructureComparison structure)
    {
        var inside = InsideAmounts.Of(comparison, structure);
        return structure.Structure is Combined combined
            ? new ClientTerms.ByPhase([.. combined.Parts.Zip(structure.Price.Parts, (part, priced) => new PartTerms(part.Phases, part.Structure.Name, Of(comparison, part.Structure, priced.Work, part.Phases, inside)))])
            : Of(comparison, structure.Structure, comparison.Cost.Work, Enum.GetValues<Phase>(), inside);
    }

    /// <summary>What a month of a retainer costs at least, without third parties: the included hours and the work of models.</summary>
    public static Money MonthlyPrice(Comparison comparison, Retainer retainer, Work work) =>
        new Hours(retainer.IncludedHours) * RateOf(comparison, retainer, work) + work.Ai * (1 + retainer.AiMarkup) / retainer.Months;

    private static ClientTerms Of(Comparison comparison, FeeStructure structure, Work work, IReadOnlyList<Phase> phases, InsideAmounts inside) => structure switch
    {
        Hourly hourly => new ClientTerms.TimeAndMaterials(hourly.Cap, RatesOf(comparison, phases)),
        // Beside the hours and their rate, the monthly price would give away what models cost where it is passed on without a markup.
        Retainer retainer => new ClientTerms.MonthlyHours(
            retainer.Months, retainer.IncludedHours, ClientTerms.WithoutCharge(retainer), MonthlyPrice(comparison, retainer, work),
            retainer.AiMarkup == 0 && !work.Ai.IsZero ? null : new Money(RateOf(comparison, retainer, work).PerHour)),
        Licence licence => LicenceOf(comparison, licence, work, inside),
        _ => ClientTerms.Of(structure),
    };

    private static HourlyRate RateOf(Comparison comparison, Retainer retainer, Work work) => retainer.RateFor(comparison.Basis with { Work = work });

    /// <summary>Prices of an hour that a fee by the hour tells: those of the roles at work in some phases.</summary>
    public static RoleRate[] RatesOf(Comparison comparison, IReadOnlyList<Phase> phases)
    {
        var card = comparison.Engagement.Document.RateCard;
        var used = comparison.Cost.Lines.Where(line => line is { Kind: CostLineKind.Labour, Phase: { } phase } && phases.Contains(phase)).Select(line => line.Role).ToHashSet();
        return [.. card.Roles.Where(role => used.Contains(role.Code)).Select(role => new RoleRate(role.Title, new(role.HourlyRate * (1 - card.Discount))))];
    }

    // A base fee that is the floor or the cost stays untold, and so does the price of the idea, from which it would follow.
    private static ClientTerms.IdeaLicence LicenceOf(Comparison comparison, Licence licence, Work work, InsideAmounts inside)
    {
        var baseFee = work.OwnCost / (1 - licence.BaseMargin);
        if (licence.BaseMargin == 0 || inside.NameOf(baseFee.Amount) is not null || inside.NameOf((baseFee + work.PassThrough).Amount) is not null)
            return new(licence.Usage, null, null);
        var idea = licence.Roles.Distinct(StringComparer.Ordinal).Aggregate(Money.Zero, (sum, role) => sum + comparison.Basis.IdeaValue(licence.Phase, role));
        return new(licence.Usage, baseFee, idea);
    }
}
