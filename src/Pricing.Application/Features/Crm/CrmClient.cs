using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Crm;

/// <summary>Calls CRMs: public addresses only, no redirect, no proxy, no cookie, twenty seconds, 4 MiB of an answer.</summary>
internal sealed class CrmClient(AddressGuard guard, TimeProvider time) : IDisposable
{
    /// <summary>Most characters of a refusal that are kept.</summary>
    public const int MostSaid = 500;

    private const int MostRead = 4 * 1024 * 1024, MostHeaderKilobytes = 32;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly HttpMessageInvoker http = GuardedHttp.Through(guard, MostHeaderKilobytes);

    /// <summary>A session with an account: its token is fetched where there is none.</summary>
    /// <exception cref="CrmRefusal">The account does not open.</exception>
    public async Task<CrmSession> Open(CrmConnection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        var token = connection.Kind == CrmKind.Hubspot ? credentials.Token! : await FetchToken(connection, credentials, cancellationToken);
        return new(this, connection.Address, connection.Kind, token);
    }

    /// <summary>Makes one call.</summary>
    /// <returns>The JSON of the answer; null where there is none.</returns>
    /// <exception cref="CrmRefusal">It was refused, or no answer came.</exception>
    public async Task<JsonNode?> Send(HttpRequestMessage request, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            guard.CheckAddress(request.RequestUri!);   // the settings may have changed since it was stored
            using var response = await http.SendAsync(request, either.Token);
            var answer = await Read(response.Content, either.Token);
            var status = (int)response.StatusCode;
            if (status is 200 or 201 or 202 or 204)
                return answer.Length == 0 ? null : Parse(answer);
            throw new CrmRefusal(status, Said(status, answer), status == 207 || CrmRefusal.Passes(status, answer), response.Headers.RetryAfter.Wait(time.GetUtcNow()));
        }
        catch (Exception e) when (FaultOf(e) is { } fault && !stopping.IsCancellationRequested)
        {
            throw new CrmRefusal(null, fault, e is not ForbiddenAddressException);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> FetchToken(CrmConnection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = credentials.ClientId!, ["client_secret"] = credentials.ClientSecret! };
        if (connection.Kind == CrmKind.Dynamics)
            fields["scope"] = $"{connection.Address}/.default";
        var address = connection.Kind == CrmKind.Dynamics ? connection.SettingList.TokenAddress! : $"{connection.Address}/services/oauth2/token";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        return (string?)(await Send(request, cancellationToken))?["access_token"] ?? throw new CrmRefusal(200, "The answer holds no access token.", isTransient: false);
    }

    private static JsonNode? Parse(string answer)
    {
        try
        {
            return JsonNode.Parse(answer);
        }
        catch (JsonException)
        {
            throw new CrmRefusal(200, "The answer is no JSON.", isTransient: true);
        }
    }

    private static async Task<string> Read(HttpContent content, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MostRead)
                throw new CrmRefusal(null, "The answer is too large.", isTransient: false);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static string Said(int status, string answer) =>
        string.Create(CultureInfo.InvariantCulture, $"The CRM answered {status}: {Excerpt.Of(answer, MostSaid)}");

    private static string? FaultOf(Exception e) => e switch
    {
        ForbiddenAddressException forbidden => forbidden.Message,
        HttpRequestException { InnerException: ForbiddenAddressException forbidden } => forbidden.Message,
        OperationCanceledException => "No answer within twenty seconds.",
        HttpRequestException { InnerException: AuthenticationException } => "The CRM's certificate was refused.",
        HttpRequestException { InnerException: SocketException } => "No connection.",
        HttpRequestException or IOException => "The connection broke off.",
        _ => null,
    };
}

/// <summary>A session with an account.</summary>
/// <param name="client">What calls.</param>
/// <param name="address">Where the CRM is.</param>
/// <param name="kind">Which it is.</param>
/// <param name="token">What opens it.</param>
internal sealed class CrmSession(CrmClient client, string address, CrmKind kind, string token)
{
    /// <summary>The path and query of an address that the CRM names: its token goes nowhere else.</summary>
    public string? PathOf(string? named) => named is null ? null : new Uri(new Uri(address), named).PathAndQuery;

    /// <summary>Makes one call.</summary>
    /// <exception cref="CrmRefusal">It was refused, or no answer came.</exception>
    public async Task<JsonNode?> Send(CrmRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, address + request.Path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("Pricing", "1"));
        if (kind == CrmKind.Salesforce)
            message.Headers.Add("Sforce-Call-Options", "client=Pricing");   // by it change events tell who has written
        if (kind == CrmKind.Dynamics)
        {
            message.Headers.Add("OData-Version", "4.0");
            message.Headers.Add("OData-MaxVersion", "4.0");
            message.Headers.Add("Prefer", "return=representation");
        }

        if (request.Body is { } body)
            message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await client.Send(message, cancellationToken);
    }
}
