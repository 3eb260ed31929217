using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Model.Proposals;

/// <summary>What is agreed beside the fee, in the words of the document's language. Texts are Markdown where they say so.</summary>
public sealed record AgreedTerms
{
    /// <summary>Tax on the fee.</summary>
    public required VatTerms Vat { get; init; }

    /// <summary>Why the client asked and what is proposed, Markdown; null where nothing is said.</summary>
    public string? Situation { get; init; }

    /// <summary>When what is paid; each option splits its own sums by it.</summary>
    public required IReadOnlyList<Milestone> Milestones { get; init; }

    /// <summary>Days from an invoice to its payment.</summary>
    public required int PaymentDays { get; init; }

    /// <summary>Included revision rounds, and what a further one costs; null where nothing is agreed.</summary>
    public RevisionTerms? Revisions { get; init; }

    /// <summary>What the client may do with the results.</summary>
    public required IReadOnlyList<UsageRight> Rights { get; init; }

    /// <summary>How success is measured and disputed; null where no fee depends on it and nothing is agreed.</summary>
    public KpiAnnex? KpiAnnex { get; init; }

    /// <summary>Where generative models are used, and what follows.</summary>
    public required AiStatement Ai { get; init; }

    /// <summary>What the prices rest on, Markdown.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>What is not part of the work, Markdown.</summary>
    public required IReadOnlyList<string> Exclusions { get; init; }

    /// <summary>What the client contributes, Markdown.</summary>
    public required IReadOnlyList<string> ClientDuties { get; init; }

    /// <summary>Clauses from the library.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>What the prices were taken from; null where nobody recorded it.</summary>
    public PriceState? Prices { get; init; }
}

/// <summary>What prices were taken from, and when.</summary>
/// <param name="AsOf">Day as of which everything was priced.</param>
/// <param name="RateCard">Code of the rate card; null where the engagement states rates of its own.</param>
/// <param name="RateCardVersion">Its version, from 1; null with the code.</param>
/// <param name="RateCardFrom">First day of that version; null with the code.</param>
/// <param name="HasBookPrices">Whether prices of models come from the agency's price book of that day.</param>
public sealed record PriceState(DateOnly AsOf, string? RateCard, int? RateCardVersion, DateOnly? RateCardFrom, bool HasBookPrices);

/// <summary>Where the service is taxed.</summary>
public enum VatTreatment
{
    /// <summary>In the agency's country, at its rates.</summary>
    Domestic,

    /// <summary>In another member state: the client owes the tax.</summary>
    ReverseCharge,

    /// <summary>Outside the Union: not taxable in the agency's country.</summary>
    ThirdCountry,
}

/// <summary>Tax on the fee.</summary>
/// <param name="Treatment">Where it is taxed.</param>
/// <param name="Rate">Rate of all that names no other, a fraction in [0, 1]; zero where the tax is not the agency's.</param>
/// <param name="Note">The sentence the law wants; null for none.</param>
public sealed record VatTerms(VatTreatment Treatment, decimal Rate, string? Note);

/// <summary>An instalment: which shares of the fee's parts fall due, and when.</summary>
/// <param name="Name">What has happened by then.</param>
/// <param name="Due">When, in words or as a day; null where the name says it.</param>
/// <param name="ServiceShare">Share of the agency's own work after its discount, a fraction in [0, 1].</param>
/// <param name="ThirdPartyShare">Share of third parties and levy, their markup after its discount, a fraction in [0, 1].</param>
/// <param name="SuccessShare">Share of what depends on success after its discount, a fraction in [0, 1].</param>
public sealed record Milestone(string Name, string? Due, decimal ServiceShare, decimal ThirdPartyShare, decimal SuccessShare)
{
    /// <summary>Months in which it is paid; null for an instalment paid at once.</summary>
    public int? Months { get; init; }

    /// <summary>Its share of a part of the price, a fraction in [0, 1].</summary>
    internal decimal ShareOf(PriceGroup group) => group switch
    {
        PriceGroup.ThirdParty => ThirdPartyShare,
        PriceGroup.Success => SuccessShare,
        _ => ServiceShare,
    };

