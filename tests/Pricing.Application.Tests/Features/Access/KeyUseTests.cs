using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;

namespace Pricing.Application.Tests.Features.Access;

/// <summary>That a key was used is noted as far as it can be.</summary>
public class KeyUseTests
{
    [Fact]
    public async Task Who_only_reads_waits_for_nobody_who_writes()
    {
        await using var desk = await Desk.Open();
        var key = await desk.Send(new CreateApiKey { Name = "Reader", Role = UserRole.AccountLead });
        await using var writing = await desk.Db(db => db.BeginWriting(TestContext.Current.CancellationToken));

        var meanwhile = await desk.Holder(key.Key).WaitAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);   // a writer waits for five
        var unnoted = await LastUse();
        await writing.DisposeAsync();
        await desk.Holder(key.Key);

        Assert.NotNull(meanwhile);
        Assert.Null(unnoted);
        Assert.NotNull(await LastUse());

        Task<DateTimeOffset?> LastUse() => desk.Db(db => db.ApiKeys.Where(one => one.Name == "Reader").Select(one => one.LastUsedAt).SingleAsync());
    }
}
