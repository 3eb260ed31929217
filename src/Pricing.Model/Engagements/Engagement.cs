using Pricing.Model.Fees;

namespace Pricing.Model.Engagements;

/// <summary>An engagement as an agency states it: what is done, what it takes, what it is worth and how it may be charged.</summary>
/// <remarks>
/// Members, units and bounds are those of the comparison contract. The record is plain and permissive; whoever reads a
/// document checks it (<c>EngagementReader</c>), and <see cref="ResolvedEngagement"/> looks everything up.
/// </remarks>
public sealed record Engagement
{
    /// <summary>Name of the engagement.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the client; null where none is given.</summary>
    public string? Client { get; init; }

    /// <summary>ISO 4217 code of the document's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Rates of the foreign currencies in use.</summary>
    public IReadOnlyList<ExchangeRate> ExchangeRates { get; init; } = [];

    /// <summary>The agency's own figures.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Prices and costs of the people.</summary>
    public required RateCard RateCard { get; init; }

    /// <summary>Spread of effort by kind of work.</summary>
    public required IReadOnlyList<EffortProfile> EffortProfiles { get; init; }

    /// <summary>Work done once.</summary>
    public IReadOnlyList<WorkPackage> WorkPackages { get; init; } = [];

    /// <summary>Work done many times.</summary>
    public IReadOnlyList<Asset> Assets { get; init; } = [];

    /// <summary>Costs that belong to no asset.</summary>
    public IReadOnlyList<Cost> Costs { get; init; } = [];

    /// <summary>Revision rounds; null where they are not modelled.</summary>
    public Revisions? Revisions { get; init; }

    /// <summary>What the work is worth to the client.</summary>
    public required ValueCase Value { get; init; }

    /// <summary>What may happen.</summary>
    public required Scenarios Scenarios { get; init; }

    /// <summary>How achievement turns into payout; null where no structure needs it.</summary>
    public Scorecard? Scorecard { get; init; }

    /// <summary>Tail of the worst cases, a fraction in (0, 1].</summary>
    public required decimal TailProbability { get; init; }

    /// <summary>The fee structures to compare, in the order of the answer.</summary>
    public required IReadOnlyList<FeeStructure> FeeStructures { get; init; }
}

/// <summary>An exchange rate.</summary>
/// <param name="Currency">ISO 4217 code of the foreign currency.</param>
/// <param name="Rate">Units of the document's currency per unit of the foreign one.</param>
/// <param name="AsOf">Day of the rate.</param>
public sealed record ExchangeRate(string Currency, decimal Rate, DateOnly AsOf);

/// <summary>The agency's own figures.</summary>
/// <param name="AvailableHours">Hours a year that one full-time person is there.</param>
/// <param name="OnCostRate">Employer's on-costs as a share of salary.</param>
/// <param name="OverheadRate">Overhead as a share of direct labour cost.</param>
/// <param name="RiskTolerance">Risk tolerance in money; the larger, the less a spread of profit costs.</param>
/// <param name="VatRate">VAT rate, a fraction.</param>
/// <param name="ArtistSocialLevyRate">Levy on payments to self-employed artists, a fraction.</param>
public sealed record Agency(
    decimal AvailableHours, decimal OnCostRate, decimal OverheadRate, decimal RiskTolerance, decimal VatRate, decimal ArtistSocialLevyRate);

/// <summary>The agreed rate card.</summary>
/// <param name="Discount">Discount on the card, a fraction.</param>
/// <param name="Realisation">Share of worked value that is billed, a fraction.</param>
/// <param name="Roles">The roles.</param>
public sealed record RateCard(decimal Discount, decimal Realisation, IReadOnlyList<Role> Roles);

/// <summary>A role: an employee with a salary, or a freelancer with an hourly cost.</summary>
/// <param name="Code">Code by which hours name the role.</param>
/// <param name="Title">Title on the card.</param>
/// <param name="HourlyRate">Price of an hour on the card.</param>
public abstract record Role(string Code, string Title, decimal HourlyRate);

/// <summary>An employee.</summary>
/// <param name="Code">Code by which hours name the role.</param>
/// <param name="Title">Title on the card.</param>
/// <param name="HourlyRate">Price of an hour on the card.</param>
/// <param name="AnnualSalary">Gross salary a year.</param>
/// <param name="Utilisation">Billable share of the available hours, a fraction above 0.</param>
/// <param name="OnCostRate">Employer's on-costs as a share of this salary; null for the agency's rate.</param>
public sealed record Employee(string Code, string Title, decimal HourlyRate, decimal AnnualSalary, decimal Utilisation, decimal? OnCostRate)
    : Role(Code, Title, HourlyRate);

