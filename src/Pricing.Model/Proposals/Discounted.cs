using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>What of the lines of a price a discount is taken of: success whole, of third parties the markup, and the rest of its base of the agency's own work.</summary>
/// <remarks>
/// The contract takes a discount of the listed fee less third parties and levy at their bare price, so these stay whole, and so do lines that the
/// client chooses, which are agreed as they stand.
/// </remarks>
internal sealed class Discounted
{
    private readonly decimal discount;
    private readonly decimal whole;
    private readonly decimal ofService;

    private Discounted(IReadOnlyList<PriceLine> lines)
    {
        var discounts = lines.Where(line => line.Group == PriceGroup.Discount).ToList();
        var (service, others) = (lines.Where(IsService).Sum(line => line.Amount.Amount), lines.Where(line => !IsService(line)).Sum(line => Other(line)));
        discount = discounts.Sum(line => line.Amount.Amount);
        whole = Math.Max(others, discounts is [{ Base: { } named }] ? named.Amount : service + others);
        ofService = service > 0 ? (whole - others) / service : 0;
    }

    /// <summary>What a discount of these lines is taken of.</summary>
    public static Discounted Of(IReadOnlyList<PriceLine> lines) => new(lines);

    /// <summary>What of some lines it is taken of; none is negative.</summary>
    public Money In(IEnumerable<PriceLine> lines) => new(Math.Max(0, lines.Sum(line => IsService(line) ? line.Amount.Amount * ofService : Other(line))));

    /// <summary>What is left of some lines after their share of the discount.</summary>
    public Money Left(IReadOnlyList<PriceLine> lines) =>
        new(lines.Sum(line => line.Amount.Amount) + (whole > 0 ? discount * In(lines).Amount / whole : 0));

    private static bool IsService(PriceLine line) => line is { Group: PriceGroup.Service, IsExtra: false };

    private static decimal Other(PriceLine line) => line.Group switch
    {
        PriceGroup.Success => line.Amount.Amount,
        PriceGroup.ThirdParty when line.Markup is { } markup => line.Amount.Amount * markup / (1 + markup),
        _ => 0,
    };
}
