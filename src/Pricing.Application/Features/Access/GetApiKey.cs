using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>One key, without its secret.</summary>
/// <param name="Id">Its id.</param>
public sealed record GetApiKey(Guid Id) : IRequest<ApiKeyView>;

internal sealed class GetApiKeyHandler(PricingDb db) : IRequestHandler<GetApiKey, ApiKeyView>
{
    public async Task<ApiKeyView> Handle(GetApiKey request, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == request.Id, cancellationToken);
        return ApiKeyView.Of(key ?? throw new NotFoundException("API key", request.Id));
    }
}
