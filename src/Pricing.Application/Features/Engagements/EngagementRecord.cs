using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Features.ValueDrivers;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>Where an engagement stands on its way to a contract.</summary>
public enum EngagementStage
{
    /// <summary>First contact.</summary>
    Lead,

    /// <summary>Need, budget and decision are known.</summary>
    Qualified,

    /// <summary>A proposal is being drawn up or has been sent.</summary>
    Proposal,

    /// <summary>Terms are being negotiated.</summary>
    Negotiation,

    /// <summary>Agreed.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}

/// <summary>A stored engagement: the document as sent, the document as resolved on its pricing date, and what the desk needs.</summary>
public sealed class EngagementRecord : KnownRecord
{
    /// <summary>Name, from the document.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name and client in lower case, by which the list searches.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The client; null where none is stored.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>Stage.</summary>
    public EngagementStage Stage { get; private set; }

    /// <summary>Probability of winning it, a fraction; null where nobody said.</summary>
    public decimal? WinProbability { get; private set; }

    /// <summary>Day on which a decision is expected.</summary>
    public DateOnly? ExpectedDecision { get; private set; }

    /// <summary>Why it was lost.</summary>
    public string? LossReason { get; private set; }

    /// <summary>Notes that stay inside the agency.</summary>
    public string? InternalNotes { get; private set; }

    /// <summary>Whether others are started from it.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>Archived engagements stay out of lists.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>Day as of which rate cards, profiles and prices were resolved.</summary>
    public DateOnly PricingDate { get; private set; }

    /// <summary>The engagement it was copied from.</summary>
    public Guid? CopiedFrom { get; private set; }

    /// <summary>The version of that engagement.</summary>
    public int? CopiedFromVersion { get; private set; }

    /// <summary>Structures that go to the client, as JSON; null for the suggested ones.</summary>
    public string? Offer { get; private set; }

    /// <summary>Margin below which the price-drift watch lists it; null for the agency's limit.</summary>
    public decimal? MarginLimit { get; private set; }

    /// <summary>Certainty equivalent below which the watch lists it; null for the agency's limit.</summary>
    public decimal? CertaintyEquivalentLimit { get; private set; }

    /// <summary>The document as it was sent, references included.</summary>
    public string SentDocument { get; private set; } = "";

    /// <summary>The document with every reference spelled out: what all figures come from.</summary>
    public string ResolvedDocument { get; private set; } = "";

    /// <summary>Where the spelled-out figures come from, by JSON pointer, as JSON.</summary>
    public string Provenance { get; private set; } = "{}";

    /// <summary>How drivers that a calculator filled came about, as JSON.</summary>
    public string Calculations { get; private set; } = "[]";

    /// <summary>Currency of the document.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Expected fee of the recommended structure in minor units, for lists; of what is won the net price that was accepted; null where none can be offered.</summary>
    public long? HeadlineFeeMinor { get; private set; }

    internal void State(EngagementTerms terms, PricedDocument priced, string? clientName)
    {
        var before = Stage;
        Keep(terms);
        Price(priced, clientName, before);
    }

    internal void StateDesk(DeskTerms terms, Comparison comparison, string? clientName)
    {
        var before = Stage;
        Keep(terms);
        ShowInLists(comparison, clientName, isAgreed: before == EngagementStage.Won && Stage == EngagementStage.Won);
    }

    internal void Price(PricedDocument priced, string? clientName) => Price(priced, clientName, Stage);

    private void Price(PricedDocument priced, string? clientName, EngagementStage before)
    {
        var isAgreed = before == EngagementStage.Won && Stage == EngagementStage.Won && Currency == priced.Engagement.Currency;
        Name = priced.Engagement.Name;
        PricingDate = priced.PricingDate;
        SentDocument = Encoding.UTF8.GetString(priced.Sent.Span);
        ResolvedDocument = Encoding.UTF8.GetString(priced.Resolved.Span);
        Provenance = JsonSerializer.Serialize(priced.Provenance, JsonSerializerOptions.Web);
        Currency = priced.Engagement.Currency;
        Keep(Explained.Where(calculation => calculation.PositionIn(priced.Engagement) >= 0));   // what was changed by hand since is explained by nobody
        ShowInLists(priced.Comparison, clientName, isAgreed);
    }

    /// <summary>Keeps how a driver of the document came about.</summary>
    internal void Explain(StoredCalculation calculation) => Keep(Explained.Where(other => other.Driver != calculation.Driver).Append(calculation));

    internal void CopyOf(EngagementRecord source)
    {
        (CopiedFrom, CopiedFromVersion) = (source.Id, source.Version);
        Calculations = source.Calculations;   // a copy has the same drivers
    }

    /// <summary>Names it and its client anew; its prices stay as they are.</summary>
    internal void Rename(string name, Client? client)
    {
        (Name, ClientId) = (name, client?.Id);
        SentDocument = Renamed(SentDocument, name, client);
        ResolvedDocument = Renamed(ResolvedDocument, name, client);
        SearchText = $"{name}\n{client?.Name}".ToLowerInvariant();
    }

