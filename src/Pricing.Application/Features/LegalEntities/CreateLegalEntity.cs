using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.LegalEntities;

/// <summary>A new company of the agency.</summary>
public sealed record CreateLegalEntity : LegalEntityTerms, IRequest<LegalEntityView>;

internal sealed class CreateLegalEntityValidator : LegalEntityTermsValidator<CreateLegalEntity>;

internal sealed class CreateLegalEntityHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateLegalEntity, LegalEntityView>
{
    public async Task<LegalEntityView> Handle(CreateLegalEntity request, CancellationToken cancellationToken)
    {
        var entity = Record.New<LegalEntityRecord>(actor, time.GetUtcNow());
        entity.State(request);
        db.Add(entity);
        await db.SaveChangesAsync(CancellationToken.None);
        return LegalEntityView.Of(entity);
    }
}
