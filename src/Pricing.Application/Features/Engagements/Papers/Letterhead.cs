using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Workbook;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Engagements.Papers;

/// <summary>Who writes to whom, and which statement of the engagement it is: everything of a document that is no figure.</summary>
/// <remarks>All dates come from the engagement, so the same version gives the same document on any day.</remarks>
internal sealed class Letterhead
{
    private readonly EngagementRecord engagement;
    private readonly Agency agency;
    private readonly string? client;
    private readonly DateOnly date;
    private readonly bool isTest;

    private Letterhead(EngagementRecord engagement, Agency agency, Client? client, DocumentLanguage language, bool isTest)
    {
        (this.engagement, this.agency, this.isTest) = (engagement, agency, isTest);
        this.client = client?.Name;
        Language = language;
        date = TimeZones.DayOf(engagement.UpdatedAt, agency.TimeZone);
    }

    /// <summary>Language of the document.</summary>
    public DocumentLanguage Language { get; }

    /// <summary>What a preview says of itself: it has no number, since nothing is offered before a proposal is approved and sent.</summary>
    public ProposalIdentity ProposalIdentity => new()
    {
        Agency = agency.Name,
        LegalName = agency.LegalName,
        Address = agency.Address,
        Contact = agency.ContactName,
        ContactFunction = agency.ContactFunction,
        Email = agency.ContactEmail,
        BrandColour = agency.BrandColour,
        Number = null,
        Version = engagement.Version,
        Date = date,
        ValidUntil = date,
        Status = isTest ? ProposalStatus.Test : ProposalStatus.Draft,
    };

    /// <summary>Reads what a document of the engagement says of itself.</summary>
    /// <remarks>Whoever only tries things out gets documents that say so on every page.</remarks>
    public static async Task<Letterhead> Of(PricingDb db, Actor actor, EngagementRecord engagement, DocumentLanguage? language, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(agency => agency.Id == engagement.TenantId, cancellationToken);
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == engagement.ClientId, cancellationToken);
        return new(engagement, agency, client, language ?? (client?.Language == "en" ? DocumentLanguage.En : DocumentLanguage.De), actor.IsSandbox);
    }

    /// <summary>The proposal to the stored client, where there is one; its name outranks the document's.</summary>
    public ClientProposal Addressed(ClientProposal proposal) => client is null ? proposal : proposal with { Client = client };

    /// <summary>What a workbook says of itself.</summary>
    public WorkbookIdentity WorkbookIdentity(IReadOnlyList<string> sources) => new()
    {
        Title = engagement.Name,
        Agency = agency.Name,
        Client = client,
        Version = engagement.Version,
        PricingDate = engagement.PricingDate,
        CreatedAt = engagement.UpdatedAt,
        Sources = sources,
    };

    /// <summary>A file name such as <c>2026-11-25_Beispielmarke-GmbH_Social-content-campaign_v3_preview.pdf</c>.</summary>
    public string FileName(string kind, string extension)
    {
        var parts = new[] { date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Slug(client), Slug(engagement.Name), $"v{engagement.Version.ToString(CultureInfo.InvariantCulture)}", kind };
        return $"{string.Join('_', parts.Where(part => part.Length > 0))}.{extension}";
    }

    private static string Slug(string? text)
    {
        var words = new string([.. (text ?? "").Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length <= 60 ? slug : slug[..60].TrimEnd('-');
    }
}
