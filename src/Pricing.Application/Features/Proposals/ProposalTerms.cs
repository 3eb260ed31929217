using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>What the agency states of a proposal. Everything left out has a default that suits the engagement; texts are Markdown where they say so.</summary>
public abstract record ProposalTerms
{
    /// <summary>The company that issues it; leave out for the agency's first.</summary>
    public Guid? LegalEntityId { get; init; }

    /// <summary>Title, at most 300 characters; leave out for the engagement's name.</summary>
    /// <example>Social content campaign, 120 short videos</example>
    public string? Title { get; init; }

    /// <summary>Who receives it; leave out for the engagement's client.</summary>
    public RecipientTerms? Recipient { get; init; }

    /// <summary>Language of all its documents: de or en; leave out for the client's.</summary>
    /// <example>en</example>
    public string? Language { get; init; }

    /// <summary>Last day on which it can be accepted, in the recipient's time zone; leave out for the company's usual term, counted from the day of sending.</summary>
    /// <example>2027-01-15</example>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Tax on the fee; leave out for what suits company and recipient, at the rate of the engagement.</summary>
    public VatChoice? Vat { get; init; }

    /// <summary>Why the client asked and what is proposed, Markdown, at most 10,000 characters.</summary>
    public string? Situation { get; init; }

    /// <summary>One to three options, one of them recommended; leave out for what the engagement offers.</summary>
    public IReadOnlyList<OptionTerms>? Options { get; init; }

    /// <summary>When what is paid, at most 50; leave out for what suits each option: monthly fees each month, what depends on success once it is measured, everything else half at the order and half at acceptance.</summary>
    public IReadOnlyList<MilestoneTerms>? Milestones { get; init; }

    /// <summary>Days from an invoice to its payment, 0 to 365. Default 14.</summary>
    /// <example>14</example>
    public int PaymentDays { get; init; } = 14;

    /// <summary>Included revision rounds and the price of a further one; leave out for the engagement's rounds.</summary>
    public RevisionRounds? Revisions { get; init; }

    /// <summary>What the client may do with the results, at most 100.</summary>
    public IReadOnlyList<RightTerms>? Rights { get; init; }

    /// <summary>How success is measured and disputed; needed where a fee depends on it. The measures are those of the engagement's scorecard.</summary>
    public KpiAnnexTerms? KpiAnnex { get; init; }

    /// <summary>The agency's role under the rules on artificial intelligence, and how results are marked; leave out for what follows from the models used.</summary>
    public AiTerms? Ai { get; init; }

    /// <summary>What the prices rest on, Markdown, at most 50 of 2,000 characters.</summary>
    public IReadOnlyList<string>? Assumptions { get; init; }

    /// <summary>What is not part of the work, Markdown, at most 50 of 2,000 characters.</summary>
    public IReadOnlyList<string>? Exclusions { get; init; }

    /// <summary>What the client contributes, Markdown, at most 50 of 2,000 characters.</summary>
    public IReadOnlyList<string>? ClientDuties { get; init; }

    /// <summary>Codes of clauses from the library, at most 50; leave out for those that suit fee structures, tax and use of AI.</summary>
    /// <example>["validity", "payment"]</example>
    public IReadOnlyList<string>? Clauses { get; init; }
}

/// <summary>Who receives a proposal.</summary>
public sealed record RecipientTerms
{
    /// <summary>Company, at most 300 characters; leave out for the client's name.</summary>
    /// <example>Beispielmarke GmbH</example>
    public string? Company { get; init; }

    /// <summary>Person, at most 300 characters.</summary>
    /// <example>Max Beispiel</example>
    public string? Name { get; init; }

    /// <summary>What the person does, at most 300 characters.</summary>
    /// <example>Head of brand</example>
    public string? Function { get; init; }

    /// <summary>Address in one line, at most 300 characters.</summary>
    /// <example>Musterstraße 1, 20000 Musterstadt</example>
    public string? Address { get; init; }

    /// <summary>E-mail address to which the link goes, at most 300 characters.</summary>
    /// <example>max@example.com</example>
    public string? Email { get; init; }

    /// <summary>VAT identification number; reverse charge needs it.</summary>
    /// <example>ATU12345678</example>
    public string? VatId { get; init; }
}

/// <summary>Tax on a fee.</summary>
public sealed record VatChoice
{
    /// <summary>
    /// domestic, reverseCharge (another member state of the Union) or thirdCountry. Leave out for what suits: domestic in the company's own country and wherever a rate is
    /// stated, reverseCharge in another member state once both VAT identification numbers are known, thirdCountry outside the Union. The recipient is where its VAT
    /// identification number is from, else where the client is; what contradicts that is refused.
    /// </summary>
    /// <example>domestic</example>
    public VatTreatment? Treatment { get; init; }

