using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Crm;

/// <summary>One push, and what came of it.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetCrmPush(Guid Id) : IRequest<CrmPushView>;

internal sealed class GetCrmPushHandler(PricingDb db) : IRequestHandler<GetCrmPush, CrmPushView>
{
    public async Task<CrmPushView> Handle(GetCrmPush request, CancellationToken cancellationToken)
    {
        var push = await db.CrmPushes.AsNoTracking().SingleOrDefaultAsync(push => push.Id == request.Id, cancellationToken);
        return CrmPushView.Of(push ?? throw new NotFoundException("CRM push", request.Id));
    }
}