/// <summary>A freelancer who does core work by the hour.</summary>
/// <param name="Code">Code by which hours name the role.</param>
/// <param name="Title">Title on the card.</param>
/// <param name="HourlyRate">Price of an hour on the card.</param>
/// <param name="CostPerHour">What an hour costs the agency.</param>
/// <param name="Artistic">Whether the artists' social levy falls due on the payments.</param>
public sealed record Freelancer(string Code, string Title, decimal HourlyRate, decimal CostPerHour, bool Artistic)
    : Role(Code, Title, HourlyRate);

/// <summary>PERT factors on planned hours.</summary>
/// <param name="Code">Code by which work names the profile.</param>
/// <param name="Optimistic">Factor if all goes well.</param>
/// <param name="MostLikely">Most likely factor.</param>
/// <param name="Pessimistic">Factor if all goes badly.</param>
public sealed record EffortProfile(string Code, decimal Optimistic, decimal MostLikely, decimal Pessimistic);

/// <summary>Planned hours of a role.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="Planned">Planned hours.</param>
public readonly record struct RoleHours(string Role, decimal Planned);

/// <summary>Work done once.</summary>
public sealed record WorkPackage
{
    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Phase it belongs to.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Code of the effort profile.</summary>
    public required string EffortProfile { get; init; }

    /// <summary>How it is done; null counts as not AI.</summary>
    public ProductionMethod? Method { get; init; }

    /// <summary>Planned hours by role, in the order sent.</summary>
    public required IReadOnlyList<RoleHours> Hours { get; init; }

    /// <summary>First day, where planned.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day, where planned.</summary>
    public DateOnly? End { get; init; }
}

/// <summary>Repeatable production.</summary>
public sealed record Asset
{
    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Phase it belongs to.</summary>
    public required Phase Phase { get; init; }

    /// <summary>How many.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>How it is made; null where it is not said.</summary>
    public ProductionMethod? Method { get; init; }

    /// <summary>Code of the effort profile.</summary>
    public required string EffortProfile { get; init; }

    /// <summary>Planned hours for one, by role, in the order sent.</summary>
    public IReadOnlyList<RoleHours> HoursPerAsset { get; init; } = [];

    /// <summary>What models generate for one.</summary>
    public IReadOnlyList<Generation> Generations { get; init; } = [];

    /// <summary>Costs of one.</summary>
    public IReadOnlyList<Cost> CostsPerAsset { get; init; } = [];

    /// <summary>First day, where planned.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day, where planned.</summary>
    public DateOnly? End { get; init; }
}

/// <summary>What a generative model makes for one asset.</summary>
public sealed record Generation
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Accepted pieces that one asset needs.</summary>
    public required decimal AcceptedPerAsset { get; init; }

    /// <summary>Size of one attempt in units.</summary>
    public required decimal SizePerAttempt { get; init; }

    /// <summary>Unit of the size: a label, the arithmetic is the same for all.</summary>
    public required string Unit { get; init; }

    /// <summary>Price of a unit.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>Currency of the price; null for the document's.</summary>
    public string? Currency { get; init; }

    /// <summary>Probability that an attempt is accepted, a fraction above 0.</summary>
    public required decimal AcceptanceProbability { get; init; }

    /// <summary>Who reviews each attempt; null for nobody.</summary>
    public string? ReviewRole { get; init; }

    /// <summary>Minutes of review for each attempt; null for none.</summary>
    public decimal? ReviewMinutesPerAttempt { get; init; }
}

/// <summary>Kinds of cost.</summary>
public enum CostKind
{
    /// <summary>Compute, tools, training, labelling: counts in A.</summary>
    Ai,

    /// <summary>Self-employed artists: counts in T, the levy falls due on it.</summary>
    ArtisticThirdParty,

    /// <summary>Any other third party: counts in T.</summary>
    OtherThirdParty,
}

/// <summary>A cost, of the engagement or of one asset.</summary>
public sealed record Cost
{
    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Kind.</summary>
    public required CostKind Kind { get; init; }

    /// <summary>Amount.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Currency of the amount; null for the document's.</summary>
    public string? Currency { get; init; }

    /// <summary>Phase; null where the cost belongs to none.</summary>
    public Phase? Phase { get; init; }

    /// <summary>Whether it arises once whatever the quantity; used by analyses.</summary>
    public bool? SetUp { get; init; }
}

