using MediatR;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Access;

/// <summary>A new person of the agency.</summary>
public sealed record CreateUser : UserTerms, IRequest<UserView>;

internal sealed class CreateUserValidator : UserTermsValidator<CreateUser>;

internal sealed class CreateUserHandler(PricingDb db, Actor actor, TimeProvider time) : IRequestHandler<CreateUser, UserView>
{
    public async Task<UserView> Handle(CreateUser request, CancellationToken cancellationToken)
    {
        var user = Record.New<User>(actor, time.GetUtcNow());
        Reach.RefuseBeyond(actor, request, before: null);
        await db.Check(request, user.Id, cancellationToken);
        user.State(request);
        db.Add(user);
        await db.SaveChangesAsync(CancellationToken.None);
        return UserView.Of(user, actor);
    }
}
