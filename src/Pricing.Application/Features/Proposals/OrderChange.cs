using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Starts a proposal that changes an accepted one: a delta with its own options, number and acceptance. Company, recipient, language and, where the engagement has none, client are those of the accepted one.</summary>
public sealed record OrderChange : ProposalTerms, IRequest<ProposalView>
{
    /// <summary>The accepted proposal; from the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The engagement that prices the change alone: of the same client and currency, and none that is agreed already, since its price would then count twice.</summary>
    public required Guid EngagementId { get; init; }
}

internal sealed class OrderChangeValidator : ProposalTermsValidator<OrderChange>;

internal sealed class OrderChangeHandler(PricingDb db, ProposalDesk desk, NewProposals proposals, ProposalViews views) : IRequestHandler<OrderChange, ProposalView>
{
    public async Task<ProposalView> Handle(OrderChange request, CancellationToken cancellationToken)
    {
        var (contract, newest) = await db.ReadProposal(request.Id, null, cancellationToken);
        newest.Require(ProposalStep.OrderChange);
        var engagement = await db.Engagements.AsNoTracking().SingleOrDefaultAsync(engagement => engagement.Id == request.EngagementId, cancellationToken);
        if (engagement is not null && engagement.Currency != contract.Currency)
            throw new InvalidRequestException([new("/engagementId", $"A change is in the currency of the contract, {contract.Currency}.")]);
        if (engagement?.ClientId is { } client && contract.ClientId is { } party && client != party)
            throw new InvalidRequestException([new("/engagementId", $"The engagement is of another client than {contract.Number}. A change is for the client of the contract.")]);
        if (await desk.AgreedNumber(request.EngagementId, except: null, cancellationToken) is { } agreed)
            throw new InvalidRequestException([new("/engagementId", $"The engagement is agreed by {agreed} already, and its price would count twice. Name one that prices the change alone, such as a copy reduced to what comes on top.")]);
        var accepted = newest.Frozen!;
        var terms = request with
        {
            LegalEntityId = request.LegalEntityId ?? contract.LegalEntityId,
            Recipient = request.Recipient ?? accepted.Recipient,
            Language = request.Language ?? accepted.Language,
        };
        return views.Of(await proposals.Create(request.EngagementId, terms, changes: contract, copiedFrom: null, cancellationToken));
    }
}
