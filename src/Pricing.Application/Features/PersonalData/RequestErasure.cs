using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.PersonalData;

/// <summary>
/// Erases what is stored of a person (GDPR, article 17), or, as long as a law wants it kept or a hold forbids it, blocks it; it is then erased by itself when
/// the time has come.
/// </summary>
public sealed record RequestErasure : IRequest<PersonalDataCaseView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public SubjectKind Kind { get; init; }

    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Who asked and why, 1 to 1,000 characters; it stays in the log of erasures, so name nobody.</summary>
    /// <example>Request by letter of 20 November 2026</example>
    public required string Reason { get; init; }
}

internal sealed class RequestErasureValidator : AbstractValidator<RequestErasure>
{
    public RequestErasureValidator() => RuleFor(request => request.Reason).IsText(1000);
}

internal sealed class RequestErasureHandler(PricingDb db, AllOrNothing allOrNothing, Subjects subjects, Actor actor, TimeProvider time) : IRequestHandler<RequestErasure, PersonalDataCaseView>
{
    public async Task<PersonalDataCaseView> Handle(RequestErasure request, CancellationToken cancellationToken)
    {
        if (request.Kind == SubjectKind.User && await db.Users.AnyAsync(user => user.Id == request.Id && user.DeactivatedAt == null, cancellationToken))
            throw new ConflictException("still-active", "The person works with the service. Deactivate the user first; the work then moves to a successor.");
        PersonalDataCase? subject = null;
        await allOrNothing.Run(async () =>
        {
            await db.Unit!.Begin();   // nobody adds to the data between the look at how long they are kept and their end
            subject = await subjects.CaseOf(request.Kind, request.Id, cancellationToken);
            if (subject.ErasedAt is null)
                await Take(subject, request, cancellationToken);
            return true;
        });
        return PersonalDataCaseView.Of(subject!);
    }

    private async Task Take(PersonalDataCase subject, RequestErasure request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        subject.Request(request.Reason, now);
        await subjects.Keep(subject, cancellationToken);
        await Block(subject, request, now, cancellationToken);
        if (subject.IsDue(DateOnly.FromDateTime(now.UtcDateTime)))
            await subjects.Erase(subject, CancellationToken.None);
    }

    private async Task Block(PersonalDataCase subject, RequestErasure request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (db.Entry(subject).State == EntityState.Detached)
            db.Add(subject);
        else
            subject.Touch(now);
        if (await subjects.Find(request.Kind, request.Id, cancellationToken) is Client { IsArchived: false } client)
        {
            client.Archive();
            client.Touch(now);
            db.Events.Add(client.Blocked(actor, now));
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
