using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.Scenarios;

/// <summary>Another way to do an engagement: a whole document of its own beside the engagement's.</summary>
public sealed class ScenarioRecord : Record
{
    /// <summary>The engagement to which it is an alternative.</summary>
    public Guid EngagementId { get; private set; }

    /// <summary>Version of the engagement from which it started.</summary>
    public int StartedFromVersion { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is about; null where nothing is said.</summary>
    public string? Note { get; private set; }

    /// <summary>Archived scenarios stay out of lists and comparisons.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>Day as of which references are resolved.</summary>
    public DateOnly PricingDate { get; private set; }

    /// <summary>Currency of the document.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>The document as it was sent or made, references included.</summary>
    public string SentDocument { get; private set; } = "";

    /// <summary>The document with every reference spelled out: what all figures come from.</summary>
    public string ResolvedDocument { get; private set; } = "";

    /// <summary>Where the spelled-out figures come from, by JSON pointer, as JSON.</summary>
    public string Provenance { get; private set; } = "{}";

    internal void StartFrom(EngagementRecord engagement) => (EngagementId, StartedFromVersion) = (engagement.Id, engagement.Version);

    internal void State(string name, string? note) => (Name, Note) = (name, note);

    internal void Price(PricedDocument priced)
    {
        PricingDate = priced.PricingDate;
        Currency = priced.Engagement.Currency;
        SentDocument = Encoding.UTF8.GetString(priced.Sent.Span);
        ResolvedDocument = Encoding.UTF8.GetString(priced.Resolved.Span);
        Provenance = JsonSerializer.Serialize(priced.Provenance, JsonSerializerOptions.Web);
    }

    internal void Archive() => IsArchived = true;

    /// <summary>Takes the client's name out of the documents, and what was noted.</summary>
    internal void ForgetClient(string placeholder)
    {
        SentDocument = DocumentText.WithClient(SentDocument, placeholder);
        ResolvedDocument = DocumentText.WithClient(ResolvedDocument, placeholder);
        Note = null;
    }

    /// <summary>The comparison of its document.</summary>
    internal Comparison Compare() => Comparison.Of(ResolvedEngagement.From(Restore()));

    /// <summary>What it says, everything spelled out.</summary>
    internal Engagement Restore() => EngagementReader.Restore(Encoding.UTF8.GetBytes(ResolvedDocument));

    internal Dictionary<string, string> Sources => JsonSerializer.Deserialize<Dictionary<string, string>>(Provenance, JsonSerializerOptions.Web)!;
}

internal sealed class ScenarioMapping : IEntityTypeConfiguration<ScenarioRecord>
{
    public void Configure(EntityTypeBuilder<ScenarioRecord> builder)
    {
        builder.MapRecord("Scenarios");
        builder.Property(scenario => scenario.Name).HasMaxLength(300);
        builder.Property(scenario => scenario.Note).HasMaxLength(10_000);
        builder.Property(scenario => scenario.Currency).HasMaxLength(3);
        builder.Ignore(scenario => scenario.Sources);
        builder.HasOne<EngagementRecord>().WithMany().HasForeignKey(scenario => scenario.EngagementId).OnDelete(DeleteBehavior.Cascade);
    }
}
