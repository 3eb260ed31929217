using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Writes down that the client has accepted outside of its page, such as by a signed copy: the version sent last is accepted, and everything follows as if the client had done it.</summary>
/// <remarks>The history and the certificate say that the agency wrote it down, and what it rests on.</remarks>
public sealed record RecordAcceptance : AcceptedChoice, IRequest<ProposalView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>How the agency knows, and where that is kept, 1 to 2,000 characters. The client reads it on its page and on the certificate.</summary>
    /// <example>Signed copy received by post on 8 December 2026, file 2026-117.</example>
    public required string Evidence { get; init; }
}

internal sealed class RecordAcceptanceValidator : AcceptedChoiceValidator<RecordAcceptance>
{
    private const int MostDaysBack = 366;

    public RecordAcceptanceValidator(TimeProvider time)
    {
        // A day ahead of ours has begun somewhere.
        RuleFor(acceptance => acceptance.SignedOn).Must(day => day.DayNumber - time.Today().DayNumber is <= 1 and >= -MostDaysBack).WithMessage("signedOn is not in the future, and at most a year ago.");
        RuleFor(acceptance => acceptance.Evidence).IsText(2_000);
    }
}

internal sealed class RecordAcceptanceHandler(PricingDb db, ProposalDesk desk, ProposalAcceptance acceptance, ProposalViews views, Actor actor) : IRequestHandler<RecordAcceptance, ProposalView>
{
    public async Task<ProposalView> Handle(RecordAcceptance request, CancellationToken cancellationToken)
    {
        var (proposal, newest) = await desk.ForChange(request.Id, request.ReadVersion, cancellationToken);
        var version = await db.SentLast(proposal.Id, cancellationToken) ?? newest;
        version.Require(ProposalStep.RecordAcceptance);
        await acceptance.Accept(proposal, version, request, new(actor.UserId, request.Evidence), cancellationToken);
        await desk.Save();
        return await views.Of((proposal, version), cancellationToken);
    }
}
