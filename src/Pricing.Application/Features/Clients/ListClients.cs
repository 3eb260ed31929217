using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Clients;

/// <summary>The clients, in the order of creation.</summary>
/// <param name="Search">Part of the name, in any case; null for all.</param>
/// <param name="Archived">Whether to list the archived ones instead; null for the others, and with <c>UpdatedSince</c> for both.</param>
/// <param name="Limit">Rows of a page, 1 to 100; 50 where none is given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record ListClients(string? Search, bool? Archived, int? Limit, string? After) : PagedRequest(Limit, After), IRequest<Page<ClientView>>;

internal sealed class ListClientsValidator : PagedRequestValidator<ListClients>
{
    public ListClientsValidator() => RuleFor(request => request.Search).IsOptionalText(300);
}

internal sealed class ListClientsHandler(PricingDb db, Pages pages, Actor actor) : IRequestHandler<ListClients, Page<ClientView>>
{
    public async Task<Page<ClientView>> Handle(ListClients request, CancellationToken cancellationToken)
    {
        var archived = request.Wanted(request.Archived);
        var clients = db.Clients.Where(client => archived == null || client.IsArchived == archived);
        if (request.Search?.ToLowerInvariant() is { } part)
            clients = clients.Where(client => client.SearchText.Contains(part));
        return await pages.Of(clients, request, client => ClientView.Of(client, actor), client => client.SearchText, cancellationToken);
    }
}
