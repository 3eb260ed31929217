using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Where a version of a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>Somebody else checks it.</summary>
    InReview,

    /// <summary>It may be sent as it is.</summary>
    Approved,

    /// <summary>The client has its link.</summary>
    Sent,

    /// <summary>The client has opened it.</summary>
    Viewed,

    /// <summary>The client has accepted it.</summary>
    Accepted,

    /// <summary>The client has declined it.</summary>
    Declined,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The agency has taken it back.</summary>
    Withdrawn,
}

/// <summary>A proposal: a number, and all its versions.</summary>
public sealed class ProposalRecord : Record
{
    /// <summary>Its number, given by the legal entity without gaps.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The engagement that it prices.</summary>
    public Guid EngagementId { get; private set; }

    /// <summary>The company that issues it.</summary>
    public Guid LegalEntityId { get; private set; }

    /// <summary>The client; null where none is stored.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>The accepted proposal that it changes; null for one that stands by itself.</summary>
    public Guid? ChangesId { get; private set; }

    /// <summary>The proposal it was copied from; null for none.</summary>
    public Guid? CopiedFrom { get; private set; }

    /// <summary>Title, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Number, title and client in lower case, by which the list searches.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Currency of its amounts.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Its newest version.</summary>
    public int LatestVersion { get; private set; } = 1;

    /// <summary>Where the newest version stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Net price of the recommended option in minor units, for lists; of the accepted choice once there is one.</summary>
    public long NetMinor { get; private set; }

    internal void Start(string number, EngagementRecord engagement, Guid legalEntityId, ProposalRecord? changes, Guid? copiedFrom)
    {
        (Number, EngagementId, LegalEntityId, ClientId, Currency) = (number, engagement.Id, legalEntityId, engagement.ClientId ?? changes?.ClientId, engagement.Currency);
        (ChangesId, CopiedFrom) = (changes?.Id, copiedFrom);
    }

    internal void Show(string title, string? client, long netMinor)
    {
        (Title, NetMinor) = (title, netMinor);
        SearchText = $"{Number}\n{title}\n{client}".ToLowerInvariant();
    }

    /// <summary>Goes with its engagement to the client that stays of two; it is found by either name.</summary>
    internal void MoveTo(Client client) => (ClientId, SearchText) = (client.Id, string.Join('\n', SearchText.Split('\n').Take(3).Append(client.SearchText)));

    /// <summary>Goes with its engagement to another client, or to none; it is no longer found by the former one's name.</summary>
    internal void GoTo(Client? client) => (ClientId, SearchText) = (client?.Id, $"{Number}\n{Title}\n{client?.Name}".ToLowerInvariant());

    /// <summary>Shows where its newest version stands.</summary>
    internal void Follow(ProposalVersion newest) => (LatestVersion, State) = (newest.Number, newest.State);

    /// <summary>Takes the client's name out.</summary>
    internal void ForgetClient(string placeholder) => SearchText = $"{Number}\n{Title}\n{placeholder}".ToLowerInvariant();

    internal void Agree(long netMinor) => NetMinor = netMinor;
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<ProposalRecord>
{
    public void Configure(EntityTypeBuilder<ProposalRecord> builder)
    {
        builder.MapRecord("Proposals");
        builder.Property(proposal => proposal.Number).HasMaxLength(30);
        builder.Property(proposal => proposal.Title).HasMaxLength(300);
        builder.Property(proposal => proposal.SearchText).HasMaxLength(1000);
        builder.Property(proposal => proposal.Currency).HasMaxLength(3);
        builder.HasIndex(proposal => new { proposal.LegalEntityId, proposal.Number }).IsUnique();
        builder.HasIndex(proposal => new { proposal.TenantId, proposal.EngagementId });
        builder.HasIndex(proposal => proposal.ChangesId);
        builder.HasOne<EngagementRecord>().WithMany().HasForeignKey(proposal => proposal.EngagementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LegalEntityRecord>().WithMany().HasForeignKey(proposal => proposal.LegalEntityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(proposal => proposal.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProposalRecord>().WithMany().HasForeignKey(proposal => proposal.ChangesId).OnDelete(DeleteBehavior.Restrict);
    }
}