/// <summary>Revision rounds beyond the included ones, and what makes clients ask for them.</summary>
/// <param name="Phase">Phase in which they arise.</param>
/// <param name="IncludedRounds">R: rounds that the price includes.</param>
/// <param name="Concreteness">g: how finished what the client saw first looked, a fraction.</param>
/// <param name="MinimumContinuation">q0: probability of one more round at g = 0.</param>
/// <param name="MaximumContinuation">q1: probability of one more round at g = 1.</param>
/// <param name="HoursPerRound">Hours of one round by role.</param>
/// <param name="ExternalCostPerRound">Third-party cost of one round.</param>
public sealed record Revisions(
    Phase Phase, int IncludedRounds, decimal Concreteness, decimal MinimumContinuation, decimal MaximumContinuation,
    IReadOnlyList<RoleHours> HoursPerRound, decimal ExternalCostPerRound);

/// <summary>What the work is worth to the client.</summary>
/// <param name="DiscountRate">Discount rate a year, a fraction.</param>
/// <param name="InputTaxDeductible">Whether the client deducts input tax; null counts as yes.</param>
/// <param name="Drivers">What the value comes from.</param>
/// <param name="ReferencePrice">Price of the client's next best alternative.</param>
/// <param name="ReferenceValueShare">Share of the value that the alternative would bring, a fraction.</param>
public sealed record ValueCase(
    decimal DiscountRate, bool? InputTaxDeductible, IReadOnlyList<ValueDriver> Drivers, decimal ReferencePrice, decimal ReferenceValueShare);

/// <summary>One source of value; a negative one is a cost to the client, such as switching.</summary>
public sealed record ValueDriver
{
    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Benefit in the first month.</summary>
    public required decimal FirstMonth { get; init; }

    /// <summary>Share of a month's benefit that the next month keeps, at most 1.1.</summary>
    public required decimal MonthlyRetention { get; init; }

    /// <summary>Months of benefit, 1 to 240.</summary>
    public required int Months { get; init; }

    /// <summary>Months before it starts, 0 to 240.</summary>
    public required int DelayMonths { get; init; }

    /// <summary>Share that is due to the work, a fraction.</summary>
    public required decimal Attribution { get; init; }

    /// <summary>How sure the figure is, a fraction.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>How the figure came about.</summary>
    public string? Formula { get; init; }

    /// <summary>How the share was attributed.</summary>
    public string? AttributionMethod { get; init; }

    /// <summary>Who owns the data.</summary>
    public string? DataOwner { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>What may happen: levels of labour cost and outcomes, independent of each other.</summary>
/// <param name="Cost">Cost states; probabilities add to 1, the mean factor is 1.</param>
/// <param name="Outcome">Outcome states; probabilities add to 1, the mean multiplier is 1.</param>
public sealed record Scenarios(IReadOnlyList<CostScenario> Cost, IReadOnlyList<OutcomeScenario> Outcome);

/// <summary>A level of labour cost.</summary>
/// <param name="Factor">Factor on expected labour.</param>
/// <param name="Probability">Its probability.</param>
public sealed record CostScenario(decimal Factor, decimal Probability);

/// <summary>An outcome.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ValueMultiplier">Factor on the client's expected value.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="KpiAchievement">Achievement by KPI, 1 = target, in the order sent; null where none is given.</param>
public sealed record OutcomeScenario(
    string Name, decimal ValueMultiplier, decimal Probability, IReadOnlyList<KeyValuePair<string, decimal>>? KpiAchievement);

/// <summary>How achievement turns into payout.</summary>
/// <param name="Threshold">Achievement below which nothing is paid.</param>
/// <param name="Stretch">Achievement from which the cap is paid.</param>
/// <param name="Cap">Highest payout, at least 1.</param>
/// <param name="Kpis">The measures; weights add to 1.</param>
public sealed record Scorecard(decimal Threshold, decimal Stretch, decimal Cap, IReadOnlyList<Kpi> Kpis);

/// <summary>A measure of success.</summary>
public sealed record Kpi
{
    /// <summary>The caller's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Weight in the payout, a fraction.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Unit of baseline and target.</summary>
    public string? Unit { get; init; }

    /// <summary>What exactly is measured.</summary>
    public string? Definition { get; init; }

    /// <summary>Value before the work.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Value that counts as achievement 1.</summary>
    public decimal? Target { get; init; }

    /// <summary>Whether up or down is better.</summary>
    public string? Direction { get; init; }

    /// <summary>When it is measured.</summary>
    public string? Window { get; init; }

    /// <summary>Who owns the data.</summary>
    public string? DataOwner { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public string? Source { get; init; }
}
