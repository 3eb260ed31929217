using Microsoft.Extensions.DependencyInjection;

namespace Pricing.Application.Persistence;

internal static class OneNode
{
    /// <summary>Does what is due, unless another node of the service is doing it at this moment.</summary>
    public static async Task OnOneNode(this IServiceScopeFactory scopes, string work, Func<Task> act, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PricingDb>().UnlessAnotherNode(work, act, cancellationToken);
    }
}