    /// <summary>Domestic rate of all that names no other, a fraction from 0 to 1; leave out for the engagement's. Where the treatment is not domestic, 0 or left out.</summary>
    /// <example>0.19</example>
    public decimal? Rate { get; init; }
}

/// <summary>An option: a fee structure over a scope.</summary>
public sealed record OptionTerms
{
    /// <summary>The scenario whose scope it has; leave out for the engagement as it is.</summary>
    public Guid? ScenarioId { get; init; }

    /// <summary>Position of the fee structure in the document, counted from 0.</summary>
    /// <example>7</example>
    public required int Structure { get; init; }

    /// <summary>Whether the agency recommends it; exactly one option is.</summary>
    /// <example>true</example>
    public bool IsRecommended { get; init; }

    /// <summary>Name, at most 300 characters; leave out for the structure's.</summary>
    /// <example>Base fee and success share</example>
    public string? Name { get; init; }

    /// <summary>Why the agency recommends it, Markdown, at most 1,000 characters; it is shown on the recommended option.</summary>
    /// <example>You pay more only where the videos bring more.</example>
    public string? Reason { get; init; }

    /// <summary>Discount on the service in place of the structure's, a fraction from 0 to 0.99.</summary>
    /// <example>0.05</example>
    public decimal? Discount { get; init; }

    /// <summary>Why the discount is given, at most 300 characters; only beside a discount.</summary>
    /// <example>First order</example>
    public string? DiscountReason { get; init; }

    /// <summary>How the price of the agency's own work is split into lines, at most 500; the shares add to 1.</summary>
    public IReadOnlyList<ShareTerms>? Split { get; init; }

    /// <summary>Lines that the client chooses, at most 100.</summary>
    public IReadOnlyList<ExtraTerms>? Extras { get; init; }
}

/// <summary>A line of the price of the agency's own work.</summary>
public sealed record ShareTerms
{
    /// <summary>strategy, ideation or production; leave out for none.</summary>
    /// <example>strategy</example>
    public Phase? Phase { get; init; }

    /// <summary>What it is, 1 to 300 characters.</summary>
    /// <example>Campaign strategy</example>
    public required string Name { get; init; }

    /// <summary>Its share of the price, a fraction from 0 to 1.</summary>
    /// <example>0.2</example>
    public required decimal Share { get; init; }

    /// <summary>How many units, 0 to 1,000,000; leave out for a lump sum.</summary>
    /// <example>96</example>
    public decimal? Quantity { get; init; }

    /// <summary>What is counted, at most 30 characters.</summary>
    /// <example>video</example>
    public string? Unit { get; init; }

    /// <summary>Its VAT rate, a fraction from 0 to 1, where it is a service agreed apart (rights at the reduced rate); leave out for the proposal's.</summary>
    /// <example>0.07</example>
    public decimal? VatRate { get; init; }
}

/// <summary>A line that the client chooses.</summary>
public sealed record ExtraTerms
{
    /// <summary>Names it within its option, 1 to 50 letters, digits and hyphens.</summary>
    /// <example>subtitles</example>
    public required string Code { get; init; }

    /// <summary>What it is, 1 to 300 characters.</summary>
    /// <example>Subtitles in five languages</example>
    public required string Name { get; init; }

    /// <summary>More of it, Markdown, at most 2,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>How many units, above 0 to 1,000,000. Default 1.</summary>
    /// <example>120</example>
    public decimal Quantity { get; init; } = 1;

    /// <summary>What is counted, 1 to 30 characters.</summary>
    /// <example>video</example>
    public required string Unit { get; init; }

    /// <summary>Net price of a unit, 0 to 1,000,000,000.</summary>
    /// <example>18</example>
    public required decimal UnitPrice { get; init; }

    /// <summary>What a unit costs the agency, 0 to 1,000,000,000, 0 for nothing beyond the engagement's cost; leave out where it is not known yet: a limit on the margin then asks for approval. No client sees it.</summary>
    /// <example>6</example>
    public decimal? UnitCost { get; init; }

    /// <summary>Its VAT rate, a fraction from 0 to 1; leave out for the proposal's.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>Name of the group of which exactly one line is chosen, at most 100 characters; leave out for a line that is optional by itself.</summary>
    /// <example>Voice</example>
    public string? Group { get; init; }

    /// <summary>Whether the agency recommends it; exactly one line of each group is, and it is in the price.</summary>
    public bool IsPreselected { get; init; }
}

/// <summary>An instalment; the shares of each kind add to 1 over all instalments.</summary>
public sealed record MilestoneTerms
{
    /// <summary>What has happened by then, 1 to 300 characters.</summary>
    /// <example>Order</example>
    public required string Name { get; init; }

    /// <summary>When, at most 300 characters.</summary>
    /// <example>Week 1</example>
    public string? Due { get; init; }

