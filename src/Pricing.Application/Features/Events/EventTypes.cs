namespace Pricing.Application.Features.Events;

/// <summary>What can happen, as events name it. A type never changes its meaning; another meaning is another version.</summary>
public static class EventTypes
{
    /// <summary>A client was added.</summary>
    public const string ClientCreated = "com.pricing.client.created.v1";

    /// <summary>A client was changed.</summary>
    public const string ClientRevised = "com.pricing.client.revised.v1";

    /// <summary>A client was archived.</summary>
    public const string ClientArchived = "com.pricing.client.archived.v1";

    /// <summary>A client belongs to another user.</summary>
    public const string ClientOwnerChanged = "com.pricing.client.ownerChanged.v1";

    /// <summary>An engagement was drafted or copied.</summary>
    public const string EngagementCreated = "com.pricing.engagement.created.v1";

    /// <summary>An engagement was changed, whatever of it.</summary>
    public const string EngagementRevised = "com.pricing.engagement.revised.v1";

    /// <summary>An engagement was archived.</summary>
    public const string EngagementArchived = "com.pricing.engagement.archived.v1";

    /// <summary>An engagement went to another stage.</summary>
    public const string EngagementStageChanged = "com.pricing.engagement.stageChanged.v1";

    /// <summary>What is offered to the client, or its fee, is another one.</summary>
    public const string EngagementOfferChanged = "com.pricing.engagement.offerChanged.v1";

    /// <summary>An engagement belongs to another user.</summary>
    public const string EngagementOwnerChanged = "com.pricing.engagement.ownerChanged.v1";

    /// <summary>A proposal was drafted.</summary>
    public const string ProposalCreated = "com.pricing.proposal.created.v1";

    /// <summary>A version of a proposal went to the client.</summary>
    public const string ProposalSent = "com.pricing.proposal.sent.v1";

    /// <summary>The client opened a proposal for the first time.</summary>
    public const string ProposalViewed = "com.pricing.proposal.viewed.v1";

    /// <summary>The client asked something about a proposal.</summary>
    public const string ProposalQuestionAsked = "com.pricing.proposal.questionAsked.v1";

    /// <summary>The client accepted a proposal.</summary>
    public const string ProposalAccepted = "com.pricing.proposal.accepted.v1";

    /// <summary>The client declined a proposal.</summary>
    public const string ProposalDeclined = "com.pricing.proposal.declined.v1";

    /// <summary>A proposal expires within three days.</summary>
    public const string ProposalExpiring = "com.pricing.proposal.expiring.v1";

    /// <summary>The last day of a proposal is over.</summary>
    public const string ProposalExpired = "com.pricing.proposal.expired.v1";

    /// <summary>The agency took a proposal back that was sent.</summary>
    public const string ProposalWithdrawn = "com.pricing.proposal.withdrawn.v1";

    /// <summary>A proposal belongs to another user.</summary>
    public const string ProposalOwnerChanged = "com.pricing.proposal.ownerChanged.v1";

    /// <summary>A test of an endpoint; in no feed, and no endpoint can leave it out.</summary>
    public const string Ping = "com.pricing.ping.v1";

    /// <summary>The types that an endpoint or a feed can be narrowed to.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ClientCreated, ClientRevised, ClientArchived, ClientOwnerChanged, EngagementCreated, EngagementRevised, EngagementArchived, EngagementStageChanged, EngagementOfferChanged, EngagementOwnerChanged,
        ProposalCreated, ProposalSent, ProposalViewed, ProposalQuestionAsked, ProposalAccepted, ProposalDeclined, ProposalExpiring, ProposalExpired, ProposalWithdrawn, ProposalOwnerChanged,
    ];
}
