using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>What only the database knows of a connection's terms.</summary>
internal static class CrmConnectionRules
{
    /// <summary>Refuses terms by which deals would be lost or mixed up.</summary>
    /// <exception cref="InvalidRequestException">Deals would start from what is no template, or another connection has the same code.</exception>
    public static async Task Require(this PricingDb db, CrmConnectionTerms terms, Guid? id, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (terms is { Active: true, Settings.TemplateId: { } template } && !await db.Engagements.AnyAsync(engagement => engagement.Id == template && engagement.IsTemplate && !engagement.IsArchived, cancellationToken))
            faults.Add(new("/settings/templateId", "templateId is the id of an engagement that is marked as template and not archived."));
        var system = terms.Settings.System ?? EnumCode.Of(terms.Kind);
        var others = await db.CrmConnections.AsNoTracking().Where(other => !other.IsArchived && other.Id != id).ToListAsync(cancellationToken);
        if (others.FirstOrDefault(other => other.System() == system) is { } same)
            faults.Add(new("/settings/system", $"The connection {same.Id} has the code {system}: deals of two accounts would be one. State another system."));
        if (faults.Count > 0)
            throw new InvalidRequestException(faults);
    }
}
