using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>A new connection to a CRM.</summary>
/// <remarks>Refused as <c>too-many-connections</c> where the agency has 20 that are not archived.</remarks>
public sealed record CreateCrmConnection : CrmConnectionTerms, IRequest<CrmConnectionView>;

internal sealed class CreateCrmConnectionValidator : CrmConnectionTermsValidator<CreateCrmConnection>
{
    public CreateCrmConnectionValidator(AddressGuard guard)
        : base(guard) => RuleFor(connection => connection.Credentials).NotNull().WithMessage("credentials are needed for a new connection.");
}

internal sealed class CreateCrmConnectionHandler(PricingDb db, SecretBox box, Actor actor, TimeProvider time) : IRequestHandler<CreateCrmConnection, CrmConnectionView>
{
    private const int Most = 20;   // what is accepted goes to each

    public async Task<CrmConnectionView> Handle(CreateCrmConnection request, CancellationToken cancellationToken)
    {
        if (await db.CrmConnections.CountAsync(other => !other.IsArchived, cancellationToken) >= Most)
            throw new ConflictException("too-many-connections", $"The agency has {Most} connections to CRMs. Archive one first.");
        await db.Require(request, id: null, cancellationToken);
        var connection = Record.New<CrmConnection>(actor, time.GetUtcNow());
        connection.State(request);
        connection.Keep(request.Credentials!.ClosedIn(box));
        db.Add(connection);
        await db.SaveChangesAsync(CancellationToken.None);
        return CrmConnectionView.Of(connection);
    }
}
