using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>Makes the codes with which agencies are set up; only who starts the service gets one.</summary>
public sealed class SetupCodes(PricingDb db, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>Whether any administrator of any agency can sign in, with a key or an identity.</summary>
    public async Task<bool> HasAdministrator(CancellationToken cancellationToken) =>
        await db.Users.IgnoreQueryFilters().AnyAsync(user => user.Role == UserRole.Administrator && user.DeactivatedAt == null && user.Identity != null, cancellationToken)
        || await db.ApiKeys.IgnoreQueryFilters().AnyAsync(key => key.Role == UserRole.Administrator && key.RevokedAt == null, cancellationToken);

    /// <summary>A new code, valid for a day.</summary>
    public async Task<string> Make(CancellationToken cancellationToken)
    {
        var code = SetupCode.New();
        db.Add(new SetupCode { Hash = SetupCode.HashOf(code), ExpiresAt = time.GetUtcNow() + Validity });
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }
}
