using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>What a client may see of an engagement: the whole input of every client-facing document.</summary>
/// <remarks>
/// This type is the allow-list. It has no member for a cost rate, a loaded rate, a margin, a profit or a floor, and
/// holds no structure from which one of them can be derived, so a renderer that takes nothing else cannot leak them.
/// </remarks>
public sealed record ClientProposal
{
    /// <summary>The engagement's name.</summary>
    public required string Title { get; init; }

    /// <summary>The client's name; null where the engagement names none.</summary>
    public string? Client { get; init; }

    /// <summary>Currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>VAT rate, a fraction in [0, 1].</summary>
    public required decimal VatRate { get; init; }

    /// <summary>Rate of the artists' social levy, a fraction in [0, 1]; zero where it does not apply.</summary>
    public required decimal ArtistSocialLevyRate { get; init; }

    /// <summary>Exchange rates the prices rest on.</summary>
    public required IReadOnlyList<FixedRate> ExchangeRates { get; init; }

    /// <summary>Generative models in use.</summary>
    public required IReadOnlyList<AiUse> AiUses { get; init; }

    /// <summary>Included revision rounds; null where the engagement says nothing of revisions.</summary>
    public int? IncludedRounds { get; init; }

    /// <summary>The fee structures on offer, highest expected fee first, lettered A, B, C.</summary>
    public required IReadOnlyList<FeeOption> Options { get; init; }

    /// <summary>Other structures for comparison; none that opens the books by nature.</summary>
    public required IReadOnlyList<FeeOption> Alternatives { get; init; }

    /// <summary>What the work is worth to the client.</summary>
    public required ClientValueCase Value { get; init; }

    /// <summary>Tail of the worst cases shown, a fraction in (0, 1].</summary>
    public required decimal TailProbability { get; init; }

    /// <summary>What is agreed beside the fee; null for a price that nothing has been agreed about yet.</summary>
    public AgreedTerms? Terms { get; init; }

    /// <summary>The recommended option.</summary>
    public FeeOption Recommended => Options.First(option => option.IsRecommended);

    /// <summary>What the recommended option delivers, by phase, in the order of the engagement.</summary>
    public IReadOnlyList<Deliverable> Deliverables => Recommended.Deliverables;

    /// <summary>Lines of the recommended option's price table; they add to its expected fee but for rounding.</summary>
    public IReadOnlyList<PriceLine> PriceLines => Recommended.Lines;
}

/// <summary>An exchange rate that a proposal rests on.</summary>
/// <param name="Currency">ISO 4217 code of the foreign currency.</param>
/// <param name="Rate">Units of the document's currency per unit of the foreign one.</param>
/// <param name="AsOf">Day of the rate.</param>
public sealed record FixedRate(string Currency, decimal Rate, DateOnly AsOf);

/// <summary>A work package or asset as the client reads it: no hours, no cost.</summary>
/// <param name="Phase">Phase it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Quantity">Pieces of a repeated asset; null for a work package.</param>
/// <param name="Method">How it is made.</param>
/// <param name="Description">Form and acceptance, where given.</param>
/// <param name="Start">First day, where planned.</param>
/// <param name="End">Last day, where planned.</param>
/// <param name="HumanReview">Whether a person reviews each generated attempt.</param>
public sealed record Deliverable(
    Phase Phase, string Name, decimal? Quantity, ProductionMethod Method, string? Description, DateOnly? Start, DateOnly? End, bool HumanReview);

/// <summary>A generative model used for an asset: what it makes, not what it costs.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Quantity">Pieces of the asset.</param>
/// <param name="Method">How the asset is made.</param>
/// <param name="Model">The model.</param>
/// <param name="HumanReview">Whether a person reviews each attempt.</param>
public sealed record AiUse(string Asset, decimal Quantity, ProductionMethod Method, string Model, bool HumanReview);