    /// <summary>The day on which it is due, where that is written as one, such as 2026-12-24.</summary>
    public DateOnly? DueDay =>
        DateOnly.TryParseExact(Due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Revision rounds.</summary>
/// <param name="IncludedRounds">Rounds that the price includes.</param>
/// <param name="FurtherRoundPrice">Net price of each further one; null where it is agreed when it comes.</param>
public sealed record RevisionTerms(int IncludedRounds, decimal? FurtherRoundPrice);

/// <summary>Whether copyright protects a result.</summary>
public enum ProtectionClass
{
    /// <summary>A work of people.</summary>
    Protected,

    /// <summary>Protected as far as people shaped it.</summary>
    PartlyProtected,

    /// <summary>Made by a model: as a rule no work, so nothing to license and no licence fee.</summary>
    NotProtected,
}

/// <summary>What the client may do with a result.</summary>
/// <param name="Deliverable">The result.</param>
/// <param name="Type">Simple, exclusive or free to use, in words.</param>
/// <param name="Territory">Where.</param>
/// <param name="Term">How long.</param>
/// <param name="Scope">In which media.</param>
/// <param name="Protection">Whether copyright protects it.</param>
/// <param name="RenewalPrice">Net price of another year; null where there is nothing to renew.</param>
public sealed record UsageRight(
    string Deliverable, string Type, string Territory, string Term, string Scope, ProtectionClass Protection, decimal? RenewalPrice);

/// <summary>How success is measured; the measures themselves are those of the value case.</summary>
/// <param name="Window">Period over which it is measured.</param>
/// <param name="AuditRight">Who may check the data, and how.</param>
/// <param name="DisputePath">What happens where the parties measure differently.</param>
public sealed record KpiAnnex(string Window, string AuditRight, string DisputePath);

/// <summary>A clause of the library as it stood when the proposal was drawn up.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its words, Markdown.</param>
public sealed record Clause(string Code, int Version, string Title, string Text);

/// <summary>What the agency is under the Union's rules on artificial intelligence.</summary>
public enum AiRole
{
    /// <summary>It uses models of others.</summary>
    Deployer,

    /// <summary>It ships a system under its own or the client's name.</summary>
    Provider,
}

/// <summary>How much of a result a model makes.</summary>
public enum AiUseClass
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It helps, and nothing of it stays visible.</summary>
    Assistive,

    /// <summary>Parts of the result.</summary>
    PartlyGenerated,

    /// <summary>The result.</summary>
    Generated,

    /// <summary>It changes the likeness or voice of a person.</summary>
    ManipulatedLikeness,
}

/// <summary>Where models are used, and what follows from it.</summary>
/// <param name="Role">What the agency is under the rules.</param>
/// <param name="Date">Day of the proposal, at which the duties are those in force.</param>
/// <param name="PlannedPublication">Day of the planned publication; null where none is planned.</param>
/// <param name="Duties">Duties of that role, with the day from which each applies; those that apply at neither day are left out.</param>
/// <param name="Deliverables">What is made how.</param>
/// <param name="TrainsOnClientData">Whether models are trained on the client's material beyond its own; the statement says so.</param>
/// <param name="VendorStop">What happens where a vendor stops a model.</param>
public sealed record AiStatement(
    AiRole Role, DateOnly Date, DateOnly? PlannedPublication, IReadOnlyList<AiDuty> Duties, IReadOnlyList<AiDeliverable> Deliverables,
    bool TrainsOnClientData, string VendorStop);

/// <summary>A duty under the rules on artificial intelligence.</summary>
/// <param name="Article">Where it stands, such as Art. 50(4).</param>
/// <param name="Text">What it asks.</param>
/// <param name="AppliesFrom">First day on which it binds.</param>
/// <param name="Source">Where that is published.</param>
public sealed record AiDuty(string Article, string Text, DateOnly AppliesFrom, string Source);

/// <summary>A result and its marking.</summary>
/// <param name="Name">The result.</param>
/// <param name="Use">How much of it a model makes.</param>
/// <param name="IsLabelled">Whether it is going to be marked.</param>
/// <param name="VisibleLabel">Where the visible mark stands; null where there is none.</param>
/// <param name="HasCredentials">Whether the file carries signed provenance (C2PA).</param>
/// <param name="Reviewer">Who checks it; null where nobody is named.</param>
/// <param name="Protection">Whether copyright protects it.</param>
public sealed record AiDeliverable(
    string Name, AiUseClass Use, bool IsLabelled, string? VisibleLabel, bool HasCredentials, string? Reviewer, ProtectionClass Protection);
