using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Costs;

/// <summary>Kinds of cost lines.</summary>
public enum CostLineKind
{
    /// <summary>Hours at loaded rates.</summary>
    Labour,

    /// <summary>Compute and tools.</summary>
    Ai,

    /// <summary>Self-employed artists.</summary>
    ArtisticThirdParty,

    /// <summary>Other third parties.</summary>
    OtherThirdParty,

    /// <summary>The levy on payments to artists.</summary>
    ArtistSocialLevy,
}

/// <summary>A line of the cost model; the unrounded amounts of all lines add to the total.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Phase">Phase; null where the cost belongs to none.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Role">Role of a labour line; null for every other.</param>
/// <param name="PlannedHours">Planned hours of a labour line; null for every other.</param>
/// <param name="ExpectedHours">Expected hours of a labour line; null for every other.</param>
/// <param name="Amount">Cost.</param>
/// <param name="Source">JSON pointer of the entry it comes from; empty for the levy, which comes from many.</param>
public sealed record CostLine(
    string Name, Phase? Phase, CostLineKind Kind, string? Role, Hours? PlannedHours, Hours? ExpectedHours, Money Amount, string Source);

/// <summary>Cost of a phase.</summary>
/// <param name="Phase">The phase; null for costs that belong to none.</param>
/// <param name="Work">Its sums.</param>
public sealed record PhaseCost(Phase? Phase, Work Work)
{
    /// <summary>Planned hours.</summary>
    public Hours PlannedHours => Work.PlannedHours;

    /// <summary>Expected hours.</summary>
    public Hours ExpectedHours => Work.ExpectedHours;

    /// <summary>Expected labour cost at loaded rates.</summary>
    public Money Labour => Work.Labour;

    /// <summary>AI cost.</summary>
    public Money Ai => Work.Ai;

    /// <summary>Third parties.</summary>
    public Money ThirdParty => Work.ThirdParty;

    /// <summary>Artists' social levy.</summary>
    public Money ArtistSocialLevy => Work.ArtistSocialLevy;

    /// <summary>Sum.</summary>
    public Money Total => Labour + Ai + ThirdParty + ArtistSocialLevy;
}

/// <summary>Hours and cost of a role.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="PlannedHours">Planned hours.</param>
/// <param name="ExpectedHours">Expected hours.</param>
/// <param name="Labour">Expected hours at the loaded rate.</param>
/// <param name="CardValue">Expected hours at the card rate.</param>
public sealed record RoleCost(string Role, Hours PlannedHours, Hours ExpectedHours, Money Labour, Money CardValue);
