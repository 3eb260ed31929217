using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Pricing.Api.RateLimits;

namespace Pricing.Api.Tests.Manners;

public sealed class SignInLimitTests
{
    private readonly Clock clock = new();
    private readonly SignInLimit limit;
    private int opened;

    public SignInLimitTests() => limit = new(SignIn, new(Key: 100, Agency: 100, FailedSignIns: 5, Pages: 100, Hooks: 100), new(clock));

    [Fact]
    public async Task A_key_that_goes_on_opening_is_locked_out_by_no_stranger_of_its_address()
    {
        for (; clock.Seconds <= 90; clock.Seconds += 3)
        {
            if (clock.Seconds is 39)
            {
                for (var i = 0; i < 5; i++)
                    await Call("wrong");
            }

            await Call("good");
        }

        Assert.Equal(31, opened);
    }

    private async Task Call(string key)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/v1/whoami";
        context.Request.Headers["X-API-Key"] = key;
        context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
        await limit.InvokeAsync(context);
    }

    private Task SignIn(HttpContext context)
    {
        if (context.Request.Headers["X-API-Key"] == "good")
        {
            opened++;
            context.User = new(new ClaimsIdentity("ApiKey"));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private sealed class Clock : TimeProvider
    {
        public int Seconds { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(Seconds);
    }
}