    /// <summary>Share of the agency's own work after its discount, a fraction from 0 to 1.</summary>
    /// <example>0.5</example>
    public decimal ServiceShare { get; init; }

    /// <summary>Share of third parties and levy, a fraction from 0 to 1.</summary>
    /// <example>1</example>
    public decimal ThirdPartyShare { get; init; }

    /// <summary>Share of what depends on success, a fraction from 0 to 1.</summary>
    /// <example>0</example>
    public decimal SuccessShare { get; init; }
}

/// <summary>Revision rounds.</summary>
public sealed record RevisionRounds
{
    /// <summary>Rounds that the price includes, 0 to 100.</summary>
    /// <example>2</example>
    public required int IncludedRounds { get; init; }

    /// <summary>Net price of each further one, 0 to 1,000,000,000; leave out where it is agreed when it comes.</summary>
    /// <example>1800</example>
    public decimal? FurtherRoundPrice { get; init; }
}

/// <summary>What the client may do with a result.</summary>
public sealed record RightTerms
{
    /// <summary>The result, 1 to 300 characters.</summary>
    /// <example>Campaign idea and storyboards</example>
    public required string Deliverable { get; init; }

    /// <summary>Kind of right, 1 to 100 characters.</summary>
    /// <example>exclusive</example>
    public required string Type { get; init; }

    /// <summary>Where, 1 to 100 characters.</summary>
    /// <example>Europe</example>
    public required string Territory { get; init; }

    /// <summary>How long, 1 to 100 characters.</summary>
    /// <example>3 years</example>
    public required string Term { get; init; }

    /// <summary>In which media, 1 to 100 characters.</summary>
    /// <example>Social media</example>
    public required string Scope { get; init; }

    /// <summary>protected, partlyProtected or notProtected; a result that is not protected has no renewal price.</summary>
    /// <example>protected</example>
    public required ProtectionClass Protection { get; init; }

    /// <summary>Net price of another year, 0 to 1,000,000,000; leave out where there is nothing to renew.</summary>
    /// <example>4800</example>
    public decimal? RenewalPrice { get; init; }
}

/// <summary>How success is measured.</summary>
public sealed record KpiAnnexTerms
{
    /// <summary>Period over which it is measured, 1 to 1,000 characters.</summary>
    /// <example>Months 1 to 12 after publication</example>
    public required string Window { get; init; }

    /// <summary>Who may check the data, and how, 1 to 1,000 characters.</summary>
    /// <example>Either party may have the data checked once a year by an auditor bound to secrecy, at its own cost.</example>
    public required string AuditRight { get; init; }

    /// <summary>What happens where the parties measure differently, 1 to 1,000 characters.</summary>
    /// <example>Both name an expert within 14 days; the mean of the two findings counts.</example>
    public required string DisputePath { get; init; }
}

/// <summary>What the proposal says of artificial intelligence.</summary>
public sealed record AiTerms
{
    /// <summary>deployer (uses models of others) or provider (ships a system under its own or the client's name). Default deployer.</summary>
    /// <example>deployer</example>
    public AiRole Role { get; init; }

    /// <summary>Day on which the results are going to be published; duties are stated for it, too.</summary>
    /// <example>2027-03-01</example>
    public DateOnly? PlannedPublication { get; init; }

    /// <summary>Whether models of others are trained on the client's material. Default false.</summary>
    public bool TrainsOnClientData { get; init; }

    /// <summary>Results and their marking, at most 200; leave out for what follows from how each is made.</summary>
    public IReadOnlyList<AiDeliverableTerms>? Deliverables { get; init; }
}

/// <summary>A result and its marking.</summary>
public sealed record AiDeliverableTerms
{
    /// <summary>The result, 1 to 300 characters.</summary>
    /// <example>AI video</example>
    public required string Name { get; init; }

    /// <summary>none, assistive, partlyGenerated, generated or manipulatedLikeness.</summary>
    /// <example>generated</example>
    public required AiUseClass Use { get; init; }

    /// <summary>Whether it is going to be marked.</summary>
    /// <example>true</example>
    public bool IsLabelled { get; init; }

    /// <summary>Where the visible mark stands, at most 100 characters; leave out for none.</summary>
    /// <example>in the picture</example>
    public string? VisibleLabel { get; init; }

    /// <summary>Whether the file carries signed provenance (C2PA).</summary>
    /// <example>true</example>
    public bool HasCredentials { get; init; }

    /// <summary>Who checks it, at most 300 characters.</summary>
    /// <example>Curation</example>
    public string? Reviewer { get; init; }

    /// <summary>protected, partlyProtected or notProtected.</summary>
    /// <example>notProtected</example>
    public required ProtectionClass Protection { get; init; }
}
