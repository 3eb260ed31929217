using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Api;
using Pricing.Application;

namespace Pricing.Benchmarks;

/// <summary>The service in this process, on a free port and with an empty database of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-benchmark");

    public Service() => App = PricingHost.Build(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Pricing", $"Data Source={Path.Combine(folder.FullName, "benchmark.db")}", "--Logging:LogLevel:Default", "Warning"]);

    public WebApplication App { get; }

    public async Task<Uri> Start()
    {
        await App.Services.MakeDatabaseReady();
        await App.StartAsync();
        return new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        folder.Delete(recursive: true);
    }
}
