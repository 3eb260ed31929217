using Pricing.Application.Features.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.DriftWatch;

/// <summary>What the successor of a model changes in open engagements.</summary>
/// <param name="Code">Code of the entry that is replaced.</param>
/// <param name="Successor">The successor.</param>
/// <param name="PricingDate">Day as of which the engagements are priced.</param>
/// <param name="ValidateOnly">Whether only the difference was shown; else the engagements are changed, each with a new version.</param>
/// <param name="Engagements">The engagements with their difference, priced anew as drafts are.</param>
/// <param name="Unpriced">Engagements that name the entry and cannot have the successor; they stay as they are.</param>
/// <param name="Confirmation">What the real call has to send to make exactly this difference.</param>
public sealed record ModelSwap(
    string Code, SuccessorTerms Successor, DateOnly PricingDate, bool ValidateOnly, IReadOnlyList<SwappedEngagement> Engagements,
    IReadOnlyList<UnpricedEngagement> Unpriced, string Confirmation)
{
    internal static ModelSwap Of(Successorship swap, DateOnly day, bool validateOnly, IReadOnlyList<Draft> drafts, string confirmation) => new(
        swap.Code, SuccessorTerms.Of(swap), day, validateOnly, [.. drafts.Select(draft => draft.Swapped).OfType<SwappedEngagement>()],
        [.. drafts.Select(draft => draft.Unpriced).OfType<UnpricedEngagement>()], confirmation);
}

/// <summary>What the successor brings along.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Model">Model or service.</param>
/// <param name="Price">Price of a unit.</param>
/// <param name="Currency">ISO 4217 code of the price's currency.</param>
/// <param name="Unit">What the price is for one of.</param>
/// <param name="AcceptanceProbability">Share of attempts that is accepted; null where each generation keeps its own.</param>
/// <param name="ReviewMinutesPerAttempt">Minutes of review for each attempt; null where each generation keeps its own.</param>
public sealed record SuccessorTerms(
    string Code, string Model, decimal Price, string Currency, string Unit, decimal? AcceptanceProbability, decimal? ReviewMinutesPerAttempt)
{
    internal static SuccessorTerms Of(Successorship swap) => new(
        swap.Entry.Code, swap.Entry.Model, new Figure(swap.Entry.Price).Shown, swap.Entry.Currency, swap.Entry.Unit,
        swap.AcceptanceProbability is { } share ? new Figure(share).Shown : null, swap.ReviewMinutesPerAttempt is { } minutes ? new Figure(minutes).Shown : null);
}

/// <summary>An engagement with the successor in it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Version">Its version before the change.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="Generations">JSON pointers of the generations that have another model.</param>
/// <param name="Structures">The structures on the table, before and after.</param>
/// <param name="Warnings">What to look after by hand.</param>
public sealed record SwappedEngagement(
    Guid Id, string Name, EngagementStage Stage, int Version, string Currency, IReadOnlyList<string> Generations, IReadOnlyList<SwappedStructure> Structures,
    IReadOnlyList<string> Warnings);

/// <summary>A structure before and after.</summary>
/// <param name="Position">Position in the document, counted from 0.</param>
/// <param name="Type">Type.</param>
/// <param name="Name">Name; null where it has none.</param>
/// <param name="Before">With the model that is replaced; null where it is infeasible.</param>
/// <param name="After">With the successor, priced anew; null where it is infeasible.</param>
public sealed record SwappedStructure(int Position, string Type, string? Name, EarnedFigures? Before, EarnedFigures? After);
