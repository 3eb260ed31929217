using Pricing.Api;
using Pricing.Api.Endpoints;
using Pricing.Api.OpenApi;
using Pricing.Api.Problems;
using Pricing.Api.Security;
using Pricing.Application;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.ConfigureKestrel(Limits.Apply);
builder.Services.AddPricingApplication(Database.ConnectionString(builder.Configuration), Path.Combine(AppContext.BaseDirectory, "seed-data"));
builder.Services.AddActors();
builder.Services.AddStrictJson();
builder.Services.AddProblems();
builder.Services.AddPricingOpenApi();
builder.Services.AddHealth();

var app = builder.Build();
app.UseProblems();
app.UseMiddleware<Utf8Only>();
app.UsePricingOpenApi();
app.MapHealth();
app.MapProblemPages();
app.MapDemo();
app.MapClients();
app.MapRateCards();
app.MapEffortProfiles();
app.MapPriceBook();
app.MapDeliverables();
app.MapEngagements();
app.MapComparisons();
app.MapProposals();

await app.Services.MakeDatabaseReady();
app.AnnounceStart();
await app.RunAsync();

/// <summary>The service; public so that tests can host it.</summary>
public partial class Program;
