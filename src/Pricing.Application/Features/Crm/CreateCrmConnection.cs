using FluentValidation;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Webhooks;
using Pricing.Application.Outbox;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>A new connection to a CRM.</summary>
public sealed record CreateCrmConnection : CrmConnectionTerms, IRequest<CrmConnectionView>;

internal sealed class CreateCrmConnectionValidator : CrmConnectionTermsValidator<CreateCrmConnection>
{
    public CreateCrmConnectionValidator(AddressGuard guard)
        : base(guard) => RuleFor(connection => connection.Credentials).NotNull().WithMessage("credentials are needed for a new connection.");
}

internal sealed class CreateCrmConnectionHandler(PricingDb db, SecretBox box, Actor actor, TimeProvider time) : IRequestHandler<CreateCrmConnection, CrmConnectionView>
{
    public async Task<CrmConnectionView> Handle(CreateCrmConnection request, CancellationToken cancellationToken)
    {
        await db.Require(request, id: null, cancellationToken);
        var connection = Record.New<CrmConnection>(actor, time.GetUtcNow());
        connection.State(request);
        connection.Keep(request.Credentials!.ClosedIn(box));
        db.Add(connection);
        await db.SaveChangesAsync(CancellationToken.None);
        return CrmConnectionView.Of(connection);
    }
}
