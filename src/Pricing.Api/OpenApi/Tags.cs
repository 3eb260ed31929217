namespace Pricing.Api.OpenApi;

/// <summary>Tags in the order of an account lead's work.</summary>
internal static class Tags
{
    public const string Start = "Start here";
    public const string Clients = "Clients";
    public const string Catalogue = "Rate cards and AI price book";
    public const string Engagements = "Engagements";
    public const string Value = "Value drivers";
    public const string Compare = "Compare";
    public const string Scenarios = "Scenarios";
    public const string Drift = "Price drift and repricing";
    public const string Analyses = "Analyses";
    public const string DocumentAnalyses = "Analyses of posted engagements";
    public const string Documents = "Proposal documents";
    public const string Proposals = "Proposals";
    public const string Administration = "Administration";
    public const string Integrations = "Events and webhooks";
    public const string Crm = "CRMs";

    public static readonly (string Name, string Description)[] InOrder =
    [
        (Start, "Build a complete example with one click."),
        (Clients, "Whom the agency works for."),
        (Catalogue, "What people and models cost, with dates and sources; effort profiles and the library of deliverables."),
        (Engagements, "Briefs: what is done, what it takes, what it is worth and how it may be charged."),
        (Value, "What the work is worth, worked out from what the client knows; every input with its owner and source."),
        (Compare, "Every fee structure over the same scenarios, from both sides of the table."),
        (Scenarios, "Other ways to do an engagement, side by side: all classic, hybrid, AI; before and after a scope cut."),
        (Drift, "What other prices do to open engagements; a model's successor in all drafts; any engagement as of any day, the difference by cause."),
        (Analyses, "The questions behind the price of a stored engagement: simulation, what AI changes, incentives and negotiation."),
        (DocumentAnalyses, "The same questions about an engagement that comes with the request."),
        (Documents, "What goes to the client, and what finance checks."),
        (Proposals, "From draft to acceptance: versions, approvals, the client's link and answers, changes afterwards."),
        (Administration, "People and their rights, keys for programs, and what was changed by whom."),
        (Integrations, "What has happened, to read or to be told: signed, at least once, in order per resource."),
        (Crm, "Offers sent to HubSpot, Salesforce and Dynamics 365 Sales as deals, to the cent, without a figure of the inside."),
    ];
}
