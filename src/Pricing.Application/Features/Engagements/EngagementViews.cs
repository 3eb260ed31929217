using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.ExternalIds;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Engagements;

/// <summary>An engagement in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, from the document.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="WinProbability">Probability of winning it, a fraction; null where nothing is said.</param>
/// <param name="ExpectedDecision">Day on which a decision is expected; null where nothing is said.</param>
/// <param name="IsTemplate">Whether others are started from it.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="PricingDate">Day as of which its prices were resolved.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="HeadlineFee">Expected fee of the structure recommended to the client, of a won engagement the net price that was accepted; null where there is none.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record EngagementSummary(
    Guid Id, string Name, Guid? ClientId, EngagementStage Stage, decimal? WinProbability, DateOnly? ExpectedDecision, bool IsTemplate, bool IsArchived,
    DateOnly PricingDate, string Currency, decimal? HeadlineFee, Guid OwnerId, int Version, DateTimeOffset UpdatedAt)
{
    internal static EngagementSummary Of(EngagementRecord engagement) => new(
        engagement.Id, engagement.Name, engagement.ClientId, engagement.Stage, Trimmed(engagement.WinProbability), engagement.ExpectedDecision, engagement.IsTemplate,
        engagement.IsArchived, engagement.PricingDate, engagement.Currency, HeadlineOf(engagement), engagement.OwnerId, engagement.Version, engagement.UpdatedAt);

    internal static decimal? HeadlineOf(EngagementRecord engagement) => engagement.HeadlineFeeMinor is { } minor
        ? minor * new decimal(1, 0, 0, false, (byte)Model.Quantities.Currency.Of(engagement.Currency).Decimals)
        : null;

    internal static decimal? Trimmed(decimal? fraction) => fraction is { } known ? new Figure(known).Shown : null;
}

/// <summary>An engagement as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name, from the document.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="WinProbability">Probability of winning it, a fraction; null where nothing is said.</param>
/// <param name="ExpectedDecision">Day on which a decision is expected; null where nothing is said.</param>
/// <param name="LossReason">Why it was lost; null where it was not.</param>
/// <param name="InternalNotes">Notes that stay inside the agency; null where there are none.</param>
/// <param name="IsTemplate">Whether others are started from it.</param>
/// <param name="IsArchived">Whether it is out of the lists.</param>
/// <param name="PricingDate">Day as of which its prices were resolved.</param>
/// <param name="CopiedFrom">Engagement that it was started from; null where it was drafted anew.</param>
/// <param name="CopiedFromVersion">Version of that engagement; null where it was drafted anew.</param>
/// <param name="Offer">Which structures go to the client; null for the suggested ones.</param>
/// <param name="MarginLimit">Margin below which the price-drift watch lists it; null for the agency's limit.</param>
/// <param name="CertaintyEquivalentLimit">Certainty equivalent below which the watch lists it; null for the agency's limit.</param>
/// <param name="Currency">ISO 4217 code of its amounts.</param>
/// <param name="HeadlineFee">Expected fee of the structure recommended to the client, of a won engagement the net price that was accepted; null where there is none.</param>
/// <param name="OwnerId">User who owns it.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="ExternalIds">Under which ids other systems know it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
/// <param name="Links">Where its results are.</param>
/// <param name="Document">The document as it was sent.</param>
public sealed record EngagementView(
    Guid Id, string Name, Guid? ClientId, EngagementStage Stage, decimal? WinProbability, DateOnly? ExpectedDecision, string? LossReason, string? InternalNotes,
    bool IsTemplate, bool IsArchived, DateOnly PricingDate, Guid? CopiedFrom, int? CopiedFromVersion, OfferTerms? Offer,
    decimal? MarginLimit, decimal? CertaintyEquivalentLimit, string Currency, decimal? HeadlineFee,
    Guid OwnerId, int Version, IReadOnlyList<ExternalId> ExternalIds, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, EngagementLinks Links, RawJson Document) : IVersioned
{
    internal static EngagementView Of(EngagementRecord engagement, Actor reader) => new(
        engagement.Id, engagement.Name, engagement.ClientId, engagement.Stage, EngagementSummary.Trimmed(engagement.WinProbability), engagement.ExpectedDecision,
        engagement.LossReason, engagement.InternalNotes, engagement.IsTemplate, engagement.IsArchived, engagement.PricingDate, engagement.CopiedFrom,
        engagement.CopiedFromVersion, engagement.OfferTerms, EngagementSummary.Trimmed(engagement.MarginLimit),
        EngagementSummary.Trimmed(engagement.CertaintyEquivalentLimit), engagement.Currency, EngagementSummary.HeadlineOf(engagement), engagement.OwnerId, engagement.Version,
        engagement.ExternalIds, engagement.CreatedAt, engagement.UpdatedAt, EngagementLinks.Of(engagement.Id), SalaryVeil.Document(engagement.SentDocument, reader));
}

/// <summary>Where the engagement's results are.</summary>
/// <param name="Self">The engagement itself.</param>
/// <param name="Comparison">Its comparison.</param>
/// <param name="Chart">The comparison as a chart.</param>
/// <param name="Explain">How its first fee comes about.</param>
/// <param name="ProposalPdf">The proposal for the client, PDF.</param>
/// <param name="Workbook">The workbook for finance, Excel.</param>
/// <param name="ResolvedDocument">The document with every reference spelled out.</param>
public sealed record EngagementLinks(string Self, string Comparison, string Chart, string Explain, string ProposalPdf, string Workbook, string ResolvedDocument)
{
    internal static EngagementLinks Of(Guid id)
    {
        var self = $"/api/v1/engagements/{id}";
        return new(
            self, $"{self}/comparison", $"{self}/comparison/chart", $"{self}/comparison/explain?of=/structures/0/expectedFee", $"{self}/proposal.pdf",
            $"{self}/workbook.xlsx", $"{self}/resolved-document");
    }
}
