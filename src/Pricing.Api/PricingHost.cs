using Pricing.Api.Batches;
using Pricing.Api.ClientPages;
using Pricing.Api.Endpoints;
using Pricing.Api.Lists;
using Pricing.Api.OpenApi;
using Pricing.Api.Problems;
using Pricing.Api.RateLimits;
using Pricing.Api.Security;
using Pricing.Application;
using Pricing.Application.Features;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Outbox;

namespace Pricing.Api;

/// <summary>Puts the service together.</summary>
public static class PricingHost
{
    /// <summary>The service, ready to run once its database is.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        builder.Services.AddPricingApplication(Database.Connection(builder.Configuration), Path.Combine(AppContext.BaseDirectory, "seed-data"), Database.KeyFolder(builder.Configuration));
        builder.Services.AddSingleton(MailSettings.Read(key => builder.Configuration[$"Smtp:{key}"]));
        builder.Services.AddSingleton(new ProposalSettings((builder.Configuration["PublicAddress"] ?? "").TrimEnd('/')));
        builder.Services.AddPricingAuthentication(builder.Configuration);
        builder.Services.AddPricingAuthorization();
        builder.Services.AddKeyRing(builder.Configuration);
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddSingleton<ICursorSeal, RingCursorSeal>();
        builder.Services.AddScoped<BatchRun>();
        builder.Services.AddCrmSettings(builder.Configuration);
        builder.Services.AddStrictJson();
        builder.Services.AddProblems();
        builder.Services.AddPricingOpenApi();
        builder.AddClientPages();
        builder.Services.AddHealth();
        builder.Services.AddSingleton(Quotas.From(builder.Configuration));
        builder.Services.AddSingleton<Minutes>();

        var app = builder.Build();
        app.UseKnownProxies();   // before anybody asks who calls
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<Unkept>();
        app.UseProblems();
        app.UseMiddleware<PathManners>();
        app.UseRouting();   // by what the manners have made of the request
        app.UseMiddleware<Utf8Only>();
        app.UsePricingOpenApi();
        app.UseMiddleware<SignInLimit>();
        app.UseAuthentication();
        app.UseMiddleware<CallLimit>();
        app.UseAuthorization();
        app.UseMiddleware<Idempotency>();
        app.MapHealth();
        app.MapProblemPages();
        app.MapDemo();
        app.MapClients();
        app.MapRateCards();
        app.MapEffortProfiles();
        app.MapPriceBook();
        app.MapExchangeRates();
        app.MapDeliverables();
        app.MapEngagements();
        app.MapValueDrivers();
        app.MapComparisons();
        app.MapScenarios();
        app.MapPriceDrift();
        app.MapAnalyses();
        app.MapDocuments();
        app.MapLegalEntities();
        app.MapProposals();
        app.MapAccess();
        app.MapWebhooks();
        app.MapCrm();
        app.MapCrmHooks();
        app.MapAudit();
        app.MapPersonalData();
        app.MapClientPages();
        app.RefuseUnguardedRoutes();
        return app;
    }
}
