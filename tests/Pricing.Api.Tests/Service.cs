using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Pricing.Application.Features.Access;

namespace Pricing.Api.Tests;

/// <summary>The service as it is run, on a real port and with a database of its own.</summary>
public class Service : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pricing-api-");

    private readonly (string Name, string Value)[] settings;

    protected static readonly (string Name, string Value)[] WithoutQuota = [("RateLimits:Key", "1000000"), ("RateLimits:Agency", "1000000"), ("RateLimits:FailedSignIns", "1000000"), ("RateLimits:Pages", "1000000")];

    public Service()
        : this(WithoutQuota)
    {
    }

    /// <summary>The service with settings of its own.</summary>
    internal Service(params (string Name, string Value)[] settings)
    {
        this.settings = settings;
        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>The service on a database of its own of either kind; skips the test where there is no PostgreSQL.</summary>
    internal static async Task<Service> On(DatabaseKind database, params (string Name, string Value)[] more) => new([.. WithoutQuota, .. await SettingsOf(database), .. more]);

    /// <summary>Where the service keeps its data; none for the file that it has without being told.</summary>
    protected static async Task<IReadOnlyList<(string Name, string Value)>> SettingsOf(DatabaseKind database)
    {
        if (database == DatabaseKind.Sqlite)
            return [];
        var cluster = await PostgresCluster.Shared();
        return [("ConnectionStrings:Pricing", cluster.ConnectionTo(await cluster.NewDatabase()))];
    }

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>A client that follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>Sends what is given and nothing else.</summary>
    public Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends JSON text.</summary>
    public Task<HttpResponseMessage> Send(HttpMethod method, string path, string json, params (string Name, string Value)[] headers) =>
        Send(method, path, Json(Encoding.UTF8.GetBytes(json)), headers);

    /// <summary>A body of JSON bytes, as clients send it.</summary>
    public static ByteArrayContent Json(byte[] utf8, string mediaType = "application/json") =>
        new(utf8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };

    /// <summary>Reads a stored resource.</summary>
    public async Task<JsonObject> Read(string path) => await Body(await Send(HttpMethod.Get, path));

    /// <summary>Creates a resource, which must succeed.</summary>
    public async Task<JsonObject> Create(string path, string json)
    {
        var response = await Send(HttpMethod.Post, path, json);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await Body(response);
    }

    /// <summary>The JSON object of an answer.</summary>
    public static async Task<JsonObject> Body(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))!.AsObject();

    /// <summary>The problem document of an answer, which must be one of this status.</summary>
    public static async Task<JsonObject> Problem(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await Body(response);
        Assert.Equal($"/problems/{code}", (string?)problem["type"]);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
        return problem;
    }

    /// <summary>The pointers that a refusal names, in order.</summary>
    public static async Task<IReadOnlyList<string?>> Pointers(HttpResponseMessage response)
    {
        var problem = await Problem(response, 400, "invalid-request");
        return [.. problem["errors"]!.AsArray().Select(error => (string?)error!["pointer"]).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the database's files hold.</summary>
    public async Task<byte[]> DatabaseBytes()
    {
        var bytes = new List<byte>();
        foreach (var file in folder.EnumerateFiles("pricing.db*"))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, TestContext.Current.CancellationToken);
            bytes.AddRange(content);
        }

        return [.. bytes];
    }

    /// <summary>The development profile's keys, by role.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Keys()
    {
        var roles = JsonNode.Parse(await Client.GetByteArrayAsync("/desk/roles.json", TestContext.Current.CancellationToken))!.AsArray();
        return roles.ToDictionary(role => (string)role!["key"]!, role => (string)role!["value"]!);
    }

    /// <summary>Sets another agency up.</summary>
    /// <returns>Its administrator's key.</returns>
    public async Task<string> OtherAgency()
    {
        await using var scope = Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<SetupCodes>().Make(TestContext.Current.CancellationToken);
        var terms = new JsonObject { ["code"] = code, ["agencyName"] = "Andere", ["legalName"] = "Andere GmbH", ["address"] = "Ort", ["administratorName"] = "N", ["administratorEmail"] = "n@example.org" };
        return (string)(await Create("/api/v1/setup", terms.ToJsonString()))["key"]!;
    }

    /// <summary>A file of the worked cases.</summary>
    public static string Case(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", name));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As on a server: the pages of a development machine would hide what users get.
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Pricing", $"Data Source={Path.Combine(folder.FullName, "pricing.db")}");
        builder.UseSetting("KeyRing:Folder", Path.Combine(folder.FullName, "keys"));
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
        foreach (var (name, value) in Settings.Concat(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))))
            builder.UseSetting(name, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        Client?.Dispose();
        SqliteConnection.ClearAllPools();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }
}

/// <summary>The databases that the service runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
