using Pricing.Api;
using Pricing.Application;

var app = PricingHost.Build(args);
await app.Services.MakeDatabaseReady();
app.AnnounceStart();
await app.RunAsync();

/// <summary>The service; public so that tests can host it.</summary>
public partial class Program;
