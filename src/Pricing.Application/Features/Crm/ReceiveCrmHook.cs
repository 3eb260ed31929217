using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>A CRM calls. Nobody is signed in: the call proves itself, is stored, and worked on later.</summary>
/// <param name="Kind">The CRM.</param>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">The public address that was called, with its query; null where the service does not know its own.</param>
/// <param name="Timestamp">HubSpot's header of the time.</param>
/// <param name="Signature">HubSpot's header of the signature.</param>
/// <param name="Token">The secret in the address or header, for the others.</param>
/// <param name="Body">The bytes of the body.</param>
public sealed record ReceiveCrmHook(
    CrmKind Kind, Guid ConnectionId, string Method, string? Address, string? Timestamp, string? Signature, string? Token, ReadOnlyMemory<byte> Body) : IRequest<CrmHookAnswer>;

/// <summary>What became of a call.</summary>
public enum CrmHookAnswer
{
    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>It does not prove to be the CRM's.</summary>
    Unproven,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}

internal sealed class ReceiveCrmHookHandler(PricingDb db, SecretBox box, CrmSignal signal, TimeProvider time) : IRequestHandler<ReceiveCrmHook, CrmHookAnswer>
{
    public async Task<CrmHookAnswer> Handle(ReceiveCrmHook request, CancellationToken cancellationToken)
    {
        var connection = await db.CrmConnections.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId && connection.Kind == request.Kind && connection.IsActive, cancellationToken)
            ?? throw new NotFoundException("CRM connection", request.ConnectionId);
        var body = request.Body.ToArray();
        if (!IsProven(request, body, CrmCredentials.OpenedFrom(connection.Credentials, box)))
            return CrmHookAnswer.Unproven;
        if (CrmTold.Read(request.Kind, body) is not { } all)
            return CrmHookAnswer.Unreadable;
        foreach (var told in all.DistinctBy(told => told.Key))
            await Store(connection, told, cancellationToken);
        signal.Told.Raise();
        return CrmHookAnswer.Stored;
    }

    private bool IsProven(ReceiveCrmHook request, byte[] body, CrmCredentials credentials)
    {
        if (credentials.HookSecret is not { } secret)
            return false;
        if (request.Kind == CrmKind.Hubspot)
            return request.Address is { } address && HubSpotSignature.Accepts(secret, request.Method, address, body, request.Timestamp, request.Signature, time.GetUtcNow());
        return request.Token is { } token && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token));
    }

    private async Task Store(CrmConnection connection, CrmTold told, CancellationToken cancellationToken)
    {
        if (await IsKnown(connection, told, cancellationToken))
            return;
        var stored = db.CrmInbound.Add(CrmInbound.Of(connection, told, time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            if (!await IsKnown(connection, told, cancellationToken))
                throw;
            stored.State = EntityState.Detached;   // the same came twice at once
        }
    }

    private Task<bool> IsKnown(CrmConnection connection, CrmTold told, CancellationToken cancellationToken) =>
        db.CrmInbound.IgnoreQueryFilters().AnyAsync(known => known.ConnectionId == connection.Id && known.Key == told.Key, cancellationToken);
}
