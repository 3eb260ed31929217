using Pricing.Api;
using Pricing.Application;

var app = PricingHost.Build(Commands.ArgumentsOf(args));
await app.Services.MakeDatabaseReady();
if (await app.RunCommand(args) is { } exitCode)
    return exitCode;

app.AnnounceStart();
await app.StartAsync();
await app.PrintSetupCode(always: false);
await app.WaitForShutdownAsync();
return 0;

/// <summary>The service; public so that tests can host it.</summary>
public partial class Program;
