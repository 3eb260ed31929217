using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>A person who works with the service.</summary>
public sealed class User : Record
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the person is reached; null where nothing is known.</summary>
    public string? Email { get; private set; }

    /// <summary>What the person may do.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Who the identity provider says the person is: the claim that the installation names, as a rule <c>sub</c>. Null for none.</summary>
    public string? Identity { get; private set; }

    /// <summary>Who stands in for the person; null for nobody.</summary>
    public Guid? DeputyId { get; private set; }

    /// <summary>First day of the deputy.</summary>
    public DateOnly? DeputyFrom { get; private set; }

    /// <summary>Last day of the deputy.</summary>
    public DateOnly? DeputyTo { get; private set; }

    /// <summary>When the person was deactivated; null while active.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    internal void State(UserTerms terms)
    {
        Name = terms.Name;
        Email = terms.Email;
        Role = terms.Role;
        Identity = terms.Identity;
        (DeputyId, DeputyFrom, DeputyTo) = (terms.Deputy?.UserId, terms.Deputy?.From, terms.Deputy?.To);
    }

    /// <summary>Who stands in for the person on a day; null for nobody.</summary>
    internal Guid? DeputyOn(DateOnly day) => DeputyFrom <= day && day <= DeputyTo ? DeputyId : null;

    internal void Deactivate(DateTimeOffset now) => DeactivatedAt = now;

    /// <summary>Takes out who the person is; that there was one stays.</summary>
    internal void Forget() => (Name, Email, Identity) = ("Erased user", null, null);

    /// <summary>Takes a deputy off who has left.</summary>
    internal void DropDeputy() => (DeputyId, DeputyFrom, DeputyTo) = (null, null, null);
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.MapRecord("Users");
        builder.Property(user => user.Name).HasMaxLength(300);
        builder.Property(user => user.Email).HasMaxLength(300);
        builder.Property(user => user.Identity).HasMaxLength(300);
        builder.HasIndex(user => user.Identity).IsUnique();
    }
}
