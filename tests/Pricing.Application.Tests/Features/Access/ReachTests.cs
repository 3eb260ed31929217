using Pricing.Application.Errors;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Tests.Features.Access;

/// <summary>Nobody hands out more than they hold.</summary>
public sealed class ReachTests
{
    private static readonly DateTimeOffset Soon = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    private static readonly CreateApiKey Narrow = new() { Name = "Eng", Role = UserRole.Administrator, Scopes = [Right.ManageAccess, Right.ReadClients], Sandbox = true, ExpiresAt = Soon };

    [Fact]
    public async Task A_narrow_key_makes_no_wide_one()
    {
        await using var desk = await Desk.Open();
        var maker = await Holder(desk, Narrow);

        var faults = await desk.Refused(new CreateApiKey { Name = "Weit", Role = UserRole.Administrator }, maker);

        Assert.Equal(["/expiresAt", "/role", "/sandbox"], faults.Select(fault => fault.Pointer));
    }

    [Theory]
    [InlineData("/scopes/1", UserRole.Finance, true, 0, Right.ReadClients, Right.ReadSalaries)]
    [InlineData("/sandbox", UserRole.Finance, false, 0, Right.ReadClients)]
    [InlineData("/expiresAt", UserRole.Finance, true, 1, Right.ReadClients)]
    public async Task What_a_new_key_has_beyond_its_maker_is_named(string pointer, UserRole role, bool sandbox, int secondsMore, params Right[] scopes)
    {
        await using var desk = await Desk.Open();
        var maker = await Holder(desk, Narrow);

        var faults = await desk.Refused(new CreateApiKey { Name = "Weiter", Role = role, Scopes = scopes, Sandbox = sandbox, ExpiresAt = Soon.AddSeconds(secondsMore) }, maker);

        Assert.Equal(pointer, Assert.Single(faults).Pointer);
    }

    [Fact]
    public async Task A_key_makes_one_that_holds_as_much_and_gives_itself_a_new_secret()
    {
        await using var desk = await Desk.Open();
        var made = await desk.Send(Narrow);
        var maker = (await desk.Holder(made.Key))!;

        var second = await desk.Send(Narrow, maker);
        var rotated = await desk.Send(new RotateApiKey { Id = made.ApiKey.Id }, maker);

        Assert.Equal(maker.Scopes, (await desk.Holder(second.Key))!.Scopes);
        Assert.NotNull(await desk.Holder(rotated.Key));
    }

    [Fact]
    public async Task A_narrow_key_gets_no_secret_of_a_wide_one_by_rotating_it()
    {
        await using var desk = await Desk.Open();
        var wide = await desk.Send(new CreateApiKey { Name = "Weit", Role = UserRole.Administrator });
        var narrow = await desk.Send(Narrow with { Sandbox = false, ExpiresAt = null });

        await Assert.ThrowsAsync<NotAllowedException>(async () => await desk.Send(new RotateApiKey { Id = wide.ApiKey.Id }, await desk.Holder(narrow.Key)));

        Assert.NotNull(await desk.Holder(wide.Key));
        Assert.NotNull(await desk.Send(new RotateApiKey { Id = narrow.ApiKey.Id }, await desk.Holder(wide.Key)));
    }

    [Fact]
    public async Task A_narrow_key_gives_nobody_a_role_or_a_way_in_beyond_its_own()
    {
        await using var desk = await Desk.Open();
        var maker = await Holder(desk, Narrow with { Sandbox = false });
        var person = await desk.Send(new CreateUser { Name = "P", Role = UserRole.Auditor });
        var same = new ReviseUser { Id = person.Id, Name = "Q", Role = UserRole.Auditor };

        Assert.Equal("/role", Assert.Single(await desk.Refused(new CreateUser { Name = "N", Role = UserRole.Administrator, Identity = "sub-n" }, maker)).Pointer);
        Assert.Equal("/role", Assert.Single(await desk.Refused(same with { Role = UserRole.Administrator }, maker)).Pointer);
        Assert.Equal("/identity", Assert.Single(await desk.Refused(same with { Identity = "sub-q" }, maker)).Pointer);
        Assert.Equal("Q", (await desk.Send(same, maker)).Name);
    }

    [Fact]
    public async Task A_sandbox_key_lets_nobody_in_and_changes_no_role()
    {
        await using var desk = await Desk.Open();
        var maker = await Holder(desk, new() { Name = "Probe", Role = UserRole.Administrator, Sandbox = true });
        var person = await desk.Send(new CreateUser { Name = "P", Role = UserRole.Auditor }, maker);

        Assert.Equal("/role", Assert.Single(await desk.Refused(new ReviseUser { Id = person.Id, Name = "P", Role = UserRole.Finance }, maker)).Pointer);
        Assert.Equal("/identity", Assert.Single(await desk.Refused(new CreateUser { Name = "N", Role = UserRole.Auditor, Identity = "sub-n" }, maker)).Pointer);
    }

    [Fact]
    public async Task A_key_narrowed_to_keeping_also_reads_what_it_keeps()
    {
        await using var desk = await Desk.Open();

        var holder = await Holder(desk, Narrow);

        Assert.Equal((true, false), (holder.May(Right.ReadAccess), holder.May(Right.ReadIntegrations)));
    }

    [Fact]
    public async Task A_key_that_is_revoked_again_stays_as_it_was_revoked()
    {
        await using var desk = await Desk.Open();
        var key = (await desk.Send(Narrow)).ApiKey.Id;
        var revoked = await desk.Send(new RevokeApiKey(key, null));
        desk.Now = Soon;

        var again = await desk.Send(new RevokeApiKey(key, null));

        Assert.Equal((revoked.Version, revoked.RevokedAt, revoked.UpdatedAt), (again.Version, again.RevokedAt, again.UpdatedAt));
    }

    private static async Task<Actor> Holder(Desk desk, CreateApiKey terms) => (await desk.Holder((await desk.Send(terms)).Key))!;
}
