using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Contract;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Deliverables;

/// <summary>What a deliverable becomes in an engagement.</summary>
public enum DeliverableKind
{
    /// <summary>Work done once: an entry of <c>workPackages</c>.</summary>
    WorkPackage,

    /// <summary>Repeatable production: an entry of <c>assets</c>.</summary>
    Asset,
}

/// <summary>A work package or asset of the agency's library, from which engagements are put together.</summary>
public sealed class DeliverableRecord : Record
{
    /// <summary>Name in the library.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in lower case, by which the list searches: databases fold only ASCII.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Words by which it is found, as written.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Whether the document is a work package or an asset.</summary>
    public DeliverableKind Kind { get; private set; }

    /// <summary>The contract's work package or asset, as it was sent.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Archived deliverables stay out of lists.</summary>
    public bool IsArchived { get; private set; }

    internal void State(DeliverableTerms terms)
    {
        Name = terms.Name;
        SearchText = terms.Name.ToLowerInvariant();
        Tags = [.. terms.Tags];
        var package = terms.WorkPackage;
        Kind = package is null ? DeliverableKind.Asset : DeliverableKind.WorkPackage;
        Document = Encoding.UTF8.GetString((package ?? terms.Asset!).Utf8.Span);   // validated: one of them is given
    }

    internal void Archive() => IsArchived = true;

    /// <summary>The document, where it is of that kind.</summary>
    internal RawJson? DocumentOf(DeliverableKind kind) => kind == Kind ? new(Encoding.UTF8.GetBytes(Document)) : null;
}

internal sealed class DeliverableMapping : IEntityTypeConfiguration<DeliverableRecord>
{
    public void Configure(EntityTypeBuilder<DeliverableRecord> builder)
    {
        builder.MapRecord("Deliverables");
        builder.Property(deliverable => deliverable.Name).HasMaxLength(300);
        builder.Property(deliverable => deliverable.SearchText).HasMaxLength(300);
        builder.PrimitiveCollection(deliverable => deliverable.Tags);
    }
}
