using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Access;

/// <summary>A key may never do more than the person who answers for it may now.</summary>
public sealed class KeyOwnerTests
{
    [Fact]
    public async Task A_lower_role_revokes_the_keys_that_may_more_and_leaves_the_others()
    {
        await using var desk = await Desk.Open();
        var person = await desk.Send(new CreateUser { Name = "P", Role = UserRole.Administrator });
        var administrator = await Key(UserRole.Administrator);
        var lead = await Key(UserRole.AccountLead);
        var crm = await Key(UserRole.CrmIntegration);
        Assert.NotNull(await desk.Holder(administrator.Key));

        await desk.Send(new ReviseUser { Id = person.Id, Name = "P", Role = UserRole.AccountLead });

        Assert.Equal((null, UserRole.AccountLead, UserRole.CrmIntegration), ((await desk.Holder(administrator.Key))?.Role, (await desk.Holder(lead.Key))?.Role, (await desk.Holder(crm.Key))?.Role));
        Assert.Equal([administrator.ApiKey.Id], (await desk.Send(new ListApiKeys(true, null, null))).Items.Select(key => key.Id));
        var told = (await desk.Send(new ListAudit(administrator.ApiKey.Id, null, null, null, null))).Items[^1];
        Assert.Contains(told.Changes, change => change.Path == "/revokedAt");

        Task<ApiKeySecretView> Key(UserRole role) => desk.Send(new CreateApiKey { Name = "K", Role = role }, Desk.Administrator with { UserId = person.Id });
    }

    [Fact]
    public async Task A_key_for_somebody_else_acts_as_that_person_and_goes_with_the_person()
    {
        await using var desk = await Desk.Open();
        var (lead, finance) = (SeedIds.Of("user", "lead"), SeedIds.Of("user", "finance"));

        var key = await desk.Send(new CreateApiKey { Name = "Lead", Role = UserRole.AccountLead, OwnerId = lead });
        var own = await desk.Send(new CreateApiKey { Name = "Eigener", Role = UserRole.AccountLead });

        Assert.Equal((lead, UserRole.AccountLead), ((await desk.Holder(key.Key))!.UserId, (await desk.Holder(key.Key))!.Role));
        Assert.Equal((lead, Desk.Administrator.UserId), (key.ApiKey.OwnerId, own.ApiKey.OwnerId));
        Assert.Equal(Desk.Administrator.UserId, (await desk.Send(new ListAudit(key.ApiKey.Id, null, null, null, null))).Items.Single().UserId);   // who made it is told
        await desk.Send(new DeactivateUser { Id = lead, SuccessorId = finance });
        Assert.Equal((null, true), (await desk.Holder(key.Key), await desk.Holder(own.Key) is not null));
    }

    [Fact]
    public async Task A_key_is_given_to_nobody_who_may_less_or_is_not_there()
    {
        await using var desk = await Desk.Open();
        var (lead, finance) = (SeedIds.Of("user", "lead"), SeedIds.Of("user", "finance"));
        await desk.Send(new DeactivateUser { Id = lead, SuccessorId = finance });
        var other = await desk.OtherAgency();

        foreach (var (owner, role) in new[] { (finance, UserRole.Administrator), (lead, UserRole.AccountLead), (other.UserId, UserRole.AccountLead), (Guid.Empty, UserRole.AccountLead) })
            Assert.Equal("/ownerId", Assert.Single(await desk.Refused(new CreateApiKey { Name = "K", Role = role, OwnerId = owner })).Pointer);
    }

    [Fact]
    public async Task A_key_that_may_more_than_its_owner_opens_nothing_even_where_nobody_revoked_it()
    {
        await using var desk = await Desk.Open();
        var person = await desk.Send(new CreateUser { Name = "P", Role = UserRole.Auditor });
        var key = await desk.Send(new CreateApiKey { Name = "K", Role = UserRole.Finance }, Desk.Administrator with { UserId = person.Id });   // as a call under way while the role changes makes it

        Assert.Null(await desk.Holder(key.Key));
        Assert.Null((await desk.Db(db => db.ApiKeys.SingleAsync(stored => stored.Id == key.ApiKey.Id, TestContext.Current.CancellationToken))).LastUsedAt);
    }
}
