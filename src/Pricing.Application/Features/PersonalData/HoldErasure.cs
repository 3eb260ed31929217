using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>Holds what is stored of a person, whatever anybody asks for: a dispute or an audit needs it. Or lifts the hold.</summary>
public sealed record HoldErasure : IRequest<PersonalDataCaseView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public SubjectKind Kind { get; init; }

    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Why, 1 to 1,000 characters; null lifts the hold.</summary>
    /// <example>Dispute about invoice 2026-118</example>
    public string? Reason { get; init; }
}

internal sealed class HoldErasureValidator : AbstractValidator<HoldErasure>
{
    public HoldErasureValidator() => RuleFor(request => request.Reason).IsOptionalText(1000);
}

internal sealed class HoldErasureHandler(PricingDb db, Subjects subjects, TimeProvider time) : IRequestHandler<HoldErasure, PersonalDataCaseView>
{
    public async Task<PersonalDataCaseView> Handle(HoldErasure request, CancellationToken cancellationToken)
    {
        var subject = await subjects.CaseOf(request.Kind, request.Id, cancellationToken);
        subject.HoldFor(request.Reason);
        if (db.Entry(subject).State == EntityState.Detached)
            db.Add(subject);
        else
            subject.Touch(time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        return PersonalDataCaseView.Of(subject);
    }
}
