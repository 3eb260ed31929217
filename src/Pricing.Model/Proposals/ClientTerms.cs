using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>How a fee is reckoned, in the client's quantities: what is left of a fee structure without margins and markups.</summary>
public abstract record ClientTerms
{
    private ClientTerms()
    {
    }

    /// <summary>The client's view of a structure.</summary>
    /// <exception cref="ArgumentException">The structure opens the books by nature (<see cref="OpensTheBooks"/>).</exception>
    public static ClientTerms Of(FeeStructure structure) => structure switch
    {
        Hourly hourly => new TimeAndMaterials(hourly.Cap, []),
        Retainer retainer => new MonthlyHours(retainer.Months, retainer.IncludedHours, WithoutCharge(retainer), null, null),
        Fixed => new OnePrice(),
        PerUnit perUnit => new PriceList(perUnit.Units),
        Commission commission => new MediaCommission(commission.Rate, commission.GrossMedia),
        ValueBased valueBased => new ShareOfValue(valueBased.ValueShare),
        Performance performance => new BaseAndShare(performance.BaseFee, performance.ValueShare, performance.MinimumFee, performance.MaximumFee),
        Licence licence => new IdeaLicence(licence.Usage, null, null),
        Subscription subscription => new MonthlyPrice(subscription.SetUpFee, subscription.MonthlyFee, subscription.Months),
        Combined combined => new ByPhase([.. combined.Parts.Select(part => new PartTerms(part.Phases, part.Structure.Name, Of(part.Structure)))]),
        _ => throw new ArgumentException($"A {structure.Type} structure opens the books and is not shown to clients.", nameof(structure)),
    };

    /// <summary>Whether cost can be read off a structure's price: cost plus, shared savings, a base on cost and a bonus.</summary>
    public static bool OpensTheBooks(FeeStructure structure) => structure switch
    {
        CostPlus or GainShare or Hybrid => true,
        Combined combined => combined.Parts.Any(part => OpensTheBooks(part.Structure)),
        _ => false,
    };

    /// <summary>Hours of a month up to which a retainer charges nothing more.</summary>
    internal static decimal WithoutCharge(Retainer retainer) => retainer.IncludedHours * (1 + retainer.Tolerance);

    /// <summary>By effort at the rate card.</summary>
    /// <param name="Cap">Most that is charged for labour; null for no cap.</param>
    /// <param name="Rates">Prices of an hour by role; none where they are not told.</param>
    public sealed record TimeAndMaterials(decimal? Cap, IReadOnlyList<RoleRate> Rates) : ClientTerms;

    /// <summary>A monthly fee for included hours.</summary>
    /// <param name="Months">Term in months.</param>
    /// <param name="IncludedHours">Hours included each month.</param>
    /// <param name="FreeHours">Hours of a month up to which nothing more is charged: those included and the tolerance.</param>
    /// <param name="Price">Least fee of a month without third parties; null where it is not told.</param>
    /// <param name="FurtherHour">Price of an hour beyond; null where it is not told.</param>
    public sealed record MonthlyHours(int Months, decimal IncludedHours, decimal FreeHours, Money? Price, Money? FurtherHour) : ClientTerms;

    /// <summary>One price, whatever the effort.</summary>
    public sealed record OnePrice : ClientTerms;

    /// <summary>So much a piece.</summary>
    public sealed record PriceList(IReadOnlyList<PricedUnit> Units) : ClientTerms;

    /// <summary>A share of media spend.</summary>
    public sealed record MediaCommission(decimal Rate, decimal GrossMedia) : ClientTerms;

    /// <summary>A share of the value agreed beforehand.</summary>
    public sealed record ShareOfValue(decimal ValueShare) : ClientTerms;

    /// <summary>A base fee and a share of the measured value.</summary>
    public sealed record BaseAndShare(decimal BaseFee, decimal ValueShare, decimal? MinimumFee, decimal? MaximumFee) : ClientTerms;

    /// <summary>A licence on the idea by its usage.</summary>
    /// <param name="Usage">Usage factors.</param>
    /// <param name="BaseFee">What is charged for making it; null where it is not told.</param>
    /// <param name="Idea">Price of the idea that the factors multiply; null where it is not told.</param>
    public sealed record IdeaLicence(LicenceUsage Usage, Money? BaseFee, Money? Idea) : ClientTerms;

    /// <summary>A price each month.</summary>
    public sealed record MonthlyPrice(decimal SetUpFee, decimal MonthlyFee, int Months) : ClientTerms;

    /// <summary>Each phase its own way.</summary>
    public sealed record ByPhase(IReadOnlyList<PartTerms> Parts) : ClientTerms;
}

/// <summary>What an hour of a role costs the client.</summary>
/// <param name="Role">Title of the role.</param>
/// <param name="Rate">Net price of an hour, after the card's discount.</param>
public sealed record RoleRate(string Role, Money Rate);

/// <summary>A part of a fee that prices each phase its own way.</summary>
/// <param name="Phases">Phases of the part; none for a bonus on top.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Terms">How it is reckoned.</param>
public sealed record PartTerms(IReadOnlyList<Phase> Phases, string? Name, ClientTerms Terms);