/// <summary>One fee structure from the client's side.</summary>
/// <param name="Letter">A, B, C for an option; null for an alternative.</param>
/// <param name="Name">Its name.</param>
/// <param name="Terms">How it is reckoned, in the client's quantities.</param>
/// <param name="IsRecommended">Whether the agency recommends it.</param>
/// <param name="ExpectedFee">Expected fee, net, with the preselected line of each group of extras.</param>
/// <param name="Net">The expected fee as printed.</param>
/// <param name="Vat">VAT on the printed fee.</param>
/// <param name="Gross">Net and VAT.</param>
/// <param name="LowestFee">Smallest fee over the modelled states; what the contract allows may be less.</param>
/// <param name="HighestFee">Largest fee over the modelled states; what the contract allows may be more.</param>
/// <param name="Outcomes">The fee by outcome, expected over cost states.</param>
/// <param name="ClientSurplus">Expected value less the fee.</param>
/// <param name="ClientCvar">Mean of the client's worst cases.</param>
/// <param name="PaybackMonth">Month in which the benefit reaches the fee; null if none within 120.</param>
/// <param name="PassThrough">Third parties and levy contained in the expected fee, at their price to the client.</param>
/// <param name="Discount">Discount on the service, a fraction; zero for none.</param>
public sealed record FeeOption(
    string? Letter, string Name, ClientTerms Terms, bool IsRecommended,
    Money ExpectedFee, decimal Net, decimal Vat, decimal Gross,
    Money LowestFee, Money HighestFee, IReadOnlyList<OutcomeFee> Outcomes,
    Money ClientSurplus, Money ClientCvar, int? PaybackMonth, Money PassThrough, decimal Discount = 0)
{
    /// <summary>Its position among the options as the agency stated them, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Name of the scope it delivers; null where all options deliver the same.</summary>
    public string? Scope { get; init; }

    /// <summary>What the agency says of the fee in its own words; null where it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Whether revision rounds beyond the included ones are to be expected and its fee holds them with their expected value.</summary>
    public bool HoldsFurtherRounds { get; init; }

    /// <summary>Why the agency recommends it, Markdown; null where it says nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Expected VAT on the fee that the client cannot deduct, so that it bears it; zero where it deducts input tax.</summary>
    public Money NonDeductibleVat { get; init; } = Money.Zero;

    /// <summary>What the fee costs the client: the expected fee and the VAT that it cannot deduct.</summary>
    public Money Outlay => ExpectedFee + NonDeductibleVat;

    /// <summary>What the work is worth: outlay and surplus.</summary>
    public Money ExpectedValue => Outlay + ClientSurplus;

    /// <summary>What it delivers, by phase, in the order of the engagement.</summary>
    public IReadOnlyList<Deliverable> Deliverables { get; init; } = [];

    /// <summary>Lines of its price; they add to its net price but for rounding.</summary>
    public IReadOnlyList<PriceLine> Lines { get; init; } = [];

    /// <summary>Lines that the client chooses.</summary>
    public IReadOnlyList<Extra> Extras { get; init; } = [];

    /// <summary>VAT by rate, the highest first; they add to <see cref="Vat"/>.</summary>
    public IReadOnlyList<VatLine> VatLines { get; init; } = [];

    /// <summary>When what of it is paid; the sums are those of the option.</summary>
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];

    /// <summary>What is paid for success in the outcomes that are modelled; null where nothing hangs on it.</summary>
    public FeeSpan? SuccessSpan { get; init; }

    /// <summary>The lines of groups that are in the fee.</summary>
    public Money ExtrasInPrice => new(Extras.Where(extra => extra.IsInBasePrice).Sum(extra => extra.Amount));

    /// <summary>The lines that are chosen unless the client says otherwise: the preselected one of each group.</summary>
    public IReadOnlySet<string> BaseExtras => Codes(extra => extra.IsInBasePrice);

    /// <summary>The lines that the agency recommends.</summary>
    public IReadOnlySet<string> RecommendedExtras => Codes(extra => extra.IsPreselected);

    /// <summary>No optional line, and the cheapest of each group: what it costs at least.</summary>
    public IReadOnlySet<string> FewestExtras
    {
        get
        {
            var cheapest = Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).Select(group => group.MinBy(extra => extra.Amount)!.Code).ToHashSet();
            return Codes(extra => cheapest.Contains(extra.Code));
        }
    }

    /// <summary>Every optional line, and the dearest of each group: what it costs at most.</summary>
    public IReadOnlySet<string> AllExtras
    {
        get
        {
            var dearest = Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).Select(group => group.MaxBy(extra => extra.Amount)!.Code).ToHashSet();
            return Codes(extra => extra.Group is null || dearest.Contains(extra.Code));
        }
    }

    /// <summary>Whether a choice is one: known codes, and exactly one of each group.</summary>
    public bool IsChoice(IReadOnlyCollection<string> chosen) =>
        chosen.Distinct().Count() == chosen.Count && chosen.All(code => Extras.Any(extra => extra.Code == code))
        && Extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).All(group => group.Count(extra => chosen.Contains(extra.Code)) == 1);

    /// <summary>What it costs with what the client chose.</summary>
    /// <param name="chosen">Codes of the chosen lines: exactly one of each group, and any optional ones.</param>
    /// <param name="currency">The proposal's currency.</param>
    public OptionTotal With(IReadOnlySet<string> chosen, Currency currency)
    {
        var changes = Extras.Where(extra => chosen.Contains(extra.Code) != extra.IsInBasePrice)
            .Select(extra => (extra.VatRate, Net: extra.IsInBasePrice ? -extra.Amount : extra.Amount));
        var nets = VatLines.Select(line => (VatRate: line.Rate, line.Net)).Concat(changes).GroupBy(line => line.VatRate, line => line.Net);
        VatLine[] lines = [.. nets.Select(rate => new VatLine(rate.Key, rate.Sum(), Tax.ToMinorUnit(rate.Key, rate.Sum(), currency))).OrderByDescending(line => line.Rate)];
        return new(lines.Sum(line => line.Net), lines);
    }

    /// <summary>The option once the client has chosen: price, span and lines with the chosen extras. The rest stays as it was offered.</summary>
    /// <param name="chosen">Codes of the chosen lines: exactly one of each group, and any optional ones.</param>
    /// <param name="currency">The proposal's currency.</param>
    public FeeOption Chosen(IReadOnlySet<string> chosen, Currency currency)
    {
        var total = With(chosen, currency);
        var added = new Money(total.Net - Net);
        return this with
        {
            IsRecommended = true,
            ExpectedFee = ExpectedFee + added,
            Net = total.Net,
            Vat = total.Vat,
            Gross = total.Gross,
            VatLines = total.VatLines,
            LowestFee = LowestFee + added,
            HighestFee = HighestFee + added,
            Lines = OptionPrice.WithExtras([.. Lines.Where(line => !line.IsExtra)], Extras.Where(extra => chosen.Contains(extra.Code))),
        };
    }

    private HashSet<string> Codes(Func<Extra, bool> chosen) => [.. Extras.Where(chosen).Select(extra => extra.Code)];
}

