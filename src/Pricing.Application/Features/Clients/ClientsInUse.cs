using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>With which clients the agency still works.</summary>
internal static class ClientsInUse
{
    /// <summary>Refuses a client that is another one by now, or with whose data nobody works any more.</summary>
    /// <exception cref="ConflictException">The client was merged into another, or its data are erased or only kept.</exception>
    public static async Task RequireInUse(this PricingDb db, Client client, CancellationToken cancellationToken)
    {
        if (await db.WhyOutOfUse(client, cancellationToken) is { } why)
            throw OutOfUse(why);
    }

    /// <summary>Why the agency no longer works with a client; null where it does, be it archived or not.</summary>
    public static async Task<string?> WhyOutOfUse(this PricingDb db, Client client, CancellationToken cancellationToken)
    {
        if (client.MergedInto is { } other)
            return $"The client was merged into {other}. Name that one.";
        return await db.PersonalDataCases.AnyAsync(subject => subject.SubjectId == client.Id && subject.RequestedAt != null, cancellationToken)
            ? "The client's data are erased, or only kept because the law wants it. Nobody works with them."
            : null;
    }

    public static ConflictException OutOfUse(string why) => new("client-out-of-use", why);
}
