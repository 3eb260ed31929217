using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Errors;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Who stands in for a person.</summary>
public sealed record Deputy
{
    /// <summary>The user who stands in.</summary>
    public required Guid UserId { get; init; }

    /// <summary>First day.</summary>
    /// <example>2026-12-21</example>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    /// <example>2027-01-08</example>
    public required DateOnly To { get; init; }
}

/// <summary>What the agency states of a person.</summary>
public abstract record UserTerms
{
    /// <summary>Name, 1 to 300 characters.</summary>
    /// <example>Jana Beispiel</example>
    public required string Name { get; init; }

    /// <summary>Where the person is reached, at most 300 characters; null where nothing is known.</summary>
    /// <example>jana@example.com</example>
    public string? Email { get; init; }

    /// <summary>What the person may do: accountLead, finance, administrator or auditor.</summary>
    /// <example>accountLead</example>
    public required UserRole Role { get; init; }

    /// <summary>
    /// Who the identity provider says the person is, as the claim that the installation names states it (by default <c>sub</c>); at most 300 characters.
    /// Null for a person who does not sign in.
    /// </summary>
    /// <example>00u1a2b3c4d5e6f7</example>
    public string? Identity { get; init; }

    /// <summary>Who stands in for the person, from one day to another; null for nobody.</summary>
    public Deputy? Deputy { get; init; }
}

internal abstract class UserTermsValidator<T> : AbstractValidator<T>
    where T : UserTerms
{
    protected UserTermsValidator()
    {
        RuleFor(user => user.Name).IsText(300);
        RuleFor(user => user.Email).IsOptionalText(300);
        RuleFor(user => user.Email).EmailAddress().WithMessage("email is an e-mail address.").When(user => user.Email is not null);
        RuleFor(user => user.Role).NotEqual(UserRole.CrmIntegration).WithMessage("A person is accountLead, finance, administrator or auditor; a CRM calls with an API key.");
        RuleFor(user => user.Identity).IsOptionalText(300);
        RuleFor(user => user.Deputy!.To).GreaterThanOrEqualTo(user => user.Deputy!.From).WithMessage("to is not before from.").When(user => user.Deputy is not null);
    }
}

internal static class UserRules
{
    /// <summary>Refuses a deputy who is not there, and an identity that somebody else has, in whatever agency.</summary>
    /// <exception cref="InvalidRequestException">The deputy is nobody of this agency, is inactive, or is the person.</exception>
    /// <exception cref="ConflictException">The identity belongs to another user.</exception>
    public static async Task Check(this PricingDb db, UserTerms terms, Guid id, CancellationToken cancellationToken)
    {
        if (terms.Deputy is { } deputy
            && (deputy.UserId == id || !await db.Users.AnyAsync(user => user.Id == deputy.UserId && user.DeactivatedAt == null, cancellationToken)))
            throw new InvalidRequestException([new("/deputy/userId", "The deputy is another active user of the agency.")]);
        if (terms.Identity is { } identity && await db.Users.IgnoreQueryFilters().AnyAsync(user => user.Identity == identity && user.Id != id, cancellationToken))
            throw new ConflictException("identity-taken", "Another user has this identity. One person has one user; state another identity, or none.");
    }

    /// <summary>Refuses to work with a person whose data are erased, or only kept: what would come back would be erased by nobody.</summary>
    /// <exception cref="ConflictException">Somebody has asked for the person's data to be erased.</exception>
    public static async Task RequireNotErased(this PricingDb db, User user, CancellationToken cancellationToken)
    {
        if (await db.PersonalDataCases.AnyAsync(subject => subject.SubjectId == user.Id && subject.RequestedAt != null, cancellationToken))
            throw new ConflictException("user-out-of-use", "The person's data are erased, or only kept because the law wants it. For somebody who works with the service, add another user.");
    }

    /// <summary>Keeps an agency from locking itself out. Asked in turn: two who take the role from each other at once must look one after the other.</summary>
    /// <exception cref="ConflictException">There is no other active administrator.</exception>
    public static async Task KeepAnAdministrator(this PricingDb db, User leaving, CancellationToken cancellationToken)
    {
        var isLast = leaving.Role == UserRole.Administrator && leaving.DeactivatedAt is null
            && !await db.Users.AnyAsync(user => user.Id != leaving.Id && user.Role == UserRole.Administrator && user.DeactivatedAt == null, cancellationToken);
        if (isLast)
            throw new ConflictException("last-administrator", "This is the agency's last active administrator. Make somebody else one first.");
    }
}

/// <summary>A user as it is read.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Where the person is reached; null where nothing is known.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Identity">Who the identity provider says the person is; null for a person who does not sign in, and for readers without the right readAccess.</param>
/// <param name="Deputy">Who stands in for the person; null for nobody.</param>
/// <param name="DeactivatedAt">When the person was deactivated, UTC; null while active.</param>
/// <param name="Version">Version, counted from 1; the ETag names it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record UserView(
    Guid Id, string Name, string? Email, UserRole Role, string? Identity, Deputy? Deputy, DateTimeOffset? DeactivatedAt, int Version, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IVersioned
{
    internal static UserView Of(User user, Actor reader) => new(
        user.Id, user.Name, user.Email, user.Role, reader.May(Right.ReadAccess) ? user.Identity : null,
        user.DeputyId is { } deputy ? new Deputy { UserId = deputy, From = user.DeputyFrom!.Value, To = user.DeputyTo!.Value } : null,
        user.DeactivatedAt, user.Version, user.CreatedAt, user.UpdatedAt);
}
