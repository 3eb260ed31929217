using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Api.ClientPages;

/// <summary>Sends requests of whoever has a link.</summary>
internal sealed class LinkedRequests(IServiceScopeFactory scopes)
{
    private const int MostAttempts = 3;

    /// <summary>Sends a request as the client of a link.</summary>
    /// <exception cref="NotFoundException">The link opens nothing.</exception>
    public async Task<TAnswer> Send<TAnswer>(string token, IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        // Two views, or a view and a decision, may meet: the later one looks again and finds what the first one did.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnce(token, request, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
            }
        }
    }

    private async Task<TAnswer> SendOnce<TAnswer>(string token, IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        var actor = await ClientOf(token, cancellationToken) ?? throw new NotFoundException("link", "of this address");
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    // In a scope of its own: what a scope holds belongs to its actor, who is not known yet.
    private async Task<Actor?> ClientOf(string token, CancellationToken cancellationToken)
    {
        if (!ClientPageRoutes.IsToken(token))
            return null;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignIn>().WithLink(token, cancellationToken);
    }
}
