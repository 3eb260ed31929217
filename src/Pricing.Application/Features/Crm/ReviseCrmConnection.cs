using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>New details of a connection; they replace the old ones. Its kind stays, as the deals it has made are of that kind.</summary>
public sealed record ReviseCrmConnection : CrmConnectionTerms, IRequest<CrmConnectionView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }
}

internal sealed class ReviseCrmConnectionValidator(AddressGuard guard) : CrmConnectionTermsValidator<ReviseCrmConnection>(guard);

internal sealed class ReviseCrmConnectionHandler(PricingDb db, SecretBox box, TimeProvider time) : IRequestHandler<ReviseCrmConnection, CrmConnectionView>
{
    public async Task<CrmConnectionView> Handle(ReviseCrmConnection request, CancellationToken cancellationToken)
    {
        var connection = await db.ForChange<CrmConnection>("CRM connection", request.Id, request.ReadVersion, cancellationToken);
        if (connection.IsArchived)
            throw new ConflictException("connection-inactive", "The connection is archived; make a new one.");
        if (connection.Kind != request.Kind)
            throw new InvalidRequestException([new("/kind", "kind stays; make another connection for another CRM.")]);

        await db.Require(request, connection.Id, cancellationToken);

        // A stored token must not follow an address that somebody else wrote.
        if (request.Credentials is null && (connection.Address != request.Address.TrimEnd('/') || connection.SettingList.TokenAddress != request.Settings.TokenAddress))
            throw new InvalidRequestException([new("/credentials", "credentials are stated anew where an address changes.")]);
        connection.State(request);
        if (request.Credentials is { } given)
            connection.Keep(given.ClosedIn(box));
        connection.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return CrmConnectionView.Of(connection);
    }
}
