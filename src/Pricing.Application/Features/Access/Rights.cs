using System.Collections.Frozen;

namespace Pricing.Application.Features.Access;

/// <summary>What somebody is in the agency.</summary>
public enum UserRole
{
    /// <summary>Drafts engagements and proposals; sees cost, margin, floor and risk, but no salary.</summary>
    AccountLead,

    /// <summary>Checks figures and keeps rate cards, prices and limits; sees salaries.</summary>
    Finance,

    /// <summary>Everything within the agency, people and keys included.</summary>
    Administrator,

    /// <summary>Reads all but salaries, writes nothing.</summary>
    Auditor,

    /// <summary>A CRM: keeps clients and drafts, reads what a client may see; never cost, margin, floor or salary.</summary>
    CrmIntegration,
}

/// <summary>Something that may be done.</summary>
public enum Right
{
    /// <summary>Read clients.</summary>
    ReadClients,

    /// <summary>Add, change and archive clients.</summary>
    WriteClients,

    /// <summary>Read what a client may see of an engagement: its offer and its proposal.</summary>
    ReadOffers,

    /// <summary>Draft engagements from templates and keep their names and stages, without seeing a figure of the inside.</summary>
    DraftEngagements,

    /// <summary>Read engagements with cost, margin, floor and risk; compare and analyse them.</summary>
    ReadFigures,

    /// <summary>Write engagements, scenarios and the library of deliverables.</summary>
    WriteEngagements,

    /// <summary>Draft, submit, send and withdraw proposals, keep their links and answer clients' questions.</summary>
    WriteProposals,

    /// <summary>Approve proposals that others wrote, and keep the approval rules.</summary>
    ApproveProposals,

    /// <summary>Show a client what the work costs, in sums.</summary>
    OpenBooks,

    /// <summary>Keep the companies that issue proposals.</summary>
    ManageLegalEntities,

    /// <summary>Read salaries, on-cost rates, freelancers' costs and what one role costs.</summary>
    ReadSalaries,

    /// <summary>Keep rate cards, effort profiles, prices, exchange rates and limits.</summary>
    WriteCatalogue,

    /// <summary>Read the feed of events.</summary>
    ReadEvents,

    /// <summary>Read webhook endpoints with their deliveries and connections to CRMs; never a secret.</summary>
    ReadIntegrations,

    /// <summary>Keep webhook endpoints and the connections to CRMs.</summary>
    ManageIntegrations,

    /// <summary>Read API keys, never their secrets, who signs in as whom, and what people own.</summary>
    ReadAccess,

    /// <summary>Keep people and API keys.</summary>
    ManageAccess,

    /// <summary>Read and verify the audit trail.</summary>
    ReadAudit,

    /// <summary>Read the log of wishes to be forgotten.</summary>
    ReadErasures,

    /// <summary>Export and erase personal data, and block erasure.</summary>
    ManagePersonalData,
}

/// <summary>What each role may do: the whole policy.</summary>
public static class Rights
{
    private static readonly FrozenDictionary<UserRole, FrozenSet<Right>> ByRole = new Dictionary<UserRole, FrozenSet<Right>>
    {
        [UserRole.AccountLead] = FrozenSet.Create(
            Right.ReadClients, Right.WriteClients, Right.ReadOffers, Right.DraftEngagements, Right.ReadFigures, Right.WriteEngagements,
            Right.WriteProposals, Right.ReadEvents),
        [UserRole.Finance] = FrozenSet.Create(
            Right.ReadClients, Right.WriteClients, Right.ReadOffers, Right.DraftEngagements, Right.ReadFigures, Right.WriteEngagements,
            Right.WriteProposals, Right.ApproveProposals, Right.OpenBooks, Right.ManageLegalEntities, Right.ReadEvents, Right.ReadSalaries, Right.WriteCatalogue, Right.ReadAudit),
        [UserRole.Administrator] = Enum.GetValues<Right>().ToFrozenSet(),
        [UserRole.Auditor] = FrozenSet.Create(
            Right.ReadClients, Right.ReadOffers, Right.ReadFigures, Right.ReadEvents, Right.ReadAudit, Right.ReadIntegrations, Right.ReadAccess, Right.ReadErasures),
        [UserRole.CrmIntegration] = FrozenSet.Create(
            Right.ReadClients, Right.WriteClients, Right.ReadOffers, Right.DraftEngagements, Right.ReadEvents),
    }.ToFrozenDictionary();

    // Whoever keeps something reads it: a key that is narrowed to keeping need not name reading as well.
    private static readonly FrozenDictionary<Right, Right> ReadingOf = new Dictionary<Right, Right>
    {
        [Right.ManageIntegrations] = Right.ReadIntegrations,
        [Right.ManageAccess] = Right.ReadAccess,
        [Right.ManagePersonalData] = Right.ReadErasures,
    }.ToFrozenDictionary();

    /// <summary>What a key may do that is narrowed to some rights.</summary>
    public static IReadOnlySet<Right> NarrowedTo(IEnumerable<Right> scopes) =>
        scopes.SelectMany(scope => ReadingOf.TryGetValue(scope, out var reading) ? new[] { scope, reading } : [scope]).ToFrozenSet();

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Right> Of(UserRole role) => ByRole[role];
}