/// <summary>What the client pays where the campaign ends in one outcome.</summary>
/// <param name="Outcome">Name of the outcome.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Value">What the work is worth then.</param>
/// <param name="Fee">The fee then, pass-through included.</param>
public sealed record OutcomeFee(string Outcome, decimal Probability, Money Value, Money Fee);

/// <summary>The least and the most of an amount over the outcomes that are modelled: no bound of what the contract allows.</summary>
/// <param name="Lowest">The least.</param>
/// <param name="Highest">The most.</param>
public sealed record FeeSpan(Money Lowest, Money Highest);

/// <summary>Groups of the price table.</summary>
public enum PriceGroup
{
    /// <summary>What the agency charges for its own work.</summary>
    Service,

    /// <summary>Third parties and the artists' social levy.</summary>
    ThirdParty,

    /// <summary>The part of the fee that depends on the outcome, at its expected value.</summary>
    Success,

    /// <summary>A discount, as a negative amount.</summary>
    Discount,
}

/// <summary>A line of the price table.</summary>
/// <param name="Group">Group it stands in.</param>
/// <param name="Kind">What it is, for the words; the name says more where there is one.</param>
/// <param name="Name">Name from the engagement; null where the kind says all.</param>
/// <param name="Quantity">Number of units; null for a lump sum.</param>
/// <param name="UnitPrice">Price of a unit; null for a lump sum.</param>
/// <param name="Amount">The line's amount, unrounded.</param>
public sealed record PriceLine(PriceGroup Group, PriceKind Kind, string? Name, decimal? Quantity, Money? UnitPrice, Money Amount)
{
    /// <summary>Phase it belongs to; null where the agency did not split its price by phase.</summary>
    public Phase? Phase { get; init; }

