using Pricing.Model.Engagements;

namespace Pricing.Application.Contract;

/// <summary>What a stored engagement may refer to instead of spelling it out, as valid at its pricing date.</summary>
public interface IReferenceBook
{
    /// <summary>The rate card of a code.</summary>
    Lookup<RateCardVersion> RateCard(string code);

    /// <summary>The effort profile of a code.</summary>
    Lookup<StoredProfile> Profile(string code);

    /// <summary>The price book entry of a code.</summary>
    Lookup<PriceEntry> Price(string code);
}

/// <summary>What a code stands for, or why it stands for nothing.</summary>
/// <param name="Value">What the code stands for; null where there is no such thing.</param>
/// <param name="Reason">Why there is none, as a sentence; null where the code is simply unknown.</param>
public readonly record struct Lookup<T>(T? Value, string? Reason = null)
    where T : class;

/// <summary>A stored rate card.</summary>
/// <param name="Currency">ISO 4217 code of its prices and costs.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Source">Name, version and date, as an explanation shows them.</param>
public sealed record RateCardVersion(string Currency, IReadOnlyList<Role> Roles, string Source);

/// <summary>A stored effort profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Source">Name, version and date, as an explanation shows them.</param>
public sealed record StoredProfile(EffortProfile Profile, string Source);

/// <summary>An entry of the price book.</summary>
/// <param name="Model">The model it prices.</param>
/// <param name="Unit">Unit of the price.</param>
/// <param name="UnitPrice">Price of a unit.</param>
/// <param name="Currency">ISO 4217 code of the price.</param>
/// <param name="Source">Price list, version and date, as an explanation shows them.</param>
public sealed record PriceEntry(string Model, string Unit, decimal UnitPrice, string Currency, string Source);
