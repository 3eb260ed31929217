using Pricing.Api;
using Pricing.Application;

const string SetupCode = "setup-code";
var app = PricingHost.Build([.. args.Where(arg => arg != SetupCode)]);
await app.Services.MakeDatabaseReady();
if (args.Contains(SetupCode))
{
    await app.PrintSetupCode(always: true);
    return;
}

app.AnnounceStart();
await app.StartAsync();
await app.PrintSetupCode(always: false);
await app.WaitForShutdownAsync();

/// <summary>The service; public so that tests can host it.</summary>
public partial class Program;
