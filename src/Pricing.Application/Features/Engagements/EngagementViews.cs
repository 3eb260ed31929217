using System.Text;
using Pricing.Application.Contract;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Engagements;

/// <summary>An engagement in a list.</summary>
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
public sealed record EngagementView(
    Guid Id, string Name, Guid? ClientId, EngagementStage Stage, decimal? WinProbability, DateOnly? ExpectedDecision, string? LossReason, string? InternalNotes,
    bool IsTemplate, bool IsArchived, DateOnly PricingDate, Guid? CopiedFrom, int? CopiedFromVersion, OfferTerms? Offer, string Currency, decimal? HeadlineFee,
    Guid OwnerId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, EngagementLinks Links, RawJson Document) : IVersioned
{
    internal static EngagementView Of(EngagementRecord engagement) => new(
        engagement.Id, engagement.Name, engagement.ClientId, engagement.Stage, EngagementSummary.Trimmed(engagement.WinProbability), engagement.ExpectedDecision,
        engagement.LossReason, engagement.InternalNotes, engagement.IsTemplate, engagement.IsArchived, engagement.PricingDate, engagement.CopiedFrom,
        engagement.CopiedFromVersion, engagement.OfferTerms, engagement.Currency, EngagementSummary.HeadlineOf(engagement), engagement.OwnerId, engagement.Version,
        engagement.CreatedAt, engagement.UpdatedAt, EngagementLinks.Of(engagement.Id), new(Encoding.UTF8.GetBytes(engagement.SentDocument)));
}

/// <summary>Where the engagement's results are.</summary>
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