    /// <summary>What a CRM says of the deal.</summary>
    internal void StateDeal(EngagementStage stage, DateOnly? expectedDecision, decimal? winProbability)
    {
        (Stage, ExpectedDecision, WinProbability) = (stage, expectedDecision, winProbability);
        LossReason = stage == EngagementStage.Lost ? LossReason : null;
    }

    /// <summary>Adds to the notes that stay inside.</summary>
    internal void NoteInside(string note) => InternalNotes = InternalNotes is null ? note : $"{InternalNotes}\n{note}";

    /// <summary>It is agreed: as long as it is won, lists show what was accepted, however it is priced anew.</summary>
    internal void Win(long netMinor)
    {
        StateDeal(EngagementStage.Won, ExpectedDecision, 1);
        HeadlineFeeMinor = netMinor;
    }

    /// <summary>Gives it to the client that stays of two; what it says, and to whom, stays as it was said.</summary>
    internal void MoveTo(Client client) => (ClientId, SearchText) = (client.Id, string.Join('\n', SearchText.Split('\n').Take(2).Append(client.SearchText)));

    internal void Archive() => IsArchived = true;

    /// <summary>Takes the client's name out of the documents, and the ids of the client's deals.</summary>
    internal void ForgetClient(string placeholder)
    {
        SentDocument = DocumentText.WithClient(SentDocument, placeholder);
        ResolvedDocument = DocumentText.WithClient(ResolvedDocument, placeholder);
        SearchText = $"{Name}\n{placeholder}".ToLowerInvariant();
        (InternalNotes, LossReason) = (null, null);
        KnowAs([]);
    }

    internal void TakeOutOfArchive() => IsArchived = false;

    private static string Renamed(string document, string name, Client? client)
    {
        var renamed = JsonNode.Parse(document)!;
        renamed["name"] = name;
        if (client is not null)
            renamed["client"] = client.Name;
        return Encoding.UTF8.GetString(RawJson.Of(renamed).Utf8.Span);
    }

    private void Keep(DeskTerms terms)
    {
        ClientId = terms.ClientId;
        Stage = terms.Stage;
        WinProbability = terms.WinProbability;
        ExpectedDecision = terms.ExpectedDecision;
        LossReason = terms.LossReason;
        InternalNotes = terms.InternalNotes;
        IsTemplate = terms.IsTemplate;
        MarginLimit = terms.MarginLimit;
        CertaintyEquivalentLimit = terms.CertaintyEquivalentLimit;
        Offer = terms.Offer is null ? null : JsonSerializer.Serialize(terms.Offer, JsonSerializerOptions.Web);
    }

    private void Keep(IEnumerable<StoredCalculation> calculations) => Calculations = JsonSerializer.Serialize(calculations, JsonSerializerOptions.Web);

    private void ShowInLists(Comparison comparison, string? clientName, bool isAgreed)
    {
        SearchText = $"{comparison.Engagement.Document.Name}\n{comparison.Engagement.Document.Client}\n{clientName}".ToLowerInvariant();
        if (!isAgreed)
            HeadlineFeeMinor = FeeMinor(comparison, OfferTerms?.Recommended ?? Model.Proposals.Offer.Suggested(comparison)?.Recommended);
    }

    private static long? FeeMinor(Comparison comparison, int? recommended)
    {
        if (recommended is not { } position || comparison.Structures[position].ExpectedFee is not { } fee)
            return null;
        return (long)(fee.ToMinorUnit(comparison.Currency) / comparison.Currency.MinorUnit);
    }

    internal OfferTerms? OfferTerms => Offer is null ? null : JsonSerializer.Deserialize<OfferTerms>(Offer, JsonSerializerOptions.Web);

    internal IReadOnlyList<StoredCalculation> Explained => JsonSerializer.Deserialize<List<StoredCalculation>>(Calculations, JsonSerializerOptions.Web)!;

    internal Dictionary<string, string> Sources => JsonSerializer.Deserialize<Dictionary<string, string>>(Provenance, JsonSerializerOptions.Web)!;
}

internal sealed class EngagementMapping : IEntityTypeConfiguration<EngagementRecord>
{
    public void Configure(EntityTypeBuilder<EngagementRecord> builder)
    {
        builder.MapRecord("Engagements");
        builder.MapExternalKeys("EngagementExternalIds");
        builder.Property(engagement => engagement.Name).HasMaxLength(300);
        builder.Property(engagement => engagement.SearchText).HasMaxLength(1000);
        builder.Property(engagement => engagement.WinProbability).HasPrecision(28, 12);
        builder.Property(engagement => engagement.MarginLimit).HasPrecision(28, 12);
        builder.Property(engagement => engagement.CertaintyEquivalentLimit).HasPrecision(28, 12);
        builder.Property(engagement => engagement.LossReason).HasMaxLength(300);
        builder.Property(engagement => engagement.InternalNotes).HasMaxLength(10_000);
        builder.Property(engagement => engagement.Offer).HasMaxLength(200);
        builder.Property(engagement => engagement.Currency).HasMaxLength(3);
        builder.Ignore(engagement => engagement.OfferTerms);
        builder.Ignore(engagement => engagement.Sources);
        builder.Ignore(engagement => engagement.Explained);
        builder.HasOne<Client>().WithMany().HasForeignKey(engagement => engagement.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