    /// <summary>What is counted; null where the quantity says it, or there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Its VAT rate; null for the proposal's.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>Whether the client chose it, or may still choose another instead: it is agreed as it stands, and no discount lessens it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>The markup that the price of a third party contains, a fraction; null where the line is none.</summary>
    public decimal? Markup { get; init; }

    /// <summary>The fraction that a levy or discount takes of <see cref="Base"/>; null where the line is neither.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What a levy or discount is a fraction of; null where the line is neither.</summary>
    public Money? Base { get; init; }
}

/// <summary>What a price line stands for.</summary>
public enum PriceKind
{
    /// <summary>The whole service as one sum.</summary>
    Service,

    /// <summary>A unit of a price list.</summary>
    Unit,

    /// <summary>A base fee.</summary>
    BaseFee,

    /// <summary>The least fee that is agreed, where it is more than the base fee.</summary>
    MinimumFee,

    /// <summary>A one-off fee at the start.</summary>
    SetUpFee,

    /// <summary>A fee each month.</summary>
    MonthlyFee,

    /// <summary>Hours to be expected beyond those that a monthly fee includes.</summary>
    FurtherHours,

    /// <summary>A commission on media.</summary>
    Commission,

    /// <summary>A part of a combined structure, or of a price that the agency has split.</summary>
    Part,

    /// <summary>A third party at its price to the client.</summary>
    ThirdParty,

    /// <summary>Expected third-party cost of revision rounds beyond the included ones.</summary>
    RevisionThirdParty,

    /// <summary>The artists' social levy.</summary>
    ArtistSocialLevy,

    /// <summary>The part that depends on the outcome.</summary>
    Success,

    /// <summary>A discount.</summary>
    Discount,
}

/// <summary>The value case on which agency and client agree.</summary>
/// <param name="Total">What the work is worth, discounted and weighted.</param>
/// <param name="DiscountRate">Discount rate per year, a fraction.</param>
/// <param name="Drivers">What the value comes from.</param>
/// <param name="Outcomes">The outcomes and what the value is worth in each.</param>
/// <param name="CumulatedBenefit">Undiscounted benefit up to the end of each month, from month 1.</param>
/// <param name="Kpis">Measures of success, where a scorecard stands.</param>
public sealed record ClientValueCase(
    Money Total, decimal DiscountRate, IReadOnlyList<ClientDriver> Drivers, IReadOnlyList<ClientOutcome> Outcomes,
    IReadOnlyList<Money> CumulatedBenefit, IReadOnlyList<ClientKpi> Kpis);

/// <summary>A value driver with its assumptions.</summary>
public sealed record ClientDriver(
    string Name, Money FirstMonth, decimal MonthlyRetention, int Months, int DelayMonths, decimal Attribution, decimal Confidence,
    Money Counted, string? Source, string? DataOwner);

/// <summary>A possible outcome.</summary>
public sealed record ClientOutcome(string Name, decimal Probability, decimal ValueMultiplier);

/// <summary>A measure of success.</summary>
public sealed record ClientKpi(string Name, decimal Weight, string? Unit, string? Definition, decimal? Baseline, decimal? Target, string? DataOwner);
